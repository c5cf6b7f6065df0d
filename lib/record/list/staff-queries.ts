import "server-only";
import { type RecordPermission, recordScope } from "@/lib/auth/rules";
import type { Actor, Rights } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { type Prisma, sql } from "@/lib/db/sql";
import { type Locale, locales } from "@/lib/i18n/locales";
import {
  type DraftState,
  draftStates,
  type LanguageCell,
  type LanguageFilter,
  type ListFilter,
  type ListRow,
  type Name,
  type Named,
  type RecordList,
} from "@/lib/record/list/types";
import { isEditableKind } from "@/lib/record/shapes";
import { pick } from "@/lib/translation/rules";

export const recordsPerPage = 50;

/** What an actor reaches, as a condition on `record r`: the same fact as `recordScope`. */
export function inScope(actor: Rights, permission: RecordPermission): Prisma.Sql {
  const scope = recordScope(actor, permission);
  if (!scope.OR) return sql`TRUE`;
  const ways = scope.OR.map((one) => {
    const kind = one.kind ? sql`r.kind = ANY (${[...one.kind.in]}::kind[])` : sql`TRUE`;
    if ("id" in one) return sql`(r.id = ${one.id}::uuid AND ${kind})`;
    if (one.regionId === null) return sql`(r.region_id IS NULL AND ${kind})`;
    return sql`(r.region_id = ${one.regionId}::uuid AND ${kind})`;
  });
  return ways.length > 0 ? sql`(${ways.reduce((sum, one) => sql`${sum} OR ${one}`)})` : sql`FALSE`;
}

/** A text as a pattern that finds it anywhere. */
function anywhere(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}

function hasLanguage({ locale, status }: LanguageFilter): Prisma.Sql {
  return draftStates.some((one) => one === status)
    ? sql`r.id IN (SELECT record_id FROM draft WHERE locale = ${locale}::locale AND state = ${status}::draft_state)`
    : sql`(r.id IN (SELECT record_id FROM translation_state
        WHERE locale = ${locale}::locale AND status = ${status}::text_status)
      OR (${status} = 'machine' AND r.id IN (SELECT record_id FROM draft
        WHERE locale = ${locale}::locale AND origin = 'machine')))`;
}

function conditions(actor: Actor, filter: ListFilter): Prisma.Sql {
  const { kind, region, state, language, search, isMine } = filter;
  const all = [sql`r.kind <> 'media'`, inScope(actor, "read")];
  if (kind) all.push(sql`r.kind = ${kind}::kind`);
  if (region === "shared") all.push(sql`r.region_id IS NULL`);
  else if (region)
    all.push(sql`r.region_id = (SELECT id FROM record WHERE kind = 'region' AND ${region} IN (slug, id::text))`);
  if (state) all.push(sql`r.state = ${state}::publication_state`);
  if (language) all.push(hasLanguage(language));
  if (isMine) all.push(sql`r.id IN (SELECT record_id FROM draft WHERE author_id = ${actor.id}::uuid)`);
  if (search) {
    const pattern = anywhere(search);
    // Han letters have no case, and need not be looked at as if they had.
    const like = search.toLowerCase() === search.toUpperCase() ? sql`LIKE` : sql`ILIKE`;
    // One pass over the records, the finds hashed: joined, a word that most names have would take three times as long.
    all.push(sql`(r.slug LIKE ${pattern.toLowerCase()}
      OR r.id IN (SELECT record_id FROM record_text WHERE name IS NOT NULL AND name ${like} ${pattern})
      OR r.id IN (SELECT record_id FROM draft WHERE document->>'name' ${like} ${pattern}))`);
  }
  return all.reduce((sum, one) => sql`${sum} AND ${one}`);
}

type Hit = { id: string; changed_at: Date; total: number };

/** The records that this actor may see, those changed last first. */
export async function listRecords(actor: Actor, filter: ListFilter, locale: Locale): Promise<RecordList> {
  const hits = await db().$queryRaw<Hit[]>`
    WITH hit AS MATERIALIZED (
      SELECT r.id, greatest(r.updated_at, d.updated_at) AS changed_at
      FROM record r
      LEFT JOIN (SELECT record_id, max(updated_at) AS updated_at FROM draft GROUP BY record_id) d ON d.record_id = r.id
      WHERE ${conditions(actor, filter)}
    )
    SELECT id, changed_at, (SELECT count(*) FROM hit)::int AS total FROM hit
    ORDER BY changed_at DESC, id DESC LIMIT ${recordsPerPage} OFFSET ${(filter.page - 1) * recordsPerPage}`;
  const total = hits[0]?.total ?? 0;
  const rows = await readRows(hits, locale);
  return { rows, total, page: filter.page, pages: Math.max(1, Math.ceil(total / recordsPerPage)) };
}

