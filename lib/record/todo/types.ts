import type { AuditAction } from "@/lib/audit/types";
import type { Locale } from "@/lib/i18n/locales";
import type { PartName } from "@/lib/publishing/types";
import type { FindingCount, FindingList } from "@/lib/record/finding/types";
import type { LanguageCell, Named } from "@/lib/record/list/types";
import type { LanguageCount } from "@/lib/record/queue/types";

/** Drafts of one record that wait for a decision. */
export type Waiting = Named & { parts: PartName[]; authors: string[]; since: string };

/** Drafts of one record that its author has not sent yet, or got back. */
export type OwnDraft = Named & { parts: PartName[]; isReturned: boolean; comment: string | null; changedAt: string };

export type News = Named & { action: AuditAction; who: string | null; at: string };

/** One language of a record that waits for a translator. */
export type Behind = Named & { locale: Locale; cell: LanguageCell };

type Listed<Row> = { total: number; rows: Row[] };

/** What waits for this actor; null where he has no such right anywhere. */
export type Todo = {
  waiting: Listed<Waiting> | null;
  own: Listed<OwnDraft>;
  behind: { languages: LanguageCount[]; rows: Behind[] } | null;
  /** facts to be looked at, and promises without a date: the first of each, his own if he has some */
  due: FindingList | null;
  promises: FindingList | null;
  findings: FindingCount[];
  news: News[];
};
