import { z } from "zod";
import { pageNumber } from "@/lib/core/query-schema";
import { locales } from "@/lib/i18n/locales";
import { type QueueFilter, queueStatuses } from "@/lib/record/queue/types";

/** The query of the queue. Without a language, that of most readers: Chinese. */
export const queueFilterSchema = z
  .object({ lang: z.enum(locales).catch("zh"), status: z.enum(queueStatuses).nullable().catch(null), page: pageNumber })
  .transform(({ lang, status, page }): QueueFilter => ({ locale: lang, status, page }));

export function toQueueQuery({ locale, status, page }: Partial<QueueFilter> & Pick<QueueFilter, "locale">): string {
  const pairs = { lang: locale, status, page: page && page > 1 ? String(page) : null };
  return `?${new URLSearchParams(Object.entries(pairs).flatMap(([key, value]) => (value ? [[key, value]] : [])))}`;
}
