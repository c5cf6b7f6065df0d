/** Lets so many do their work at once; the others wait in the order in which they came. */
export class Queue {
  readonly #seats: number;
  #busy = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(seats: number) {
    this.#seats = seats;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#busy >= this.#seats) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#busy += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      // The seat goes on to the next without being free in between.
      if (next) next();
      else this.#busy -= 1;
    }
  }
}
