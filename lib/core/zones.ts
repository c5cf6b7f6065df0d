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
