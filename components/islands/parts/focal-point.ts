/** Takes a click on a picture as the point that must stay in sight, and shows at once what that means for the cuts. */
export class FocalPoint extends HTMLElement {
  connectedCallback(): void {
    const picture = this.querySelector<HTMLImageElement>(".foc-whole img");
    const inputs = [this.#input(this.dataset.x), this.#input(this.dataset.y)] as const;
    const [x, y] = inputs;
    if (!picture || !x || !y || x.disabled) return;
    this.dataset.live = "";
    picture.addEventListener("click", (event) => {
      const box = picture.getBoundingClientRect();
      x.value = toPercent((event.clientX - box.left) / box.width);
      y.value = toPercent((event.clientY - box.top) / box.height);
      for (const input of inputs) input?.dispatchEvent(new Event("input", { bubbles: true }));
    });
    for (const input of inputs) input?.addEventListener("input", () => this.#show(Number(x.value), Number(y.value)));
  }

  #input(name: string | undefined): HTMLInputElement | null {
    const form = document.getElementById(this.dataset.form ?? "");
    const input = form instanceof HTMLFormElement ? form.elements.namedItem(name ?? "") : null;
    return input instanceof HTMLInputElement ? input : null;
  }

  #show(x: number, y: number): void {
    if (!(x >= 0 && x <= 100 && y >= 0 && y <= 100)) return;
    for (const circle of this.querySelectorAll("circle")) {
      circle.setAttribute("cx", `${x}%`);
      circle.setAttribute("cy", `${y}%`);
    }
    for (const cut of this.querySelectorAll<HTMLElement>(".cut")) {
      cut.style.setProperty("--focal-x", `${Math.round(x / 10) * 10}%`);
      cut.style.setProperty("--focal-y", `${Math.round(y / 10) * 10}%`);
    }
  }
}

function toPercent(share: number): string {
  return String(Math.min(100, Math.max(0, Math.round(share * 100))));
}
