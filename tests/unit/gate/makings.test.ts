import { EventEmitter } from "node:events";
import { beforeEach, describe, expect, it } from "vitest";
import { expireEverything, expireTags } from "@/lib/core/cache-state";
import { Makings } from "@/lib/core/gate/makings";
import { Seats } from "@/lib/core/gate/seats";

const rules = { seats: 1, mostWaiting: 10, longestWaitMs: 1000, longestHoldMs: 1000 };

describe("what is being made", () => {
  let makings: Makings<string>;
  let made: string[];
  let ends: (() => void)[];

  /** Names what it made by how often anything was begun; ends when told to. */
  const make = (key: string) => async () => {
    made.push(key);
    const name = `${key} ${made.length}`;
    await new Promise<void>((resolve) => ends.push(resolve));
    return name;
  };
  const get = (key: string, reader = new EventEmitter()) => makings.get(key, reader, make(key));
  /** Ends one after the other, until nothing is begun any more. */
  const endAll = async () => {
    for (let index = 0; index < 20; index++) {
      ends.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  beforeEach(() => {
    globalThis.portalCache = undefined;
    makings = new Makings(new Seats(rules));
    made = [];
    ends = [];
  });

  it("is made once for all who come together, and anew for who comes later", async () => {
    const together = Promise.all([get("/a"), get("/a"), get("/a")]);
    await endAll();
    expect(await together).toEqual(["/a 1", "/a 1", "/a 1"]);
    const later = get("/a");
    await endAll();
    expect(await later).toBe("/a 2");
  });

  it("is not shared between different addresses", async () => {
    const both = Promise.all([get("/a?kind=sez"), get("/a?kind=asez")]);
    await endAll();
    expect(await both).toEqual(["/a?kind=sez 1", "/a?kind=asez 2"]);
  });

  it.each([
    ["a tag expired", () => expireTags(["site:a"])],
    ["all may have changed", () => expireEverything()],
  ])("is made anew for who comes after %s, though it is under way", async (_, expire) => {
    makings = new Makings(new Seats({ ...rules, seats: 2 }));
    const before = get("/a");
    expire();
    await new Promise((resolve) => setTimeout(resolve, 2)); // what begins in the very moment of a change counts as older
    const after = [get("/a"), get("/a")];
    await endAll();
    expect(await before).toBe("/a 1");
    expect(await Promise.all(after)).toEqual(["/a 2", "/a 2"]);
  });

  it("is shared where the change came while it waited to be begun", async () => {
    const other = get("/other");
    const first = get("/a");
    expireTags(["site:a"]);
    const second = get("/a");
    await endAll();
    await other;
    expect(await first).toBe(await second);
    expect(made).toEqual(["/other", "/a"]);
  });

  it("is not begun when all who wanted it went away, and is when one stayed", async () => {
    const other = get("/other");
    const [gone, leaving, staying] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
    const unwanted = get("/unwanted", gone);
    const wanted = [get("/wanted", leaving), get("/wanted", staying)];
    gone.emit("close");
    leaving.emit("close");
    const refused = expect(unwanted).rejects.toThrow("seat");
    await endAll();
    await Promise.all([other, refused, ...wanted]);
    expect(made).toEqual(["/other", "/wanted"]);
  });

  it("that fails fails for all who waited, and is made anew after", async () => {
    const broken = () => Promise.reject(new Error("broken"));
    const both = [1, 2].map(() => makings.get("/a", new EventEmitter(), broken));
    await Promise.all(both.map((each) => expect(each).rejects.toThrow("broken")));
    const again = get("/a");
    await endAll();
    expect(await again).toBe("/a 1");
  });
});
