import { describe, expect, it } from "vitest";
import { validityOf } from "@/lib/support/rules";

describe("the term of a measure", () => {
  const validFrom = "2026-01-01";
  const validTo = "2026-09-14";

  it.each([
    ["2025-12-31", "upcoming"],
    ["2026-01-01", "inForce"],
    ["2026-09-14", "inForce"],
    ["2026-09-15", "ended"],
  ] as const)("on %s is %s: first and last day belong to it", (today, expected) => {
    expect(validityOf({ validFrom, validTo, today })).toBe(expected);
  });

  it("has no end where none was published", () => {
    expect(validityOf({ validFrom, validTo: null, today: "2099-01-01" })).toBe("inForce");
  });

  it("is not stated where neither day was published: that is not the same as in force", () => {
    expect(validityOf({ validFrom: null, validTo: null, today: "2026-05-01" })).toBe("unstated");
  });
});
