import { describe, expect, it } from "vitest";
import { leastConsent } from "@/lib/organisation/consent";
import type { ConsentLevel } from "@/lib/organisation/types";

const levels: ConsentLevel[] = ["counted", "sector", "named"];

describe("where several consents meet", () => {
  it.each(levels.flatMap((a) => levels.map((b) => [a, b] as const)))("%s and %s, the least counts", (a, b) => {
    const least = levels[Math.min(levels.indexOf(a), levels.indexOf(b))];
    expect(leastConsent(a, b)).toBe(least);
    expect(leastConsent(b, a, "named")).toBe(least);
  });

  it("and none was given, only the count may be told", () => {
    expect(leastConsent()).toBe("counted");
    expect(leastConsent(null, undefined)).toBe("counted");
  });

  it("those that were not asked for do not count", () => {
    expect(leastConsent(null, "named", undefined)).toBe("named");
  });
});
