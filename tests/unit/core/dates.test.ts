import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { formatDay, formatPartialDate, formatSpan, isSpan, now, parseDay, parseSpan, today } from "@/lib/core/dates";

const year = fc.integer({ min: 1000, max: 2999 }).map(String);
const month = fc.integer({ min: 1, max: 12 }).map((m) => String(m).padStart(2, "0"));
const day = fc
  .date({ min: new Date("1000-01-01"), max: new Date("2999-12-31"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const partialDate = fc.oneof(
  year,
  fc.tuple(year, fc.integer({ min: 1, max: 2 })).map(([y, h]) => `${y}-H${h}`),
  fc.tuple(year, fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${m}`),
  day,
);

describe("parseSpan", () => {
  it.each([
    ["2026", "2026-01-01", "2026-12-31", "year"],
    ["2026-H1", "2026-01-01", "2026-06-30", "half"],
    ["2026-H2", "2026-07-01", "2026-12-31", "half"],
    ["2026-Q1", "2026-01-01", "2026-03-31", "quarter"],
    ["2028-02", "2028-02-01", "2028-02-29", "month"],
    ["2026-03-13", "2026-03-13", "2026-03-13", "day"],
    ["2023-01/2023-10", "2023-01-01", "2023-10-31", "month"],
  ])("reads %s as %s to %s", (text, from, to, precision) => {
    const span = parseSpan(text);
    expect([formatDay(span.from), formatDay(span.to), span.precision]).toEqual([from, to, precision]);
  });

  it.each(["", "26", "2026-13", "2026-00", "2026-02-29", "2026-04-31", "2026-Q5", "2026-H0", "2026-1-1", "soon"])(
    "refuses %j",
    (text) => {
      expect(() => parseSpan(text)).toThrow(RangeError);
      expect(isSpan(text)).toBe(false);
    },
  );

  it.each(["2026-02/2026-01", "2026/2026-02", "2026/2027/2028", "2026/"])("refuses the period %j", (text) => {
    expect(() => parseSpan(text)).toThrow(RangeError);
  });

  it("is undone by formatSpan for every notation", () => {
    fc.assert(fc.property(partialDate, (text) => formatSpan(parseSpan(text)) === text));
  });

  it("is undone by formatSpan for every period of two different ends", () => {
    const period = fc
      .uniqueArray(fc.tuple(year, month), { minLength: 2, maxLength: 2, selector: String })
      .map((ends) => ends.map((end) => end.join("-")).sort())
      .map(([a, b]) => `${a}/${b}`);
    fc.assert(fc.property(period, (text) => formatSpan(parseSpan(text)) === text));
  });

  it("says the same from the first day and from the last", () => {
    fc.assert(
      fc.property(partialDate, (text) => {
        const { from, to, precision } = parseSpan(text);
        return formatPartialDate(from, precision) === text && formatPartialDate(to, precision) === text;
      }),
    );
  });

  it("never ends before it begins, whatever is known", () => {
    fc.assert(fc.property(partialDate, (text) => parseSpan(text).from <= parseSpan(text).to));
  });
});

describe("parseDay", () => {
  it("reads a day as midnight UTC, whatever the zone of the server", () => {
    expect(parseDay("2026-03-13").toISOString()).toBe("2026-03-13T00:00:00.000Z");
  });

  it("is undone by formatDay", () => {
    fc.assert(fc.property(day, (text) => formatDay(parseDay(text)) === text));
  });

  it.each(["2026", "2026-03", "2026-02-30", "13.03.2026"])("refuses %j", (text) => {
    expect(() => parseDay(text)).toThrow(RangeError);
  });
});

describe("the clock", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("is fixed by PORTAL_NOW", () => {
    vi.stubEnv("PORTAL_NOW", "2026-11-22T21:30:00Z");
    expect(now().toISOString()).toBe("2026-11-22T21:30:00.000Z");
  });

  it("runs without it", () => {
    vi.stubEnv("PORTAL_NOW", "");
    const before = Date.now();
    expect(now().getTime()).toBeGreaterThanOrEqual(before);
  });

  it("refuses a PORTAL_NOW that is no instant", () => {
    vi.stubEnv("PORTAL_NOW", "yesterday");
    expect(() => now()).toThrow(/PORTAL_NOW/);
  });

  it.each([
    ["2026-11-22T20:59:59Z", "Europe/Moscow", "2026-11-22"],
    ["2026-11-22T21:00:00Z", "Europe/Moscow", "2026-11-23"],
    ["2026-11-22T15:59:59Z", "Asia/Shanghai", "2026-11-22"],
    ["2026-11-22T16:00:00Z", "Asia/Shanghai", "2026-11-23"],
  ])("at %s it is in %s the day %s", (instant, zone, expected) => {
    vi.stubEnv("PORTAL_NOW", instant);
    expect(formatDay(today(zone))).toBe(expected);
  });
});
