import { makeButton } from "./button";

const closest = 4;

/** Lets a reader come closer to the pins: buttons, and a press on a pin that stands for several places. */
export class ZoomMap extends HTMLElement {
  #scale = 1;
  #centre = { x: 0.5, y: 0.5 };

  connectedCallback(): void {
    const { closer = "", away = "" } = this.dataset;
    const map = this.querySelector<HTMLElement>("div");
    if (!map) return;
    const bar = document.createElement("p");
    bar.append(
      makeButton(closer, () => this.#zoom(map, this.#scale * 2)),
      makeButton(away, () => this.#zoom(map, this.#scale / 2)),
    );
    this.append(bar);
    for (const pin of this.querySelectorAll<SVGAElement>("a[data-many]")) {
      pin.addEventListener("click", (event) => {
        if (this.#scale >= closest) return;
        event.preventDefault();
        const box = pin.getBoundingClientRect();
        const whole = map.getBoundingClientRect();
        this.#centre = {
          x: (box.x + box.width / 2 - whole.x) / whole.width,
          y: (box.y + box.height / 2 - whole.y) / whole.height,
        };
        this.#zoom(map, this.#scale * 2);
      });
    }
  }

  #zoom(map: HTMLElement, scale: number): void {
    this.#scale = Math.min(closest, Math.max(1, scale));
    if (this.#scale === 1) this.#centre = { x: 0.5, y: 0.5 };
    map.style.transformOrigin = `${this.#centre.x * 100}% ${this.#centre.y * 100}%`;
    map.style.transform = this.#scale === 1 ? "" : `scale(${this.#scale})`;
  }
}
