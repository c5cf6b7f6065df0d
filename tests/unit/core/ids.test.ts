import { afterEach, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/core/ids";

describe("newId", () => {
  afterEach(() => vi.useRealTimers());

  it("is a UUID of version 7", () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it("carries the millisecond of its making", () => {
    const before = Date.now();
    const time = Number.parseInt(newId().replaceAll("-", "").slice(0, 12), 16);
    expect(time).toBeGreaterThanOrEqual(before);
  });

  it("keeps its order for more ids than a millisecond can count", () => {
    const ids = Array.from({ length: 20_000 }, newId);
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("does not go back when the clock does", () => {
    const first = newId();
    vi.useFakeTimers({ now: 0 });
    expect(newId() > first).toBe(true);
  });
});
