import { isSpan, parseSpan } from "@/lib/core/dates";
import type { Fault } from "./fault";
import { isObject, type JsonObject, walk } from "./json";

/** Pairs of members of one object that must stand in order; equal is allowed where a term may last one day. */
const PAIRS: { first: string; last: string; mayBeEqual: boolean; reason: string }[] = [
  { first: "asOf", last: "reviewBy", mayBeEqual: false, reason: "reviewBy is not after asOf" },
  { first: "validFrom", last: "validTo", mayBeEqual: true, reason: "validTo is before validFrom" },
  { first: "start", last: "end", mayBeEqual: true, reason: "ends before it starts" },
];

/** Dates of every object of a file: in order, review only of what has an as-of date, whole months and years in full. */
export function checkDates(file: string, root: unknown): Fault[] {
  const faults: Fault[] = [];
  walk(root, (value, path) => {
    if (!isObject(value)) return;
    for (const { first, last, mayBeEqual, reason } of PAIRS) {
      const a = spanOf(value, first);
      const b = spanOf(value, last);
      if (a && b && (b.to < a.from || (!mayBeEqual && b.to <= a.to))) faults.push({ file, path, reason });
    }
    if (value.reviewBy !== undefined && value.asOf === undefined) {
      faults.push({ file, path, reason: "has reviewBy without asOf" });
    }
    if (!daysFillPrecision(value)) {
      faults.push({ file, path, reason: `a ${value.datePrecision} is given by its first and its last day` });
    }
  });
  return faults;
}

function spanOf(object: JsonObject, key: string) {
  const value = object[key];
  return typeof value === "string" && isSpan(value) ? parseSpan(value) : null;
}

function daysFillPrecision(object: JsonObject): boolean {
  const { datePrecision, start, end } = object;
  if (datePrecision !== "month" && datePrecision !== "year") return true;
  if (start === undefined && end === undefined) return true;
  if (typeof start !== "string" || typeof end !== "string" || !isSpan(start) || !isSpan(end)) return false;
  const length = datePrecision === "month" ? 7 : 4;
  const first = parseSpan(start.slice(0, length));
  const last = parseSpan(end.slice(0, length));
  return first.from.getTime() === parseSpan(start).from.getTime() && last.to.getTime() === parseSpan(end).to.getTime();
}
