import "server-only";
import { type AuditAction, auditActions } from "@/lib/audit/types";
import { canSomewhere } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { formatDay, today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import type { PartName } from "@/lib/publishing/types";
import { inScope, readDraftNames, readNames } from "@/lib/record/list/staff-queries";
import { countLanguages, listQueue } from "@/lib/record/queue/staff-queries";
import { isEditableKind } from "@/lib/record/shapes";
import type { Named, News, OwnDraft, StaleFact, Todo, Waiting } from "@/lib/record/todo/types";
import type { Kind } from "@/lib/record/types";

const shownRows = 10;

/** What the log tells of that everybody should know. */
const newsActions: readonly AuditAction[] = [
  "record.create",
  "record.publish",
  "record.schedule",
  "record.withdraw",
  "record.republish",
];

/** Everything that waits for this actor, as far as his rights reach. */
export async function readTodo(actor: Actor, locale: Locale): Promise<Todo> {
  const [waiting, own, behind, stale, news] = await Promise.all([
    canSomewhere(actor, "publish") ? readWaiting(actor, locale) : null,
    readOwn(actor, locale),
    canSomewhere(actor, "translate") ? readBehind(actor, locale) : null,
    canSomewhere(actor, "edit") ? readStale(actor, locale) : null,
    readNews(actor, locale),
  ]);
  return { waiting, own, behind, stale, news };
}

type RecordRow = { id: string; kind: string; region_id: string | null };

/** Names for rows of records; a row of a kind that is not edited here is left out. */
async function withNames<Row extends RecordRow>(rows: Row[], locale: Locale): Promise<(Named & { row: Row })[]> {
  const ids = rows.flatMap(({ id, region_id }) => (region_id ? [id, region_id] : [id]));
  const names = await readNames(ids, locale);
  const nameless = rows.map(({ id }) => id).filter((id) => !names.has(id));
  const drafted = await readDraftNames(nameless);
  // Whoever works in one region needs not read its name in every line.
  const isOneRegion = new Set(rows.map(({ region_id }) => region_id)).size < 2;
  return rows.flatMap((row) => {
    const { id, kind, region_id } = row;
    if (!isEditableKind(kind)) return [];
    const name = names.get(id) ?? drafted.get(id)?.text ?? null;
    return [{ id, kind, name, region: region_id && !isOneRegion ? (names.get(region_id) ?? null) : null, row }];
  });
}

type DraftRow = RecordRow & { parts: PartName[]; total: number; at: Date };

async function readWaiting(actor: Actor, locale: Locale): Promise<{ total: number; rows: Waiting[] }> {
  const rows = await db().$queryRaw<(DraftRow & { authors: string[] })[]>`
    SELECT r.id, r.kind::text AS kind, r.region_id, array_agg(coalesce(d.locale::text, 'shared') ORDER BY d.locale NULLS FIRST) AS parts,
      array_agg(DISTINCT s.name) AS authors, min(d.updated_at) AS at, count(*) OVER ()::int AS total
    FROM draft d JOIN record r ON r.id = d.record_id JOIN staff s ON s.id = d.author_id
    WHERE d.state = 'in_review' AND ${inScope(actor, "publish")}
    GROUP BY r.id ORDER BY at, r.id LIMIT ${shownRows}`;
  const named = await withNames(rows, locale);
  return {
    total: rows[0]?.total ?? 0,
    rows: named.map(({ row: { parts, authors, at }, ...one }) => ({ ...one, parts, authors, since: at.toISOString() })),
  };
}

async function readOwn(actor: Actor, locale: Locale): Promise<{ total: number; rows: OwnDraft[] }> {
  const rows = await db().$queryRaw<(DraftRow & { returned: boolean; comment: string | null })[]>`
    SELECT r.id, r.kind::text AS kind, r.region_id, array_agg(coalesce(d.locale::text, 'shared') ORDER BY d.locale NULLS FIRST) AS parts,
      bool_or(d.state = 'returned') AS returned, max(d.updated_at) AS at, count(*) OVER ()::int AS total,
      (SELECT c.body FROM review_comment c WHERE c.record_id = r.id ORDER BY c.created_at DESC LIMIT 1) AS comment
    FROM draft d JOIN record r ON r.id = d.record_id
    WHERE d.author_id = ${actor.id}::uuid AND d.state IN ('open', 'returned') AND ${inScope(actor, "read")}
    GROUP BY r.id ORDER BY returned DESC, at DESC, r.id LIMIT ${shownRows}`;
  const named = await withNames(rows, locale);
  return {
    total: rows[0]?.total ?? 0,
    rows: named.map(({ row: { parts, returned, comment, at }, ...one }) => ({
      ...one,
      parts,
      isReturned: returned,
      comment,
      changedAt: at.toISOString(),
    })),
  };
}

async function readBehind(actor: Actor, locale: Locale): Promise<NonNullable<Todo["behind"]>> {
  const languages = await countLanguages(actor);
  const queues = await Promise.all(
    languages
      .filter(({ behind }) => behind > 0)
      .map(async ({ locale: language }) => {
        const { rows } = await listQueue(actor, { locale: language, status: null, page: 1 }, locale);
        return rows.map((row) => ({ ...row, language }));
      }),
  );
  const oldest = queues
    .flat()
    .sort((a, b) => a.since.localeCompare(b.since))
    .slice(0, shownRows);
  const names = await readNames(
    oldest.map(({ id }) => id),
    locale,
  );
  const isOneRegion = new Set(oldest.map(({ region }) => region)).size < 2;
  const rows = oldest.map(({ id, kind, region, language, languages: cells }) => ({
    id,
    kind,
    region: isOneRegion ? null : region,
    name: names.get(id) ?? null,
    locale: language,
    cell: cells[language],
  }));
  return { languages, rows };
}

async function readStale(actor: Actor, locale: Locale): Promise<{ total: number; rows: StaleFact[] }> {
  const from = sql`fact f JOIN record r ON r.id = f.record_id
    WHERE f.review_by < ${today()} AND r.state = 'published' AND ${inScope(actor, "edit")}`;
  const [rows, counts] = await Promise.all([
    db().$queryRaw<
      (RecordRow & { part: Kind; field: string; review_by: Date; publisher: string | null; label: string | null })[]
    >`
      SELECT r.id, r.kind::text AS kind, r.region_id, f.kind::text AS part, f.field, f.review_by,
        (SELECT s.publisher FROM citation c JOIN source s ON s.id = c.source_id
          WHERE c.fact_id = f.id ORDER BY c.agrees DESC, c.position LIMIT 1) AS publisher,
        (SELECT t.value FROM part_text t WHERE t.part_id = f.part_id AND f.part_id <> r.id
            AND t.field IN ('label', 'title', 'name', 'what') AND t.locale IN (${locale}::locale, r.source_locale)
          ORDER BY t.locale = ${locale}::locale DESC LIMIT 1) AS label
      FROM ${from} ORDER BY f.review_by, f.id LIMIT ${shownRows}`,
    db().$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM ${from}`,
  ]);
  const named = await withNames(rows, locale);
  return {
    total: counts[0]?.total ?? 0,
    rows: named.map(({ row: { part, field, review_by, publisher, label }, ...one }) => ({
      ...one,
      part,
      field,
      reviewBy: formatDay(review_by),
      publisher,
      label,
    })),
  };
}

async function readNews(actor: Actor, locale: Locale): Promise<News[]> {
  const rows = await db().$queryRaw<(RecordRow & { action: string; staff_name: string | null; at: Date })[]>`
    SELECT r.id, r.kind::text AS kind, r.region_id, a.action, a.staff_name, a.at
    FROM audit_entry a JOIN record r ON r.id = a.record_id
    WHERE a.action = ANY (${[...newsActions]}) AND ${inScope(actor, "read")}
    ORDER BY a.at DESC, a.id DESC LIMIT ${shownRows}`;
  const named = await withNames(rows, locale);
  return named.flatMap(({ row, ...one }) => {
    const action = auditActions.find((known) => known === row.action);
    return action ? [{ ...one, action, who: row.staff_name, at: row.at.toISOString() }] : [];
  });
}
