import { describe, expect, it } from "vitest";
import { dayShift, isOver, nowAndNext, usualExpiry } from "@/lib/programme/share/rules";
import type { Programme, Stop } from "@/lib/programme/types";

const stop = (id: string, startsAt: string | null, endsAt: string | null = null, more: Partial<Stop> = {}) =>
  ({ id, startsAt, endsAt, isCancelled: false, timeZone: "Asia/Yekaterinburg", day: null, ...more }) as Stop;
const ids = (stops: Stop[]) => stops.map(({ id }) => id);

describe("what is now and next", () => {
  const stops = [
    stop("night", "2026-12-14T20:00:00Z", "2026-12-14T22:00:00Z"), // 23:00 to 01:00 in Moscow
    stop("morning", "2026-12-15T04:00:00Z"),
    stop("cancelled", "2026-12-15T05:00:00Z", "2026-12-15T06:00:00Z", { isCancelled: true }),
    stop("groups", "2026-12-15T09:00:00Z", "2026-12-15T10:00:00Z"),
    stop("others", "2026-12-15T09:00:00Z", "2026-12-15T11:00:00Z"),
    stop("someday", null),
  ];
  it.each([
    ["before all", "2026-12-14T19:59:00Z", [], ["night"]],
    ["at the first minute", "2026-12-14T20:00:00Z", ["night"], ["morning"]],
    ["past midnight there", "2026-12-14T21:30:00Z", ["night"], ["morning"]],
    ["at the last minute", "2026-12-14T22:00:00Z", [], ["morning"]],
    ["in one without an end", "2026-12-15T05:30:00Z", ["morning"], ["groups", "others"]],
    ["three hours after it began", "2026-12-15T07:00:00Z", [], ["groups", "others"]],
    ["in two at a time", "2026-12-15T09:30:00Z", ["groups", "others"], []],
    ["after all", "2026-12-16T00:00:00Z", [], []],
  ])("%s", (_, at, now, next) => {
    const found = nowAndNext(stops, new Date(at));
    expect([ids(found.now), ids(found.next)]).toEqual([now, next]);
  });
});

describe("the day of a moment on another clock", () => {
  it.each([
    ["Moscow, late, is tomorrow in Beijing", "2026-12-14T20:00:00Z", "Asia/Shanghai", "2026-12-14", 1],
    ["Beijing, early, is yesterday in Moscow", "2026-12-14T19:00:00Z", "Europe/Moscow", "2026-12-15", -1],
    ["Kamchatka is ahead of Beijing", "2026-12-14T20:30:00Z", "Asia/Shanghai", "2026-12-15", 0],
    ["where clocks change at night", "2026-10-25T00:30:00Z", "Europe/Berlin", "2026-10-24", 1],
  ])("%s", (_, instant, zone, day, shift) => {
    expect(dayShift(instant, zone, day)).toBe(shift);
  });
});

describe("the usual end of a link", () => {
  it.each([
    ["thirty days after the visit", "2026-12-15", "2027-01-14"],
    ["thirty days from now when that is past", "2026-01-15", "2026-12-31"],
    ["thirty days from now when nobody knows", null, "2026-12-31"],
    ["never more than a year", "2028-01-01", "2027-12-01"],
  ])("%s", (_, endsOn, expected) => {
    expect(usualExpiry(endsOn, "2026-12-01")).toBe(expected);
  });
});

describe("the end of a visit", () => {
  const visit = (to: string | null, days: string[] = []) =>
    ({
      dates: to ? { from: to, to, precision: "day" } : null,
      stops: days.map((day) => stop(day, null, null, { day })),
      region: { timeZone: "Asia/Vladivostok" },
    }) as unknown as Programme;
  it("comes with midnight of the region, after the last day or the last stop", () => {
    const [before, after] = [new Date("2026-12-15T13:59:00Z"), new Date("2026-12-15T14:00:00Z")];
    expect([isOver(visit("2026-12-15"), before), isOver(visit("2026-12-15"), after)]).toEqual([false, true]);
    expect(isOver(visit(null, ["2026-12-15", "2026-12-14"]), before)).toBe(false);
    expect(isOver(visit(null, ["2026-12-14"]), before)).toBe(true);
    expect(isOver(visit(null), after)).toBe(false);
  });
});
