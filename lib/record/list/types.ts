import type { Locale } from "@/lib/i18n/locales";
import type { EditableKind } from "@/lib/record/shapes";

/** How a language of a record stands to the source language, all its texts together. */
export const translationStatuses = ["current", "machine", "outdated", "partial", "missing", "withdrawn"] as const;
export type TranslationStatus = (typeof translationStatuses)[number];

/** What a translator has to do something about. */
export const behindStatuses = ["missing", "outdated", "partial"] as const satisfies readonly TranslationStatus[];

/** Where a draft stands. */
export const draftStates = ["open", "in_review", "returned", "scheduled"] as const;
export type DraftState = (typeof draftStates)[number];

export const recordStates = ["draft", "published", "withdrawn"] as const;
export type RecordState = (typeof recordStates)[number];

/** Of a language: its status, and the draft that somebody has of it. "none": its source is not in force yet. */
export type LanguageCell = {
  status: TranslationStatus | "source" | "none";
  draft: DraftState | null;
  /** the draft holds a machine's texts that nobody has looked at */
  isMachine: boolean;
};

export type Name = { text: string; lang: Locale };

export type ListRow = {
  id: string;
  kind: EditableKind;
  slug: string | null;
  /** in the source language, from the draft where nothing is in force; null: nowhere yet */
  name: Name | null;
  /** null: shared by all regions */
  region: string | null;
  state: RecordState;
  /** draft of figures, rows and links */
  figures: DraftState | null;
  languages: Record<Locale, LanguageCell>;
  changedAt: string;
};

/** One language in one status or one state of its draft. */
export type LanguageFilter = { locale: Locale; status: TranslationStatus | DraftState };

export type ListFilter = {
  kind: EditableKind | null;
  /** slug; "shared" for records of no region */
  region: string | null;
  state: RecordState | null;
  language: LanguageFilter | null;
  /** part of a name in any language, or of an address */
  search: string;
  isMine: boolean;
  page: number;
};

export type RecordList = { rows: ListRow[]; total: number; page: number; pages: number };

/** A record as lists of things to do name it; a name that nobody gave yet is null. */
export type Named = { id: string; kind: EditableKind; name: string | null; region: string | null };
