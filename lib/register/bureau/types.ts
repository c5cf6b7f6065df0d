import type { Locale } from "@/lib/i18n/locales";

/** One text that a bureau is to translate. `path` as in a sheet: name, summary, texts.PART.FIELD. */
export type BureauText = {
  recordId: string;
  path: string;
  /** kind of the record, and its name in the source language */
  kind: string;
  name: string;
  /** kind of the row and name of the text, for its label */
  part: string;
  from: Locale;
  source: string;
  /** version of the source text: what comes back for another one is looked at anew */
  version: number;
  /** what the present translation was made from; null where it is the same or unknown */
  before: string | null;
  /** the present translation; null where there is none */
  present: string | null;
};

/** Why a row that came back was not taken, or was taken and should be looked at. */
export const bureauProblems = [
  "key_unknown",
  "not_there",
  "source_changed",
  "draft_differs",
  "too_long",
  "not_translated",
  "numbers",
  "term",
  "markup",
] as const;
export type BureauProblem = (typeof bureauProblems)[number];

/** What is wrong enough that the text is left out; the rest is taken and named. */
export const leftOut: readonly BureauProblem[] = [
  "key_unknown",
  "not_there",
  "source_changed",
  "draft_differs",
  "too_long",
  "not_translated",
];

export type BureauNote = {
  /** number of the row as the program of the bureau shows it */
  row: number;
  problem: BureauProblem;
  /** beginning of the text, or the wrong and the right term */
  detail: string;
  recordId: string | null;
};

export type BureauReport = {
  fileName: string;
  locale: Locale;
  /** texts that are drafts now */
  taken: number;
  /** rows without a translation, or with the one that is in force */
  empty: number;
  notes: BureauNote[];
};
