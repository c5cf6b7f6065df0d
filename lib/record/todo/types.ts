import type { AuditAction } from "@/lib/audit/types";
import type { Locale } from "@/lib/i18n/locales";
import type { PartName } from "@/lib/publishing/types";
import type { LanguageCell } from "@/lib/record/list/types";
import type { LanguageCount } from "@/lib/record/queue/types";
import type { EditableKind } from "@/lib/record/shapes";
import type { Kind } from "@/lib/record/types";

/** A record as the to-do list names it; a name that nobody gave yet is null. */
export type Named = { id: string; kind: EditableKind; name: string | null; region: string | null };

/** Drafts of one record that wait for a decision. */
export type Waiting = Named & { parts: PartName[]; authors: string[]; since: string };

/** Drafts of one record that its author has not sent yet, or got back. */
export type OwnDraft = Named & { parts: PartName[]; isReturned: boolean; comment: string | null; changedAt: string };

/** A fact whose review-by day has passed. `field` "all" stands for the whole row or record. */
export type StaleFact = Named & {
  part: Kind;
  field: string;
  /** what the row is called, in the reader's language or the source's */
  label: string | null;
  reviewBy: string;
  publisher: string | null;
};

export type News = Named & { action: AuditAction; who: string | null; at: string };

/** One language of a record that waits for a translator. */
export type Behind = Named & { locale: Locale; cell: LanguageCell };

type Listed<Row> = { total: number; rows: Row[] };

/** What waits for this actor; null where he has no such right anywhere. */
export type Todo = {
  waiting: Listed<Waiting> | null;
  own: Listed<OwnDraft>;
  behind: { languages: LanguageCount[]; rows: Behind[] } | null;
  stale: Listed<StaleFact> | null;
  news: News[];
};
