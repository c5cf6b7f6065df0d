import "server-only";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import type { RecordHead } from "@/lib/record/document/types";
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

/** The source texts of a record as they are in force, by path, each with its version. */
export async function readSourceTexts(
  tx: Tx,
  { id, sourceLocale }: Pick<RecordHead, "id" | "sourceLocale">,
): Promise<Map<string, { source: string; version: number }>> {
  const row = await tx.recordText.findUnique({
    where: { recordId_locale: { recordId: id, locale: sourceLocale } },
    select: {
      name: true,
      summary: true,
      version: true,
      words: { select: { partId: true, field: true, value: true, version: true } },
    },
  });
  if (!row) return new Map();
  const { name, summary, version, words } = row;
  return new Map([
    ["name", { source: name, version }],
    ...(summary ? ([["summary", { source: summary, version }]] as const) : []),
    ...words.map(
      (word) => [`texts.${word.partId}.${word.field}`, { source: word.value, version: word.version }] as const,
    ),
  ]);
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
