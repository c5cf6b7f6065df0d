import type { RecordPermission } from "@/lib/auth/rules";
import type { Locale } from "@/lib/i18n/locales";
import type { Named } from "@/lib/record/list/types";
import type { Kind } from "@/lib/record/types";

/** What somebody should see to in published records, and whose business it is. The database finds it: finding(). */
export const findingCodes = {
  fact_due: "confirm",
  translation_late: "translate",
  language_missing: "translate",
  promise_overdue: "edit",
  promise_undated: "edit",
  promise_unowned: "edit",
  alt_missing: "translate",
  contact_missing: "edit",
  link_broken: "edit",
} as const satisfies Record<string, RecordPermission>;
export type FindingCode = keyof typeof findingCodes;

export function isFindingCode(text: string): text is FindingCode {
  return Object.hasOwn(findingCodes, text);
}

/** One thing to see to. `since` is an ISO day: from when it has been due, or how long it has been so. */
export type Finding = Named & {
  code: FindingCode;
  since: string | null;
  /** language that is late or missing */
  locale: Locale | null;
  /** address that is broken, or how a translation stands */
  detail: string | null;
  owner: string | null;
  fact: FactFinding | null;
};

/** A fact that wants to be looked at. `field` "all" stands for the whole row or record. */
export type FactFinding = {
  /** names the fact in a form: record, part and field */
  key: string;
  part: Kind;
  field: string;
  /** what the row is called, in the reader's language or the source's */
  label: string | null;
  /** the first of those that agree with it */
  source: { publisher: string; url: string | null } | null;
  /** ISO day until which it counts again when somebody says that it is still true */
  nextReview: string;
};

export type FindingFilter = { code: FindingCode; isMine: boolean; page: number };
export type FindingCount = { code: FindingCode; total: number; mine: number };
export type FindingList = { rows: Finding[]; total: number; page: number; pages: number };

/** What a record's own page of the staff area says of it. */
export type RecordCheck = { code: FindingCode; count: number; locales: Locale[]; details: string[] };
