/**
 * How far a zone's clocks are from UTC at a moment.
 *
 * @param zone  IANA name
 * @returns     minutes east of UTC
 * @throws      RangeError for an unknown zone
 */
export function offsetMinutes(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(at);
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours, minutes] = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

export type ClockRelation = { relation: "ahead" | "behind" | "same"; hours: number };

/** How a zone's clocks stand to Beijing's at a moment; whole or half hours, never negative. */
export function relationToBeijing(zone: string, at: Date): ClockRelation {
  const minutes = offsetMinutes(zone, at) - offsetMinutes("Asia/Shanghai", at);
  const relation = minutes === 0 ? "same" : minutes > 0 ? "ahead" : "behind";
  return { relation, hours: Math.abs(minutes) / 60 };
}

/** A moment as the clock of a zone shows it: "2026-01-13 14:30". */
export function formatLocalTime(at: Date, zone: string): string {
  const local = new Date(at.getTime() + offsetMinutes(zone, at) * 60_000);
  return local.toISOString().slice(0, 16).replace("T", " ");
}

/**
 * Reads "2026-01-13 14:30" (or with a "T") by the clock of a zone. An hour that a change of clocks skips is taken an hour later.
 *
 * @returns null for any other text and for a day or hour that does not exist
 */
export function parseLocalTime(text: string, zone: string): Date | null {
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})$/.exec(text) ?? [];
  if (!day || Number(hour) > 23 || Number(minute) > 59) return null;
  const asUtc = new Date(`${day}T${hour}:${minute}:00Z`);
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 10) !== day) return null;
  // The offset is that of the moment itself, which the first guess may miss by one change of clocks.
  const guess = new Date(asUtc.getTime() - offsetMinutes(zone, asUtc) * 60_000);
  return new Date(asUtc.getTime() - offsetMinutes(zone, guess) * 60_000);
}
