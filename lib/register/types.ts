import type { Locale } from "@/lib/i18n/locales";
import type { IssueCode, PartName } from "@/lib/publishing/types";

/** Lists that ministries keep and that come in as a table. */
export const registerKinds = ["site", "lot", "resident"] as const;
export type RegisterKind = (typeof registerKinds)[number];

/** What was noticed about a cell or a row. */
export const noticeCodes = [
  "not_a_number",
  "wrong_unit",
  "summed",
  "scaled",
  "converted",
  "range",
  "rounded",
  "not_a_date",
  "date_read",
  "not_stated",
  "not_known_word",
  "similar_word",
  "unknown_record",
  "several_records",
  "name_missing",
  "key_missing",
  "region_missing",
  "region_unknown",
  "region_not_yours",
  "not_allowed",
  "twice_in_file",
  "other_place",
  "swapped",
  "outside_region",
  "has_draft",
  "required_new",
  "one_row_only",
  "total_row",
  "example_row",
  "header_row",
  "code_missing",
  "language_missing",
] as const;
export type NoticeCode = (typeof noticeCodes)[number] | IssueCode;

/**
 * "error" keeps the row out; "confirm" is taken once a person has said that it was understood rightly; "note" only says what
 * was done.
 */
export type Level = "error" | "confirm" | "note";

/**
 * @property column      0-based; null: the row as a whole
 * @property stood       what the cell says
 * @property understood  what was made of it
 */
export type Notice = {
  code: NoticeCode;
  level: Level;
  column: number | null;
  /** id of the field, where it is not that of the column */
  field?: string;
  stood?: string;
  understood?: string;
};

export type Verdict = "new" | "changed" | "unchanged" | "error" | "skipped";

/** One text of a record that the file changes. `path` is one of a sheet, see lib/publishing/types.ts. */
export type Change = { part: PartName; path: string; old: string; new: string };

export type BatchState = "uploaded" | "checked" | "applied" | "undone";

/** Columns of the file by their number, each with the field that it fills. */
export type Mapping = Record<string, string>;

export type Settings = {
  /** what stands in the columns that the file lacks, by field */
  constants: Record<string, string>;
  sourceId: string;
  asOf: string;
  reviewBy: string;
  /** the list is public: companies in it may be named */
  isOpenRegister: boolean;
};

/** `cells`: cells that hold errors; `confirms`: cells that were read in a way that must be looked at. */
export type Counts = Record<Verdict, number> & { cells: number; confirms: number; records: number };

export type BatchHead = {
  id: string;
  kind: RegisterKind;
  regionId: string;
  /** language of texts whose column names none */
  locale: Locale;
  fileName: string;
  state: BatchState;
  /** applied: into force, or as drafts */
  isInForce: boolean;
  headerRow: number;
  headers: string[];
  mapping: Mapping;
  settings: Settings;
  counts: Counts | null;
};
