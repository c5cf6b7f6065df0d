import type { Locale } from "@/lib/i18n/locales";
import type { Conflict } from "@/lib/publishing/sheet";
import type { Issue, PartName, Sheet } from "@/lib/publishing/types";
import type { FormBase } from "@/lib/record/draft/types";

import type { RecordCheck } from "@/lib/record/finding/types";
import type { Offers } from "@/lib/record/memory/types";
import type { SettingsView } from "@/lib/record/settings/types";
import type { EditableKind } from "@/lib/record/shapes";

/** How one text of a language stands to its source. */
export type TextStatus = "source" | "current" | "outdated" | "machine" | "missing";

export type DraftView = {
  state: "open" | "in_review" | "returned" | "scheduled";
  origin: "person" | "machine";
  author: string;
  updatedAt: string;
  publishAt: string | null;
  isMinor: boolean;
  reason: string | null;
};

/** One part as the form shows it. */
export type PartView = {
  /** what the inputs hold: the draft where there is one, with what was typed and not accepted on top */
  sheet: Sheet;
  base: FormBase;
  draft: DraftView | null;
  /** paths that a machine wrote and nobody has looked at */
  unchecked: string[];
  mayEdit: boolean;
  state: "draft" | "published" | "withdrawn" | "none";
  /** paths that differ from what is in force */
  changed: string[];
  issues: Issue[];
  /** what another saved meanwhile where the form has something else */
  conflicts: Conflict[];
};

/** Before and after of a source text since it was translated. */
export type SourceChange = { before: string; after: string };

export type LinkOption = { id: string; label: string };

export type EditorView = {
  id: string;
  kind: EditableKind;
  slug: string | null;
  version: number;
  state: "draft" | "published" | "withdrawn";
  sourceLocale: Locale;
  region: { id: string; slug: string; name: string } | null;
  zone: string;
  may: { submit: boolean; publish: boolean; preview: boolean; machine: boolean };
  parts: Record<PartName, PartView>;
  /** by language and path of words */
  textStatus: Record<Locale, Record<string, TextStatus>>;
  sourceChanges: Record<Locale, Record<string, SourceChange>>;
  /** earlier translations of the same or a similar text; the page of the editor asks for them (lib/record/memory) */
  offers: Offers;
  /** names of what its links lead to, by kind */
  options: Record<string, LinkOption[]>;
  /** what texts in fields of links may mean that lead nowhere: by path, in a list of sources with the text behind it */
  candidates: Record<string, LinkOption[]>;
  comments: { author: string; body: string; at: string }[];
  history: { version: number; at: string; author: string | null; parts: string[] }[];
  /** colleagues who have the record open now */
  alsoOpen: string[];
  settings: SettingsView;
  /** what somebody should see to in what is public */
  checks: RecordCheck[];
};
