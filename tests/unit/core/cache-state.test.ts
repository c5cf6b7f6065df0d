import { beforeEach, describe, expect, it } from "vitest";
import { cacheState, expireEverything, expireTags, hasExpired, type KeptAnswer } from "@/lib/core/cache-state";

const answer = (tags: string[], bytes = 10): KeptAnswer => ({
  status: 200,
  headers: {},
  identity: Buffer.alloc(bytes),
  gzip: Buffer.alloc(0),
  brotli: null,
  tags,
  keptAt: 0,
});
const MiB = 1024 * 1024;

describe("expired tags", () => {
  beforeEach(() => {
    globalThis.portalCache = undefined;
  });

  it("reach what was made before, at the same moment too, and nothing later", () => {
    expireTags(["site:a"], 1000);
    expect(hasExpired(["site:a"], 999)).toBe(true);
    expect(hasExpired(["site:a"], 1000)).toBe(true);
    expect(hasExpired(["site:a"], 1001)).toBe(false);
  });

  it("reach what depends on any of them, and nothing else", () => {
    expireTags(["site:a"], 1000);
    expect(hasExpired(["regions", "site:a"], 1)).toBe(true);
    expect(hasExpired(["regions", "site:ab"], 1)).toBe(false);
    expect(hasExpired([], 1)).toBe(false);
  });

  it("do not go back when an older word of them comes in late", () => {
    expireTags(["sites"], 2000);
    expireTags(["sites"], 1000);
    expect(hasExpired(["sites"], 1500)).toBe(true);
  });

  it("take the kept bytes of their pages along at once, and only those", () => {
    const { kept } = cacheState();
    kept.set("/en/a", answer(["regions", "site:a"]));
    kept.set("/en/b", answer(["regions", "site:b"]));
    kept.set("/icon.svg", answer([]));
    expireTags(["site:a"]);
    expect([...kept.keys()].sort()).toEqual(["/en/b", "/icon.svg"]);
  });
});

describe("when nobody knows what changed", () => {
  beforeEach(() => {
    globalThis.portalCache = undefined;
  });

  it("all that is kept goes, and what was begun before is not kept", () => {
    const { kept } = cacheState();
    kept.set("/en/a", answer(["site:a"]));
    expireEverything(1000);
    expect(kept.size).toBe(0);
    expect(hasExpired(["site:a"], 1000)).toBe(true);
    expect(hasExpired([], 999)).toBe(true);
    expect(hasExpired(["site:a"], 1001)).toBe(false);
  });
});

describe("the kept bytes", () => {
  beforeEach(() => {
    globalThis.portalCache = undefined;
  });

  it("never grow past their bound; what was not asked for longest goes first", () => {
    const { kept } = cacheState();
    kept.set("/first", answer([], 8 * MiB));
    for (const name of ["/b", "/c"]) kept.set(name, answer([], 8 * MiB));
    kept.get("/first");
    kept.set("/d", answer([], 8 * MiB));
    expect(kept.calculatedSize).toBeLessThanOrEqual(32 * MiB);
    expect([...kept.keys()].sort()).toEqual(["/c", "/d", "/first"]);
  });

  it("count every form of an answer", () => {
    const { kept } = cacheState();
    kept.set("/a", { ...answer([], 3 * MiB), gzip: Buffer.alloc(2 * MiB), brotli: Buffer.alloc(MiB) });
    expect(kept.calculatedSize).toBeGreaterThanOrEqual(6 * MiB);
  });

  it("are shared by every bundle of the process", () => {
    expect(cacheState()).toBe(cacheState());
    expect(globalThis.portalCache).toBe(cacheState());
  });
});
