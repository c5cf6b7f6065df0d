import "server-only";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { type Prisma, sql } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import { inScope } from "@/lib/record/list/staff-queries";
import { bureauReportSchema } from "@/lib/register/bureau/schema";
import type { BureauReport, BureauText } from "@/lib/register/bureau/types";

/** So many texts go into one file. */
export const mostBureauTexts = 5_000;

type Row = {
  record_id: string;
  path: string;
  kind: string;
  name: string;
  part: string;
  source_locale: Locale;
  source: string;
  version: number;
  before: string | null;
  present: string | null;
};

/** Texts of public records that a language lacks or that are older than their source, record by record. */
export async function listBureauTexts(actor: Actor, locale: Locale): Promise<BureauText[]> {
  const rows = await db().$queryRaw<Row[]>`
    WITH scope AS (
      SELECT r.id, r.kind, r.source_locale, s.name, s.summary, s.version, t.name AS t_name, t.summary AS t_summary,
        t.source_version AS t_version
      FROM translation_state w JOIN record r ON r.id = w.record_id
      JOIN record_text s ON s.record_id = r.id AND s.locale = r.source_locale
      LEFT JOIN record_text t ON t.record_id = r.id AND t.locale = ${locale}::locale
      WHERE w.locale = ${locale}::locale AND w.status IN ('missing', 'outdated', 'partial')
        AND r.state = 'published' AND ${inScope(actor, "translate")}
    ), due AS (
      SELECT id, kind, source_locale, name, 'name' AS path, kind::text AS part, name AS source, version, t_name AS present,
        t_version FROM scope
        WHERE t_name IS NULL OR coalesce(t_version, 0) < version
      UNION ALL
      SELECT id, kind, source_locale, name, 'summary', kind::text, summary, version, t_summary, t_version FROM scope
        WHERE summary IS NOT NULL AND (t_summary IS NULL OR coalesce(t_version, 0) < version)
      UNION ALL
      SELECT c.id, c.kind, c.source_locale, c.name, 'texts.' || p.part_id || '.' || p.field, p.kind::text, p.value, p.version,
        t.value, t.source_version
        FROM scope c JOIN part_text p ON p.record_id = c.id AND p.locale = c.source_locale
        LEFT JOIN part_text t ON t.part_id = p.part_id AND t.field = p.field AND t.locale = ${locale}::locale
        WHERE t.value IS NULL OR coalesce(t.source_version, 0) < p.version
    )
    SELECT d.id AS record_id, d.path, d.kind::text AS kind, d.name, d.part, d.source_locale::text AS source_locale, d.source, d.version,
      d.present, v.document->'words'->(d.source_locale::text)->>d.path AS before
    FROM due d LEFT JOIN revision v ON v.record_id = d.id AND v.version = d.t_version AND d.present IS NOT NULL
    ORDER BY d.kind, d.name, d.id, d.path LIMIT ${mostBureauTexts}`;
  return rows.map(({ record_id, source_locale, before, ...row }) => ({
    ...row,
    recordId: record_id,
    from: source_locale,
    before: before === row.source ? null : before,
  }));
}

/** The source text as it is in force, with its version; null where there is none. */
export async function readSourceText(
  tx: Prisma.TransactionClient,
  recordId: string,
  path: string,
): Promise<{ source: string; version: number } | null> {
  const [, partId, field] = /^texts\.([0-9a-f-]{36})\.([A-Za-z]+)$/.exec(path) ?? [];
  const column = path === "summary" ? sql`t.summary` : sql`t.name`;
  const rows =
    partId && field
      ? await tx.$queryRaw<{ source: string | null; version: number }[]>`
          SELECT p.value AS source, p.version FROM part_text p JOIN record r ON r.id = p.record_id AND p.locale = r.source_locale
          WHERE p.record_id = ${recordId}::uuid AND p.part_id = ${partId}::uuid AND p.field = ${field}`
      : await tx.$queryRaw<{ source: string | null; version: number }[]>`
          SELECT ${column} AS source, t.version FROM record_text t JOIN record r ON r.id = t.record_id AND t.locale = r.source_locale
          WHERE t.record_id = ${recordId}::uuid`;
  const [row] = rows;
  return row?.source ? { source: row.source, version: row.version } : null;
}

/** What this actor was told about a file that he brought back. */
export async function getBureauReport(actor: Actor, id: string): Promise<BureauReport | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const row = await db().submission.findFirst({
    where: { id, staffId: actor.id, action: "bureau-return" },
    select: { result: true },
  });
  const read = bureauReportSchema.safeParse(row?.result);
  return read.success ? read.data : null;
}
