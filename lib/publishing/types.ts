import type { Locale } from "@/lib/i18n/locales";

/**
 * One part of a record as texts by path, as typed or printed; "" and missing are "not stated". The same paths name the
 * inputs of the editor.
 *
 * Figures, rows and links ("shared"):
 *   slug · sectors (words, parted by spaces) · values.FIELD
 *   rows.GROUP (ids in their order) · rows.GROUP.ID.FIELD
 *   backing.PART.FIELD.asOf|reviewBy|checkedOn|qualifier|valueTo|sources|disagreeing · backing.PART.FIELD.says|saysValue.SOURCE
 * Words of one language:
 *   name · summary · texts.PART.FIELD
 *
 * PART is the id of the record or of a row in it; the FIELD "all" of a backing stands for the whole row.
 */
export type Sheet = Record<string, string>;

/** The parts that are drafted and put in force each on its own. */
export type PartName = "shared" | Locale;

/** A record as it was put in force. A language that it did not have is missing. */
export type RecordDocument = { shared: Sheet; words: Partial<Record<Locale, Sheet>> };

/** Something that stands in the way of publishing, or should be looked at. `path` names the field of the form. */
export type Issue = { path: string; code: IssueCode; detail?: string };

export const issueCodes = [
  "required",
  "too_long",
  "not_a_number",
  "out_of_range",
  "too_many_decimals",
  "not_a_date",
  "not_a_time",
  "zone_missing",
  "not_an_option",
  "not_an_address",
  "not_an_email",
  "not_a_zone",
  "not_a_code",
  "unknown_record",
  "not_in_force",
  "slug_shape",
  "slug_reserved",
  "slug_taken",
  "source_missing",
  "review_without_date",
  "review_before_date",
  "end_before_start",
  "more_free_than_total",
  "twice",
  "name_missing",
  "rule_broken",
  "machine_unchecked",
  "hidden_name",
] as const;
export type IssueCode = (typeof issueCodes)[number];
