import { plusMonths } from "@/lib/core/dates";

const shortestMonths = 3;
const longestMonths = 12;
const dayMs = 24 * 3600 * 1000;
const monthDays = 30.44;

/**
 * Until when a fact counts that is still true today: as long again as its review was set for before, at least a quarter
 * and at most a year.
 *
 * @returns midnight UTC
 */
export function nextReview({ asOf, reviewBy, today }: { asOf: Date | null; reviewBy: Date | null; today: Date }): Date {
  const months =
    asOf && reviewBy ? Math.round((reviewBy.getTime() - asOf.getTime()) / dayMs / monthDays) : longestMonths;
  return plusMonths(today, Math.min(longestMonths, Math.max(shortestMonths, months)));
}

/** How a form names a fact. */
export function factKey(recordId: string, partId: string, field: string): string {
  return `${recordId}/${partId}/${field}`;
}

/** @returns null for what names none */
export function readFactKey(text: string): { recordId: string; partId: string; field: string } | null {
  const [, recordId, partId, field] = /^([0-9a-f-]{36})\/([0-9a-f-]{36})\/([A-Za-z]{1,40})$/.exec(text) ?? [];
  return recordId && partId && field ? { recordId, partId, field } : null;
}
