import { describe, expect, it } from "vitest";
import { parseDay } from "@/lib/core/dates";
import { byNewestSource, freshnessOf } from "@/lib/source/rules";
import type { CitationView } from "@/lib/source/types";

const day = (text: string | null) => (text === null ? null : parseDay(text));
const freshness = (today: string, asOf: string | null, reviewBy: string | null = null, validTo: string | null = null) =>
  freshnessOf({ asOf: day(asOf), reviewBy: day(reviewBy), validTo: day(validTo), today: parseDay(today) });

describe("a fact with a review-by day", () => {
  it.each([
    ["2026-06-29", "fresh"],
    ["2026-06-30", "fresh"],
    ["2026-07-01", "ageing"],
    ["2027-06-29", "ageing"],
    ["2027-06-30", "ageing"],
    ["2027-07-01", "stale"],
  ])("is on %s %s", (today, expected) => {
    expect(freshness(today, "2026-01-01", "2026-06-30")).toBe(expected);
  });
});

describe("a fact without a review-by day", () => {
  it.each([
    ["2026-03-13", "fresh"],
    ["2027-03-12", "fresh"],
    ["2027-03-13", "fresh"],
    ["2027-03-14", "ageing"],
    ["2028-03-13", "ageing"],
    ["2028-03-14", "stale"],
  ])("counts twelve months from its as-of day: on %s %s", (today, expected) => {
    expect(freshness(today, "2026-03-13")).toBe(expected);
  });

  it("of 29 February counts to 28 February of the next year", () => {
    expect(freshness("2025-02-28", "2024-02-29")).toBe("fresh");
    expect(freshness("2025-03-01", "2024-02-29")).toBe("ageing");
  });
});

describe("a fact without an as-of day", () => {
  it.each([null, "2099-01-01"])("is ageing at best, review-by %s", (reviewBy) => {
    expect(freshness("2026-01-01", null, reviewBy)).toBe("ageing");
  });
});

describe("a fact with a legal term", () => {
  it.each([
    ["2026-12-30", "fresh"],
    ["2026-12-31", "fresh"],
    ["2027-01-01", "stale"],
  ])("is stale at once behind it: on %s %s", (today, expected) => {
    expect(freshness(today, "2026-11-01", "2028-01-01", "2026-12-31")).toBe(expected);
  });

  it("is stale behind it without an as-of day too", () => {
    expect(freshness("2027-01-01", null, null, "2026-12-31")).toBe("stale");
  });
});

describe("sources of one fact", () => {
  it("come newest first, those without a date last in the order of entry", () => {
    const citation = (code: string, publishedOn: string | null) =>
      ({ source: { code, publishedOn } }) as unknown as CitationView;
    const sorted = [
      citation("none-1", null),
      citation("old", "2024-05-01"),
      citation("none-2", null),
      citation("new", "2026-01-20"),
    ].sort(byNewestSource);
    expect(sorted.map(({ source }) => source.code)).toEqual(["new", "old", "none-1", "none-2"]);
  });
});
