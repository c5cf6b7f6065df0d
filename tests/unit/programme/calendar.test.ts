import ICAL from "ical.js";
import { beforeAll, describe, expect, it } from "vitest";
import { makeCalendar } from "@/lib/programme/papers/calendar";
import { loadPaperWords, type PaperWords } from "@/lib/programme/papers/words";
import type { MeetingView, Programme } from "@/lib/programme/types";
import { bareProgramme, bareStop } from "@/tests/support/programmes";

const url = "https://example.org/zh/v/token";
const madeAt = new Date("2026-12-01T08:00:00Z");
const at = (hour: string, day = "2026-12-14") => `${day}T${hour}:00.000Z`;
const talk = bareStop("talk", { startsAt: at("05:00"), endsAt: at("06:30"), timeZone: "Asia/Yekaterinburg" });
const tour = bareStop("tour", { startsAt: at("20:00"), endsAt: at("22:00"), title: { ru: "Осмотр", zh: "参观" } });

function version(number: number, over: Partial<Programme>): Programme {
  return bareProgramme({ version: number, publishedAt: `2026-12-0${number}T08:00:00.000Z`, ...over });
}

describe("a visit in the calendar", () => {
  let zh: PaperWords;
  let ru: PaperWords;
  beforeAll(async () => {
    [zh, ru] = await Promise.all([loadPaperWords("zh"), loadPaperWords("ru")]);
  });

  function read(versions: Programme[], words = zh, participantId: string | null = null) {
    const text = makeCalendar({ versions, url, participantId, madeAt }, words);
    const all = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    return Object.fromEntries(
      all.map((event) => [
        event.uid.split("@")[0],
        {
          sequence: event.sequence,
          summary: event.summary,
          status: String(event.component.getFirstPropertyValue("status")),
          start: event.startDate.isDate ? event.startDate.toString() : event.startDate.toJSDate().toISOString(),
          text: `${event.summary} ${event.description} ${event.location}`,
        },
      ]),
    );
  }

  it("keeps the id of an entry, and counts the versions in which it changed and no others", () => {
    const moved = { ...talk, startsAt: at("07:00"), endsAt: at("08:30") };
    const first = version(1, { stops: [talk, tour] });
    expect(read([first]).talk?.sequence).toBe(0);
    const events = read([first, version(2, { stops: [moved, tour] }), version(3, { stops: [moved, tour], note: "n" })]);
    expect([events.talk?.sequence, events.talk?.start]).toEqual([1, "2026-12-14T07:00:00.000Z"]);
    expect(events.tour?.sequence).toBe(0);
  });

  it("cancels what was cancelled, and takes it back", () => {
    const off = { ...tour, isCancelled: true };
    const cancelled = read([version(1, { stops: [talk, tour] }), version(2, { stops: [talk, off] })]);
    expect([cancelled.tour?.status, cancelled.tour?.sequence]).toEqual(["CANCELLED", 1]);
    expect(cancelled.tour?.summary).toContain("已取消");
    const again = read([1, 2, 3].map((number) => version(number, { stops: [talk, number === 2 ? off : tour] })));
    expect([again.tour?.status, again.tour?.sequence]).toEqual(["CONFIRMED", 2]);
  });

  it("keeps what vanished as cancelled, without a word of it", () => {
    const { tour: gone } = read([version(1, { stops: [talk, tour] }), version(2, { stops: [talk] })]);
    expect([gone?.status, gone?.sequence, gone?.start]).toEqual(["CANCELLED", 1, "2026-12-14T20:00:00.000Z"]);
    expect(gone?.text).not.toMatch(/参观|Осмотр|列宁|Ленина/);
  });

  it("gives addresses in both languages, and Beijing time with the day that it is there", () => {
    const { talk: event } = read([version(1, { stops: [{ ...talk, contactPhone: "+7 346 000-00-01" }] })]);
    for (const words of ["列宁街1号", "ул. Ленина, 1", "北京时间 13:00–14:30", "电话：+7 346 000-00-01"])
      expect(event?.text).toContain(words);
    const { tour: night } = read([version(1, { stops: [tour] })]);
    expect(night?.text).toContain("北京时间 04:00 (次日)–06:00 (次日)");
  });

  it("tells the hour of the place on both sides of a change of clocks, over midnight and over zones", () => {
    // New York leaves summer time on 1 November 2026: the same local hour is another hour in UTC.
    const zone = "America/New_York";
    const stops = [
      bareStop("before", { day: "2026-10-31", startsAt: "2026-10-31T14:00:00.000Z", timeZone: zone }),
      bareStop("after", { day: "2026-11-01", startsAt: "2026-11-01T15:00:00.000Z", timeZone: zone }),
      bareStop("china", { day: "2026-11-02", startsAt: "2026-11-02T02:00:00.000Z", timeZone: "Asia/Shanghai" }),
      bareStop("whole", { day: "2026-11-03" }),
    ];
    const events = read([version(1, { stops })]);
    expect(events.before?.text).toContain("北京时间 22:00");
    expect(events.after?.text).toContain("北京时间 23:00");
    expect(events.china?.text).not.toContain("北京时间");
    expect(events.whole?.start).toBe("2026-11-03");
  });

  it("leaves out what has no day yet, and is a calendar all the same", () => {
    expect(read([version(1, { stops: [bareStop("some", { day: null })] })])).toEqual({});
    expect(read([version(1, {})])).toEqual({});
  });

  it("has own meetings, which change and vanish like stops", () => {
    const meeting: MeetingView = {
      id: "meeting",
      stopId: null,
      participantId: "me",
      organisation: null,
      interpreter: null,
      level: null,
      room: "Зал 1",
      startsAt: at("09:00"),
      endsAt: at("09:30"),
      timeZone: "Asia/Yekaterinburg",
      topic: { ru: "Печи" },
      result: {},
    };
    const versions = [
      version(1, { meetings: [meeting] }),
      version(2, { meetings: [{ ...meeting, room: "Зал 2" }] }),
      version(3, { meetings: [{ ...meeting, room: "Зал 2" }] }),
    ];
    const mine = read(versions, ru, "me");
    expect([mine.meeting?.sequence, mine.meeting?.summary]).toEqual([1, "Встреча: Печи"]);
    expect(mine.meeting?.text).toContain("Зал 2");
    const gone = read([...versions, version(4, {})], ru, "me");
    expect([gone.meeting?.status, gone.meeting?.sequence]).toEqual(["CANCELLED", 2]);
    expect(gone.meeting?.text).not.toContain("Печи");
    expect(read(versions, ru, "other")).toEqual({});
  });
});
