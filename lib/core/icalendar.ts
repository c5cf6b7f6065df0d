import { createEvents, type EventAttributes } from "ics";

/** One entry of a calendar file. Moments are in UTC; one without hours is a whole day. */
export type CalendarEntry = {
  uid: string;
  /** grows with every change: by it calendars know which of two copies is newer */
  sequence: number;
  changedAt: Date;
  when: { startsAt: Date; endsAt: Date | null } | { day: string };
  title: string;
  description: string;
  location: string;
  point: { lat: number; lon: number } | null;
  isCancelled: boolean;
  url: string;
};

/** How often calendars that follow the address should look again. */
const refresh = "PT1H";

export const calendarType = "text/calendar; charset=utf-8";

/**
 * A calendar file as RFC 5545 and RFC 7986 ask: times in UTC, lines of 75 octets at most.
 *
 * @param madeAt the moment that all entries are stamped with; the same entries with the same moment give the same bytes
 * @throws Error when an entry cannot be written
 */
export function writeCalendar(
  { name, productId, madeAt }: { name: string; productId: string; madeAt: Date },
  entries: readonly CalendarEntry[],
): string {
  const { error, value } = createEvents(
    entries.map((entry) => toEvent(entry, madeAt)),
    { calName: plain(name).replace(/([\\;,])/g, "\\$1"), productId, method: "PUBLISH" },
  );
  if (error) throw error;
  const lines = (value ?? "")
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n")
    .filter((line) => line !== unknownLength);
  const at = lines.findIndex((line) => line.startsWith("X-PUBLISHED-TTL"));
  lines.splice(at, 1, `X-PUBLISHED-TTL:${refresh}`, `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`);
  return lines.map(fold).join("\r\n");
}

function toEvent(entry: CalendarEntry, madeAt: Date): EventAttributes & { timestamp: number } {
  const { uid, sequence, changedAt, when, title, description, location, point, isCancelled, url } = entry;
  return {
    uid,
    sequence,
    timestamp: madeAt.getTime(),
    lastModified: changedAt.getTime(),
    ...("day" in when ? { start: dayArray(when.day), end: dayArray(when.day) } : timesOf(when)),
    title: plain(title),
    ...(description ? { description: plain(description) } : {}),
    ...(location ? { location: plain(location) } : {}),
    ...(point ? { geo: point } : {}),
    status: isCancelled ? "CANCELLED" : "CONFIRMED",
    transp: isCancelled || "day" in when ? "TRANSPARENT" : "OPAQUE",
    url,
  };
}

function timesOf({ startsAt, endsAt }: { startsAt: Date; endsAt: Date | null }) {
  const utc = { startInputType: "utc", startOutputType: "utc", endInputType: "utc", endOutputType: "utc" } as const;
  const start = startsAt.getTime();
  return endsAt ? { ...utc, start, end: endsAt.getTime() } : { ...utc, start, duration: { seconds: 0 } };
}

/** The package asks for a length where nobody set one; this one is taken out again. */
const unknownLength = "DURATION:PT";

function dayArray(day: string): [number, number, number] {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return [year, month, date];
}

/** Without signs that no line of the file may hold. */
function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  return text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f\u2028\u2029]/g, " ");
}

const longestLine = 75;

/** Parts of 75 octets; none begins within a letter. A part that goes on begins with a space, which counts. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= longestLine) return line;
  const parts: string[] = [];
  let part = "";
  let length = 0;
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (length + octets > longestLine) {
      parts.push(part);
      part = " ";
      length = 1;
    }
    part += letter;
    length += octets;
  }
  return [...parts, part].join("\r\n");
}
