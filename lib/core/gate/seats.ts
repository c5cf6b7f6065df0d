/** Nobody could be let in, because too many wait already or this one waited too long; or the work never ended. */
export class NoSeatError extends Error {
  constructor() {
    super("no seat came free");
    this.name = "NoSeatError";
  }
}

export type SeatRules = {
  /** how much is done at once */
  seats: number;
  /** whoever comes when so many wait is sent away */
  mostWaiting: number;
  /** who waited so long is sent away; ms */
  longestWaitMs: number;
  /** work that takes longer is given up and keeps its seat no more, so that nothing blocks the others for ever; ms */
  longestHoldMs: number;
};

type Guest = { enter: () => void; refuse: () => void };

/** Lets a few pieces of work be done at once; the others wait in the order in which they came, but not for ever. */
export class Seats {
  readonly #rules: SeatRules;
  readonly #waiting = new Set<Guest>();
  #taken = 0;

  constructor(rules: SeatRules) {
    this.#rules = rules;
  }

  /** @returns whether work would have to wait */
  get isFull(): boolean {
    return this.#taken >= this.#rules.seats;
  }

  /**
   * @param work      begun when a seat is free
   * @param isWanted  asked when the turn comes: work that nobody waits for any more is not begun
   * @throws NoSeatError when there was none, or nobody wanted it any more; else what the work throws
   */
  async run<T>(work: () => Promise<T>, isWanted: () => boolean = () => true): Promise<T> {
    if (this.isFull) await this.#wait();
    else this.#taken++;
    if (!isWanted()) {
      this.#leave();
      throw new NoSeatError();
    }
    let limit: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      limit = setTimeout(() => reject(new NoSeatError()), this.#rules.longestHoldMs);
    });
    try {
      return await Promise.race([work(), tooLong]);
    } finally {
      clearTimeout(limit);
      this.#leave();
    }
  }

  /** Waits for a seat that another one hands over. */
  #wait(): Promise<void> {
    if (this.#waiting.size >= this.#rules.mostWaiting) return Promise.reject(new NoSeatError());
    return new Promise((resolve, reject) => {
      const guest: Guest = {
        enter: () => {
          clearTimeout(limit);
          resolve();
        },
        refuse: () => {
          this.#waiting.delete(guest);
          reject(new NoSeatError());
        },
      };
      const limit = setTimeout(guest.refuse, this.#rules.longestWaitMs);
      this.#waiting.add(guest);
    });
  }

  /** Hands the seat to the next one, without its being free in between. */
  #leave(): void {
    const [next] = this.#waiting;
    if (!next) {
      this.#taken--;
      return;
    }
    this.#waiting.delete(next);
    next.enter();
  }
}
