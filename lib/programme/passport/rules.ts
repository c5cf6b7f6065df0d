import { formatDay } from "@/lib/core/dates";
import type { PassData } from "@/lib/programme/passport/types";
import type { Columns } from "@/lib/publishing/field-values";

const dayMs = 24 * 3600 * 1000;

/**
 * The last day on which passport data of a visit may be kept.
 *
 * @param visit columns of the visit as it is planned: `endsOn`, `startsOn`, `passDataDays`
 * @param today counts instead of the end of a visit that has no day yet
 * @returns     midnight UTC, as a `date` column holds it
 * @source      Federal Law 152-FZ, art. 5 (7): no longer than the purpose asks for
 */
export function deleteAfter({ endsOn, startsOn, passDataDays }: Columns, today: Date): Date {
  const end = endsOn instanceof Date ? endsOn : startsOn instanceof Date ? startsOn : today;
  const days = typeof passDataDays === "number" ? passDataDays : 14;
  return new Date(end.getTime() + days * dayMs);
}

/**
 * Are these data to go? By the day that was said when they were entered, or by that of the visit as it is planned now,
 * whichever comes first: a visit that is put off prolongs nothing by itself, one that ends sooner shortens it at once.
 */
export function isOver(stored: Date, current: Date, today: Date): boolean {
  return today > earlier(stored, current);
}

export function earlier(a: Date, b: Date): Date {
  return new Date(Math.min(a.getTime(), b.getTime()));
}

/** What a gate cannot do without. */
export const neededFields = ["documentNumber", "nameAsInDocument", "citizenship", "birthDate"] as const;

export function isComplete(data: PassData): boolean {
  return neededFields.every((field) => data[field] !== "");
}

/** Would the document be over before the visit is? */
export function expiresBefore(data: PassData, day: string | null): boolean {
  return data.validTo !== "" && day !== null && data.validTo < day;
}

export function dayOf(value: unknown): string | null {
  return value instanceof Date ? formatDay(value) : null;
}

/** What sealed data are about: one participant of one visit. */
export function passOwner(recordId: string, participantId: string): string {
  return `${recordId}/${participantId}`;
}
