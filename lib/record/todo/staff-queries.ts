import "server-only";
import { type AuditAction, auditActions } from "@/lib/audit/types";
import { canSomewhere } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import type { PartName } from "@/lib/publishing/types";
import { countFindings, listFindings } from "@/lib/record/finding/staff-queries";
import type { FindingCode, FindingList } from "@/lib/record/finding/types";
import { inScope, type RecordRow, readNames, withNames } from "@/lib/record/list/staff-queries";
import { countLanguages, listQueue } from "@/lib/record/queue/staff-queries";
import type { News, OwnDraft, Todo, Waiting } from "@/lib/record/todo/types";

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
  const [waiting, own, behind, due, promises, findings, news] = await Promise.all([
    canSomewhere(actor, "publish") ? readWaiting(actor, locale) : null,
    readOwn(actor, locale),
    canSomewhere(actor, "translate") ? readBehind(actor, locale) : null,
    canSomewhere(actor, "confirm") ? first(actor, "fact_due", locale) : null,
    canSomewhere(actor, "edit") ? first(actor, "promise_undated", locale) : null,
    countFindings(actor),
    readNews(actor, locale),
  ]);
  return { waiting, own, behind, due, promises, findings, news };
}

/** The first of these, his own before those of others. */
async function first(actor: Actor, code: FindingCode, locale: Locale): Promise<FindingList> {
  const mine = await listFindings(actor, { code, isMine: true, page: 1 }, locale, shownRows);
  return mine.total > 0 ? mine : listFindings(actor, { code, isMine: false, page: 1 }, locale, shownRows);
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