/** Ids of all records that the list would show, however many pages it has; those entered first come first. */
export async function listRecordIds(actor: Actor, filter: ListFilter, most: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT r.id FROM record r WHERE ${conditions(actor, filter)} ORDER BY r.id LIMIT ${most}`;
  return rows.map(({ id }) => id);
}

/** What the list shows of these records, in their order. */
export async function readRows(hits: readonly { id: string; changed_at: Date }[], locale: Locale): Promise<ListRow[]> {
  const ids = hits.map(({ id }) => id);
  const records = await db().record.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      kind: true,
      slug: true,
      regionId: true,
      state: true,
      sourceLocale: true,
      texts: { select: { locale: true, name: true } },
      translations: { select: { locale: true, status: true } },
      drafts: { select: { locale: true, state: true, origin: true } },
    },
  });
  const regions = await readNames(
    records.flatMap(({ regionId }) => regionId ?? []),
    locale,
  );
  const nameless = records.filter(({ texts }) => texts.length === 0).map(({ id }) => id);
  const drafted = nameless.length > 0 ? await readDraftNames(nameless) : new Map<string, Name>();
  const byId = new Map(records.map((record) => [record.id, record]));
  return hits.flatMap(({ id, changed_at }): ListRow[] => {
    const record = byId.get(id);
    if (!record || !isEditableKind(record.kind)) return [];
    const { sourceLocale, texts, translations, drafts, regionId, kind, slug, state } = record;
    const draftOf = (one: Locale | null): DraftState | null =>
      drafts.find((draft) => draft.locale === one)?.state ?? null;
    const cell = (one: Locale): LanguageCell => ({
      status:
        one === sourceLocale
          ? texts.some((text) => text.locale === one)
            ? "source"
            : "none"
          : (translations.find((text) => text.locale === one)?.status ?? "none"),
      draft: draftOf(one),
      isMachine: drafts.some(({ locale: of, origin }) => of === one && origin === "machine"),
    });
    const names = Object.fromEntries(texts.map((text) => [text.locale, text.name]));
    return [
      {
        id,
        kind,
        slug,
        name: pick(names, sourceLocale) ?? drafted.get(id) ?? null,
        region: regionId ? (regions.get(regionId) ?? null) : null,
        state,
        figures: draftOf(null),
        languages: Object.fromEntries(locales.map((one) => [one, cell(one)])) as Record<Locale, LanguageCell>,
        changedAt: changed_at.toISOString(),
      },
    ];
  });
}

/** Names of records in a reader's language with its fall-backs, published or not. */
export async function readNames(ids: readonly string[], locale: Locale): Promise<Map<string, string>> {
  const rows = await db().recordText.findMany({
    where: { recordId: { in: [...new Set(ids)] } },
    select: { recordId: true, locale: true, name: true },
  });
  const names = new Map<string, Partial<Record<Locale, string>>>();
  for (const { recordId, locale: lang, name } of rows) names.set(recordId, { ...names.get(recordId), [lang]: name });
  return new Map(
    [...names].flatMap(([id, all]) => {
      const name = pick(all, locale);
      return name ? [[id, name.text]] : [];
    }),
  );
}

/** Names that stand in drafts only. */
export async function readDraftNames(ids: readonly string[]): Promise<Map<string, Name>> {
  const rows = await db().$queryRaw<{ record_id: string; locale: Locale; name: string }[]>`
    SELECT DISTINCT ON (d.record_id) d.record_id, d.locale, d.document->>'name' AS name
    FROM draft d JOIN record r ON r.id = d.record_id
    WHERE d.record_id = ANY (${[...ids]}::uuid[]) AND d.locale IS NOT NULL AND coalesce(d.document->>'name', '') <> ''
    ORDER BY d.record_id, d.locale <> r.source_locale`;
  return new Map(rows.map(({ record_id, locale, name }) => [record_id, { text: name, lang: locale }]));
}

export type RecordRow = { id: string; kind: string; region_id: string | null };

/** Names for rows of records; a row of a kind that is not edited here is left out. */
export async function withNames<Row extends RecordRow>(rows: Row[], locale: Locale): Promise<(Named & { row: Row })[]> {
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
