import { describe, expect, it } from "vitest";
import { nearestRoute, planTour } from "@/lib/programme/begin/rules";
import { checkProgramme, impossibleWays, overlaps, travelMinutes } from "@/lib/programme/check/rules";
import { compareStops, inOrder } from "@/lib/programme/rules";
import type { Programme, Stop } from "@/lib/programme/types";

const stop = (id: string, more: Partial<Stop>): Stop => ({
  id,
  kind: "talks",
  visibility: "guest",
  day: "2026-12-14",
  startsAt: null,
  endsAt: null,
  timeZone: "Europe/Moscow",
  isCancelled: false,
  needsPass: false,
  travelMode: null,
  title: { ru: "Переговоры", zh: "会谈" },
  text: {},
  place: {},
  address: { ru: "ул. Ленина, 1" },
  workingNote: {},
  site: null,
  point: null,
  organisation: null,
  event: null,
  host: null,
  interpreter: { shown: "counted" },
  contact: { shown: "counted" },
  contactPhone: null,
  contactWechat: null,
  document: null,
  ...more,
});
const at = (hour: string, day = "2026-12-14") => `${day}T${hour}:00.000Z`;
const tver = { lat: 56.86, lon: 35.9 };
const moscow = { lat: 55.75, lon: 37.62 };

describe("checks of a programme", () => {
  it("find stops at the same time, across zones and over midnight; touching ends are none", () => {
    const stops = [
      stop("a", { startsAt: at("20:00"), endsAt: at("22:30") }),
      stop("b", { startsAt: at("22:30"), endsAt: at("23:30"), timeZone: "Asia/Shanghai" }),
      stop("c", { startsAt: at("23:00"), endsAt: at("01:00", "2026-12-15") }),
      stop("off", { startsAt: at("20:30"), endsAt: at("21:00"), isCancelled: true }),
    ];
    expect(overlaps(stops).map(({ stop: id, with: other }) => [id, other])).toEqual([["c", "b"]]);
  });

  it("find ways that nobody makes in the time there is", () => {
    const pair = (gap: string, travelMode: Stop["travelMode"]) => [
      stop("a", { startsAt: at("08:00"), endsAt: at("09:00"), point: tver }),
      stop("b", { startsAt: at(gap), endsAt: at("20:00"), point: moscow, travelMode }),
    ];
    expect(impossibleWays(pair("10:00", "coach"))).toHaveLength(1);
    expect(impossibleWays(pair("16:00", "coach"))).toEqual([]);
    expect(travelMinutes(2000, null).mode).toBe("plane");
    expect(travelMinutes(10, null).mode).toBe("car");
  });

  it("say what guests will miss, and nothing of working stops", () => {
    const stops = [
      stop("a", { title: { ru: "Без перевода" }, contact: null, day: null }),
      stop("b", { visibility: "working", title: { ru: "Рабочее" }, contact: null, day: "2026-12-20" }),
      stop("c", { needsPass: true, interpreter: null }),
    ];
    const programme = {
      stops,
      dates: { from: "2026-12-14", to: "2026-12-15", precision: "day" },
    } as Programme;
    const checks = checkProgramme(programme, {
      wrong: ["a", "a"],
      named: ["c"],
      holidays: [
        { country: "cn", day: "2026-12-14", isWorkday: false, name: "节" },
        { country: "ru", day: "2026-12-14", isWorkday: true, name: "рабочий" },
      ],
      withoutPass: 3,
    });
    expect(checks.map(({ code, stop: id }) => `${code} ${id}`).sort()).toEqual(
      [
        "holiday c",
        "masked_name c",
        "no_chinese a",
        "no_contact a",
        "no_day a",
        "no_interpreter c",
        "outside_visit b",
        "pass_missing null",
        "wrong_value a",
      ].sort(),
    );
  });

  it("call an empty programme empty", () => {
    const programme = { stops: [], dates: null } as unknown as Programme;
    const none = { wrong: [], named: [], holidays: [], withoutPass: 9 };
    expect(checkProgramme(programme, none).map(({ code }) => code)).toEqual(["no_dates", "no_programme"]);
  });
});

describe("the order of stops", () => {
  it("is by day, then by the clock; those without a day come last", () => {
    const stops = [
      stop("later", { startsAt: at("15:00") }),
      stop("note", {}),
      stop("none", { day: null }),
      stop("early", { startsAt: at("06:00") }),
      stop("before", { day: "2026-12-13" }),
    ];
    expect(inOrder(stops).map(({ id }) => id)).toEqual(["before", "early", "later", "note", "none"]);
  });

  it("of a tour is from each to the nearest", () => {
    const sites = [
      { id: 1, lat: 0, lon: 0 },
      { id: 2, lat: 0, lon: 9 },
      { id: 3, lat: 0, lon: 3 },
      { id: 4, lat: null, lon: null },
    ];
    expect(nearestRoute(sites).map(({ id }) => id)).toEqual([1, 3, 2, 4]);
    expect(nearestRoute([])).toEqual([]);
  });
});

describe("a tour of sites", () => {
  it("leaves time for the ways, and goes on in the morning where a day is over", () => {
    const sites = [{ ...moscow }, { lat: 55.76, lon: 37.7 }, { ...tver }, { lat: null, lon: null }];
    const plan = planTour(sites);
    // From Moscow to Tver a coach takes longer than the afternoon has left.
    expect(plan.map(({ day, from }) => [day, from / 60])).toEqual([
      [0, 10],
      [0, 12],
      [1, 10],
      [1, 12],
    ]);
    for (const [index, { day, from }] of plan.entries()) {
      const before = plan[index - 1];
      if (before?.day === day) expect(from - before.to).toBeGreaterThanOrEqual(30);
    }
    expect(planTour([])).toEqual([]);
  });
});

describe("what changed between versions", () => {
  it("names what is new, gone, cancelled, back, and which parts differ", () => {
    const before = [stop("a", {}), stop("b", {}), stop("c", { isCancelled: true }), stop("d", {})];
    const after = [
      stop("a", { startsAt: at("10:00"), address: { zh: "列宁街" } }),
      stop("b", { isCancelled: true }),
      stop("c", {}),
      stop("e", {}),
    ];
    expect(compareStops(before, after).map(({ kind, stop: { id }, aspects }) => [kind, id, aspects])).toEqual([
      ["changed", "a", ["time", "place"]],
      ["cancelled", "b", []],
      ["restored", "c", []],
      ["added", "e", []],
      ["removed", "d", []],
    ]);
  });
});
