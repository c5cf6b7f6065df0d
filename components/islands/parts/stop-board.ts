/**
 * Stops of a programme can be dragged to another place or day; the form "move" then says where. Without this, and for the
 * keyboard, the buttons of each stop do the same.
 */
export class StopBoard extends HTMLElement {
  #dragged: HTMLElement | null = null;

  connectedCallback(): void {
    this.addEventListener("dragstart", (event) => {
      this.#dragged = stopAt(event.target);
      this.#dragged?.classList.add("is-dragged");
      if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
    });
    this.addEventListener("dragend", () => this.#clear());
    this.addEventListener("dragover", (event) => {
      const day = dayAt(event.target);
      if (!this.#dragged || !day?.dataset.day) return;
      event.preventDefault();
      this.#mark(day, event.clientY);
    });
    this.addEventListener("drop", (event) => {
      const day = dayAt(event.target);
      const dragged = this.#dragged;
      if (!dragged || !day?.dataset.day) return;
      event.preventDefault();
      const other = before(day, event.clientY, dragged);
      this.#clear();
      this.#send({ stop: dragged.dataset.stop ?? "", day: day.dataset.day, other: other?.dataset.stop ?? "" });
    });
  }

  #mark(day: HTMLElement, y: number): void {
    this.#unmark();
    const other = this.#dragged && before(day, y, this.#dragged);
    (other ?? day).classList.add(other ? "is-before" : "is-first");
  }

  #unmark(): void {
    for (const one of this.querySelectorAll(".is-before, .is-first")) one.classList.remove("is-before", "is-first");
  }

  #clear(): void {
    this.#unmark();
    this.#dragged?.classList.remove("is-dragged");
    this.#dragged = null;
  }

  #send(values: Record<"stop" | "day" | "other", string>): void {
    const form = this.querySelector<HTMLFormElement>("form#move");
    if (!form) return;
    for (const [name, value] of Object.entries(values)) {
      const input = form.elements.namedItem(name);
      if (input instanceof HTMLInputElement) input.value = value;
    }
    form.requestSubmit();
  }
}

function stopAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-stop]") : null;
}

function dayAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-day]") : null;
}

/** The last stop of the day whose middle is above the pointer. */
function before(day: HTMLElement, y: number, dragged: HTMLElement): HTMLElement | null {
  const stops = [...day.querySelectorAll<HTMLElement>("[data-stop]")].filter((one) => one !== dragged);
  return (
    stops.findLast((one) => {
      const { top, height } = one.getBoundingClientRect();
      return top + height / 2 < y;
    }) ?? null
  );
}
