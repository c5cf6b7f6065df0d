import type { Locale } from "@/lib/i18n/locales";
import type { ListRow } from "@/lib/record/list/types";

/** What the queue of translators can be narrowed to. */
export const queueStatuses = ["missing", "outdated", "partial", "machine"] as const;
export type QueueStatus = (typeof queueStatuses)[number];

export type QueueFilter = {
  locale: Locale;
  /** null: all that is behind (machine drafts are not: a reader has something to read) */
  status: QueueStatus | null;
  page: number;
};

/** `since`: when its language came into this state. */
export type QueueRow = ListRow & { since: string };

/** How many records of one language are in each state, as far as this actor may translate them. */
export type LanguageCount = { locale: Locale; total: number; behind: number } & Record<QueueStatus, number>;

export type Queue = { rows: QueueRow[]; total: number; page: number; pages: number };
