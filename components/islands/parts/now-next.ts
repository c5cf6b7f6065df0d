type Timed = { item: HTMLElement; from: number; to: number };

/** A stop without an end lasts until the next one begins, but no longer than this; ms. As on the server. */
const longestOpenMs = 3 * 3600 * 1000;

/**
 * Keeps "now" and "next" right by the clock of the phone: while the page lies open, and when a kept copy of it is read a day
 * later. What it shows it takes from the stops of the page.
 */
export class NowNext extends HTMLElement {
  #timer: number | undefined;
  #shown = "";

  connectedCallback(): void {
    const stops = [...document.querySelectorAll<HTMLElement>("[data-from]")];
    const timed = stops
      .map((item) => ({ item, from: Date.parse(item.dataset.from ?? ""), to: Date.parse(item.dataset.to ?? "") }))
      .filter(({ from }) => !Number.isNaN(from))
      .sort((a, b) => a.from - b.from);
    const tick = () => {
      this.#show(timed, Date.now());
      this.#timer = window.setTimeout(tick, 60_000 - (Date.now() % 60_000));
    };
    this.#shown = [...this.querySelectorAll<HTMLElement>("[data-row]")].map(keyOf).join();
    // A fixed clock stands in the page: what the server drew holds.
    if (timed.length > 0 && this.dataset.fixed === undefined) tick();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  #show(timed: Timed[], at: number): void {
    const endOf = ({ from, to }: Timed) => {
      if (!Number.isNaN(to)) return to;
      const following = timed.find((one) => one.from > from)?.from ?? Number.POSITIVE_INFINITY;
      return Math.min(following, from + longestOpenMs);
    };
    const now = timed.filter((one) => one.from <= at && at < endOf(one));
    const first = timed.find(({ from }) => from > at)?.from;
    const next = timed.filter(({ from }) => from === first);
    const rows = [...now.map(({ item }) => this.#row(item, true)), ...next.map(({ item }) => this.#row(item, false))];
    const shown = rows.map(keyOf).join();
    if (shown === this.#shown || rows.length === 0) return;
    this.#shown = shown;
    this.replaceChildren(...rows);
    for (const { item } of timed)
      item.toggleAttribute(
        "data-now",
        now.some((one) => one.item === item),
      );
  }

  #row(item: HTMLElement, isNow: boolean): HTMLElement {
    const row = document.createElement("a");
    row.className = "g-row";
    row.setAttribute("href", `#${item.id}`);
    row.dataset.row = item.id.slice(2);
    if (isNow) row.dataset.now = "yes";
    row.append(
      element("b", "g-label", (isNow ? this.dataset.now : this.dataset.next) ?? ""),
      element("span", "g-what", item.querySelector(".g-title")?.textContent ?? ""),
      element("span", "g-at", item.querySelector(".g-time")?.textContent ?? ""),
    );
    return row;
  }
}

function keyOf(row: HTMLElement): string {
  return `${row.dataset.row}${row.dataset.now ?? ""}`;
}

function element(name: "b" | "span", className: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}
