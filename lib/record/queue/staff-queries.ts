import "server-only";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { type Locale, locales } from "@/lib/i18n/locales";
import { inScope, readRows, recordsPerPage } from "@/lib/record/list/staff-queries";
import { behindStatuses } from "@/lib/record/list/types";
import type { LanguageCount, Queue, QueueFilter } from "@/lib/record/queue/types";

/** Public records whose language lacks something, the longest waiting first. */
export async function listQueue(actor: Actor, filter: QueueFilter, locale: Locale): Promise<Queue> {
  const statuses = filter.status ? [filter.status] : [...behindStatuses];
  const from = sql`translation_state s JOIN record r ON r.id = s.record_id
    WHERE s.locale = ${filter.locale}::locale AND s.status = ANY (${statuses}::text_status[])
      AND r.state = 'published' AND ${inScope(actor, "translate")}`;
  const [hits, counts] = await Promise.all([
    db().$queryRaw<{ id: string; since: Date; changed_at: Date }[]>`
      SELECT r.id, s.since, r.updated_at AS changed_at FROM ${from}
      ORDER BY s.since, r.id LIMIT ${recordsPerPage} OFFSET ${(filter.page - 1) * recordsPerPage}`,
    db().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${from}`,
  ]);
  const total = counts[0]?.total ?? 0;
  const since = new Map(hits.map((hit) => [hit.id, hit.since.toISOString()]));
  const rows = (await readRows(hits, locale)).map((row) => ({ ...row, since: since.get(row.id) ?? row.changedAt }));
  return { rows, total, page: filter.page, pages: Math.max(1, Math.ceil(total / recordsPerPage)) };
}

/** How each language stands, over the public records that this actor may translate. */
export async function countLanguages(actor: Actor): Promise<LanguageCount[]> {
  const rows = await db().$queryRaw<{ locale: Locale; status: string; count: number }[]>`
    SELECT s.locale::text AS locale, s.status::text AS status, count(*)::int AS count
    FROM translation_state s JOIN record r ON r.id = s.record_id
    WHERE r.state = 'published' AND ${inScope(actor, "translate")}
    GROUP BY 1, 2`;
  return locales.map((locale) => {
    const of = (status: string) => rows.find((row) => row.locale === locale && row.status === status)?.count ?? 0;
    const total = rows.filter((row) => row.locale === locale).reduce((sum, { count }) => sum + count, 0);
    return {
      locale,
      total,
      behind: behindStatuses.reduce((sum, status) => sum + of(status), 0),
      missing: of("missing"),
      outdated: of("outdated"),
      partial: of("partial"),
      machine: of("machine"),
    };
  });
}
