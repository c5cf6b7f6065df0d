import { cacheState } from "@/lib/core/cache-state";
import type { Seats } from "@/lib/core/gate/seats";

/** What tells that a reader went away: the response to him. */
export type Reader = { once(event: "close", listener: () => void): unknown };

/** begunAt: ms since 1970, null while it waits for a seat; readers: how many wait for it */
type Making<T> = { state: { begunAt: number | null; readers: number }; result: Promise<T> };

/**
 * What is being made for readers just now. Those who want the same get what is made for the first of them, unless
 * something changed since that was begun: then it may be old. What all its readers left before it was begun is not begun.
 */
export class Makings<T> {
  readonly #underWay = new Map<string, Making<T>>();
  readonly #seats: Seats;

  constructor(seats: Seats) {
    this.#seats = seats;
  }

  /**
   * @param key   what is made
   * @param make  makes it
   * @throws NoSeatError when too many wait; else what `make` throws
   */
  get(key: string, reader: Reader, make: () => Promise<T>): Promise<T> {
    const known = this.#underWay.get(key);
    const making = known && isCurrent(known) ? known : this.#begin(key, make);
    if (making === known) making.state.readers++;
    reader.once("close", () => making.state.readers--);
    return making.result;
  }

  #begin(key: string, make: () => Promise<T>): Making<T> {
    const state: Making<T>["state"] = { begunAt: null, readers: 1 };
    const work = () => {
      state.begunAt = Date.now();
      return make();
    };
    const result = this.#seats
      .run(work, () => state.readers > 0)
      .finally(() => {
        if (this.#underWay.get(key)?.state === state) this.#underWay.delete(key);
      });
    const making = { state, result };
    this.#underWay.set(key, making);
    return making;
  }
}

function isCurrent({ state }: Making<unknown>): boolean {
  return state.begunAt === null || cacheState().lastExpiryAt < state.begunAt;
}
