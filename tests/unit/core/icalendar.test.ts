import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarEntry, writeCalendar } from "@/lib/core/icalendar";

const madeAt = new Date("2026-12-01T08:00:00Z");
const header = { name: "访问，尤格拉; v2", productId: "-//example.org//portal//ZH", madeAt };

function entry(over: Partial<CalendarEntry>): CalendarEntry {
  return {
    uid: "stop@example.org",
    sequence: 0,
    changedAt: madeAt,
    when: { startsAt: new Date("2026-12-14T05:00:00Z"), endsAt: new Date("2026-12-14T06:30:00Z") },
    title: "Переговоры",
    description: "",
    location: "",
    point: null,
    isCancelled: false,
    url: "https://example.org/zh",
    ...over,
  };
}

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)) };
};

describe("a calendar file", () => {
  it("says its times in UTC, whatever the zone of the machine", () => {
    const text = writeCalendar(header, [entry({})]);
    expect(text).toContain("DTSTART:20261214T050000Z\r\n");
    expect(text).toContain("DTEND:20261214T063000Z\r\n");
    expect(text).toContain("DTSTAMP:20261201T080000Z\r\n");
    const { calendar, events } = read(text);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(calendar.getFirstPropertyValue("refresh-interval")?.toString()).toBe("PT1H");
    expect(events[0]?.startDate.toJSDate().toISOString()).toBe("2026-12-14T05:00:00.000Z");
  });

  it("has whole days for what has no hour, and no length where nobody said one", () => {
    const whole = writeCalendar(header, [entry({ when: { day: "2026-12-14" } })]);
    expect(whole).toContain("DTSTART;VALUE=DATE:20261214\r\n");
    expect(whole).not.toContain("DTEND");
    const open = writeCalendar(header, [entry({ when: { startsAt: new Date("2026-12-31T23:30:00Z"), endsAt: null } })]);
    expect(open).toContain("DTSTART:20261231T233000Z\r\n");
    expect(open).not.toMatch(/^(?:DTEND|DURATION)/m);
  });

  it.each(["尤".repeat(120), "Щ".repeat(120), `${"a".repeat(73)}鹮🏭№`, "«₽», ".repeat(40)])(
    "has lines of 75 octets at most and loses no letter of %s",
    (title) => {
      const text = writeCalendar(header, [entry({ title, description: `${title}\n${title}`, location: title })]);
      for (const line of text.split("\r\n")) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toContain("\ufffd");
      }
      const [event] = read(text).events;
      expect(event?.summary).toBe(title);
      expect(event?.description).toBe(`${title}\n${title}`);
      expect(event?.location).toBe(title);
    },
  );

  it("takes no line from what people wrote", () => {
    const text = writeCalendar(header, [entry({ title: "a\r\nBEGIN:VALARM\u0000\\n;b,c" })]);
    expect(text).not.toMatch(/^BEGIN:VALARM/m);
    expect(read(text).events[0]?.summary).toBe("a\nBEGIN:VALARM \\n;b,c");
    expect(read(text).calendar.getFirstPropertyValue("x-wr-calname")).toContain("访问，尤格拉");
  });

  it("is a calendar without entries too, and the same bytes each time", () => {
    expect(read(writeCalendar(header, [])).events).toEqual([]);
    expect(writeCalendar(header, [entry({})])).toBe(writeCalendar(header, [entry({})]));
  });
});
