import { describe, expect, it } from "vitest";
import { NoSeatError, type SeatRules, Seats } from "@/lib/core/gate/seats";

const make = (rules: Partial<SeatRules> = {}) =>
  new Seats({ seats: 2, mostWaiting: 3, longestWaitMs: 1000, longestHoldMs: 1000, ...rules });

/** Work that ends when it is told to. */
function piece() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end };
}
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("seats", () => {
  it("let no more in than there are, and all in the end, in the order in which they came", async () => {
    const seats = make();
    const begun: number[] = [];
    let atOnce = 0;
    let most = 0;
    const all = [0, 1, 2, 3, 4].map((number) =>
      seats.run(async () => {
        begun.push(number);
        atOnce++;
        most = Math.max(most, atOnce);
        await settle();
        atOnce--;
        return number;
      }),
    );
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3, 4]);
    expect([begun, most]).toEqual([[0, 1, 2, 3, 4], 2]);
  });

  it("send away who comes when too many wait", async () => {
    const seats = make({ seats: 1, mostWaiting: 1 });
    const first = piece();
    const running = [seats.run(first.work), seats.run(async () => "second")];
    await expect(seats.run(async () => "third")).rejects.toThrow(NoSeatError);
    first.end();
    expect(await Promise.all(running)).toEqual([undefined, "second"]);
  });

  it("send away who waited too long, and give his turn to the next one", async () => {
    const seats = make({ seats: 1, longestWaitMs: 20 });
    const first = piece();
    const running = seats.run(first.work);
    let isBegun = false;
    const late = seats.run(async () => {
      isBegun = true;
    });
    await expect(late).rejects.toThrow(NoSeatError);
    const next = seats.run(async () => "next");
    first.end();
    await running;
    expect([await next, isBegun, seats.isFull]).toEqual(["next", false, false]);
  });

  it("come free after work that failed, whether it waited or not", async () => {
    const seats = make({ seats: 1 });
    const broken = () => Promise.reject(new Error("broken"));
    const both = [seats.run(broken), seats.run(broken)].map((work) => expect(work).rejects.toThrow("broken"));
    await Promise.all(both);
    expect(seats.isFull).toBe(false);
    expect(await seats.run(async () => "well")).toBe("well");
  });

  it("come free after work that never ends, once, even if it ends after all", async () => {
    const seats = make({ seats: 1, longestHoldMs: 20 });
    const endless = piece();
    await expect(seats.run(endless.work)).rejects.toThrow(NoSeatError);
    expect(seats.isFull).toBe(false);
    const held = piece();
    const running = seats.run(held.work);
    endless.end();
    await settle();
    expect(seats.isFull).toBe(true);
    held.end();
    await running;
  });

  it("are not spent on what nobody wants any more when its turn comes", async () => {
    const seats = make({ seats: 1 });
    const first = piece();
    const running = seats.run(first.work);
    let isBegun = false;
    const begin = async () => {
      isBegun = true;
    };
    const unwanted = seats.run(begin, () => false);
    const next = seats.run(async () => "next");
    first.end();
    await expect(unwanted).rejects.toThrow(NoSeatError);
    expect([await next, isBegun]).toEqual(["next", false]);
    await running;
    expect(seats.isFull).toBe(false);
  });
});
