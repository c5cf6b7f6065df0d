import { plusMonths } from "@/lib/core/dates";
import type { CitationView, Freshness } from "@/lib/source/types";

const monthsOfAgeing = 12;

export type FreshnessInput = {
  /** last day of what the source gave the fact for; null: not stated */
  asOf: Date | null;
  /** last day on which the fact counts without a check; 12 months after as-of where none is set */
  reviewBy: Date | null;
  /** last day of a legal term that ends the fact at once */
  validTo?: Date | null;
  /** the present calendar day, midnight UTC */
  today: Date;
};

/**
 * Whether a fact still counts: fresh until its review-by day, ageing for 12 months more, then stale; stale at once past a
 * legal term; without an as-of date ageing at best.
 */
export function freshnessOf({ asOf, reviewBy, validTo, today }: FreshnessInput): Freshness {
  if (validTo && today > validTo) return "stale";
  if (!asOf) return "ageing";
  const due = reviewBy ?? plusMonths(asOf, 12);
  if (today <= due) return "fresh";
  return today <= plusMonths(due, monthsOfAgeing) ? "ageing" : "stale";
}

/** Newest source first; those without a date last, in the order in which they were entered. */
export function byNewestSource(a: CitationView, b: CitationView): number {
  return (b.source.publishedOn ?? "").localeCompare(a.source.publishedOn ?? "");
}
