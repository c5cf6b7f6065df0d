/** How long nobody types before a draft is saved; ms. */
const restMs = 4_000;
/** How often a save that failed is tried again; ms. */
const againMs = 15_000;

/**
 * Saves the form that it stands for while somebody types, by sending it the way the button does. The answer is the page
 * itself: of it only what the form was drawn from and the line about the save are taken over, so no text is touched while
 * it is being typed.
 */
export class AutoSave extends HTMLElement {
  #timer: number | undefined;
  #isDirty = false;
  #saving: Promise<void> | null = null;

  connectedCallback(): void {
    const form = this.#form();
    if (!form) return;
    form.addEventListener("input", () => {
      this.#isDirty = true;
      this.#plan(restMs);
    });
    form.addEventListener("submit", (event) => {
      this.#isDirty = false;
      clearTimeout(this.#timer);
      if (!this.#saving) return;
      // Sent now it would meet what we are just saving as if a colleague had.
      event.preventDefault();
      const { submitter } = event;
      void this.#saving.then(() => form.requestSubmit(submitter));
    });
    addEventListener("beforeunload", (event) => {
      if (this.#isDirty) event.preventDefault();
    });
  }

  #form(): HTMLFormElement | null {
    const form = document.getElementById(this.dataset.form ?? "");
    return form instanceof HTMLFormElement ? form : null;
  }

  #plan(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#saving ??= this.#save().finally(() => {
        this.#saving = null;
      });
    }, ms);
  }

  async #save(): Promise<void> {
    const form = this.#form();
    if (!form || !this.#isDirty) return;
    this.#isDirty = false;
    this.textContent = this.dataset.saving ?? "";
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin" });
      const url = new URL(answer.url);
      // A conflict, a lost session: the page that says so has everything that was typed.
      if (!answer.ok || url.searchParams.has("try") || !url.pathname.startsWith(location.pathname)) {
        if (answer.ok) return location.assign(answer.url);
        throw new Error(String(answer.status));
      }
      this.#takeOver(form, new DOMParser().parseFromString(await answer.text(), "text/html"));
      const time = new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      this.textContent = (this.dataset.saved ?? "").replace("{time}", time);
    } catch {
      this.#isDirty = true;
      this.textContent = this.dataset.failed ?? "";
      this.#plan(againMs);
    }
  }

  #takeOver(form: HTMLFormElement, page: Document): void {
    for (const fresh of page.querySelectorAll<HTMLInputElement>(`#${form.id} > input[type=hidden]`)) {
      const own = form.querySelector<HTMLInputElement>(`:scope > input[type=hidden][name="${CSS.escape(fresh.name)}"]`);
      if (own) own.value = fresh.value;
    }
    for (const id of ["checks", "release"]) {
      const [own, fresh] = [document.getElementById(id), page.getElementById(id)];
      if (own && fresh && !own.contains(document.activeElement)) own.replaceWith(fresh);
    }
  }
}
