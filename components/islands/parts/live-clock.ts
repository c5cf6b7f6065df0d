/** Turns the offset of a zone into its time of day, kept right each minute. Without it the offset stands there. */
export class LiveClock extends HTMLElement {
  #timer: number | undefined;

  connectedCallback(): void {
    const { zone } = this.dataset;
    if (!zone) return;
    this.title = this.textContent ?? "";
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
    const tick = () => {
      this.textContent = format.format(new Date());
      this.#timer = window.setTimeout(tick, 60_000 - (Date.now() % 60_000));
    };
    tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }
}
