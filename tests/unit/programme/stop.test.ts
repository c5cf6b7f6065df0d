import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { copyRows, firstDay, joinRows, shiftText } from "@/lib/programme/copy/rules";
import { moveStop, type StopTime, timesInOrder } from "@/lib/programme/stop/rules";
import type { Sheet } from "@/lib/publishing/types";

const zone = "Asia/Yekaterinburg";
const at = (text: string) => Date.parse(`${text.replace(" ", "T")}:00+05:00`);

/** Stops with hours of one day: [id, from, to]. */
function programme(...rows: [id: string, from: string, to: string][]): { sheet: Sheet; times: StopTime[] } {
  const sheet: Sheet = { "rows.items": rows.map(([id]) => id).join(" ") };
  for (const [id, from, to] of rows) {
    sheet[`rows.items.${id}.startsAt`] = from;
    sheet[`rows.items.${id}.endsAt`] = to;
    sheet[`rows.items.${id}.timeZone`] = zone;
  }
  const times = rows.map(([id, from, to]) => ({ id, zone, day: from.slice(0, 10), start: at(from), end: at(to) }));
  return { sheet, times };
}

const hours = (sheet: Sheet, id: string) => [sheet[`rows.items.${id}.startsAt`], sheet[`rows.items.${id}.endsAt`]];

describe("moving a stop", () => {
  const { sheet, times } = programme(
    ["a", "2026-12-14 09:00", "2026-12-14 10:00"],
    ["b", "2026-12-14 10:30", "2026-12-14 12:30"],
    ["c", "2026-12-14 14:00", "2026-12-14 15:00"],
  );

  it("exchanges neighbours, each with its length and the pause between them", () => {
    const moved = moveStop(sheet, times, "b", { kind: "earlier" });
    expect(hours(moved, "b")).toEqual(["2026-12-14 09:00", "2026-12-14 11:00"]);
    expect(hours(moved, "a")).toEqual(["2026-12-14 11:30", "2026-12-14 12:30"]);
    expect(moved["rows.items"]).toBe("b a c");
  });

  it("changes nothing at the ends of a day, for a stop that is gone, or behind itself", () => {
    expect(moveStop(sheet, times, "a", { kind: "earlier" })).toEqual(sheet);
    expect(moveStop(sheet, times, "c", { kind: "later" })).toEqual(sheet);
    expect(moveStop(sheet, times, "x", { kind: "later" })).toEqual(sheet);
    expect(moveStop(sheet, times, "b", { kind: "behind", day: "2026-12-14", other: "b" })).toEqual(sheet);
  });

  it("takes it past several, without a collision", () => {
    const moved = moveStop(sheet, times, "c", { kind: "behind", day: "2026-12-14", other: null });
    expect(moved["rows.items"]).toBe("c a b");
    expect(hours(moved, "c")).toEqual(["2026-12-14 09:00", "2026-12-14 10:00"]);
    expect(hours(moved, "b")[1]).toBe("2026-12-14 15:00");
  });

  it("keeps the hour on another day, also across a change of clocks", () => {
    const berlin = "Europe/Berlin";
    const own: Sheet = {
      "rows.items": "a",
      "rows.items.a.startsAt": "2026-10-24 09:00",
      "rows.items.a.endsAt": "2026-10-25 01:00",
      "rows.items.a.timeZone": berlin,
    };
    const time = {
      id: "a",
      zone: berlin,
      day: "2026-10-24",
      start: Date.parse("2026-10-24T07:00:00Z"),
      end: Date.parse("2026-10-24T23:00:00Z"),
    };
    const moved = moveStop(own, [time], "a", { kind: "day", day: "2026-10-26" });
    expect(hours(moved, "a")).toEqual(["2026-10-26 09:00", "2026-10-27 01:00"]);
  });

  it("begins when the stop ends behind which it was put on another day", () => {
    const two = programme(
      ["a", "2026-12-14 09:00", "2026-12-14 10:00"],
      ["b", "2026-12-15 10:00", "2026-12-15 11:00"],
      ["c", "2026-12-15 12:00", "2026-12-15 13:00"],
    );
    const moved = moveStop(two.sheet, two.times, "a", { kind: "behind", day: "2026-12-15", other: "b" });
    expect(hours(moved, "a")).toEqual(["2026-12-15 11:00", "2026-12-15 12:00"]);
    expect(moved["rows.items"]).toBe("b a c");
  });

  it("never loses a stop or changes a length, wherever it goes", () => {
    fc.assert(
      fc.property(fc.constantFrom("a", "b", "c"), fc.constantFrom(null, "a", "b", "c"), (id, other) => {
        const moved = moveStop(sheet, times, id, { kind: "behind", day: "2026-12-14", other });
        expect(moved["rows.items"]?.split(" ").sort()).toEqual(["a", "b", "c"]);
        for (const { id: one, start, end } of times) {
          const [from = "", to = ""] = hours(moved, one);
          expect(at(to) - at(from)).toBe((end ?? 0) - (start ?? 0));
        }
      }),
    );
  });

  it("reads stops without an hour behind the one before them", () => {
    const day = "2026-12-14";
    const time = (id: string, start: number | null): StopTime => ({ id, day, start, end: null, zone });
    const ordered = timesInOrder([time("late", 9), time("note", null), time("early", 3)]);
    expect(ordered.map(({ id }) => id)).toEqual(["early", "late", "note"]);
  });
});

describe("a copy", () => {
  it("has ids and days of its own, its words along, and nothing cancelled", () => {
    let next = 0;
    const newId = () => `0000000${next++}`;
    const document = {
      shared: {
        "rows.items": "aa bb",
        "rows.items.aa.startsAt": "2026-12-14 09:00",
        "rows.items.aa.isCancelled": "yes",
        "rows.items.bb.dayOn": "2026-12-15",
        "rows.participants": "cc",
        "rows.participants.cc.side": "cn",
        "values.direction": "inbound",
      },
      words: { ru: { name: "Визит", "texts.aa.title": "Переговоры", "texts.cc.role": "глава" }, zh: {} },
    };
    const copied = copyRows(document, { groups: ["items"], days: 30, newId });
    expect(copied).toEqual({
      shared: {
        "rows.items": "00000000 00000001",
        "rows.items.00000000.startsAt": "2027-01-13 09:00",
        "rows.items.00000001.dayOn": "2027-01-14",
      },
      words: { ru: { "texts.00000000.title": "Переговоры" }, zh: {} },
    });
    expect(firstDay(copied.shared)).toBe("2027-01-13");
    const joined = joinRows(document.shared, copied.shared);
    expect(joined["rows.items"]).toBe("aa bb 00000000 00000001");
    expect(joined["values.direction"]).toBe("inbound");
  });

  it("leaves what is no day as it was typed", () => {
    expect(shiftText("завтра", 3)).toBe("завтра");
    expect(shiftText("2026-02-30", 1)).toBe("2026-03-03");
  });
});
