import "server-only";
import { type RecordKind, regionsOf } from "@/lib/auth/rules";
import type { Rights } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { type Prisma, sql } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import { isRowLink, linkedGroups, type RowLink, type Shape } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { Sheet } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { addressIn, toTyped } from "@/lib/record/editor/schema";
import type { LinkOption } from "@/lib/record/editor/types";
import { inScope } from "@/lib/record/list/staff-queries";

/** How many records are offered for what somebody types. */
const mostSuggestions = 20;
const mostCandidates = 6;
/** Records that are looked at for one text: a word that all names have would find them all. */
const mostLookedAt = 200;

/** What stands in an input for a link: the name, and the address that tells namesakes apart. */
export function linkLabel(name: string, slug: string): string {
  return `${name} · ${slug}`;
}

/** Where a link may lead: a kind of record, or a source. */
export type LinkKind = RecordKind | "source";

/** Names of the records and sources that a sheet points to, by kind; others are found by typing. */
export async function readOptions(
  tx: Tx,
  head: RecordHead,
  sheet: Sheet,
  locale: Locale,
): Promise<Record<string, LinkOption[]>> {
  const named = [...new Set(Object.values(sheet).flatMap((value) => value.match(idPattern) ?? []))];
  const [records, sources] = await Promise.all([
    tx.record.findMany({
      where: { id: { in: named } },
      select: {
        id: true,
        kind: true,
        slug: true,
        texts: { where: { locale: { in: [locale, head.sourceLocale] } }, select: { locale: true, name: true } },
      },
    }),
    tx.source.findMany({ where: { id: { in: named } }, select: sourceColumns }),
  ]);
  const options: Record<string, LinkOption[]> = {};
  for (const { id, kind, slug, texts } of records) {
    const name = texts.find((text) => text.locale === locale)?.name ?? texts[0]?.name ?? slug ?? id;
    options[kind] = [...(options[kind] ?? []), { id, label: linkLabel(name, slug ?? id) }];
  }
  options.source = sources.map(toSourceOption);
  for (const [to, group] of Object.entries(linkedGroups)) {
    options[to] = listAt(sheet, `rows.${group}`).map((id, index) => ({ id, label: String(index + 1) }));
  }
  return options;
}

const sourceColumns = { id: true, code: true, title: true, publisher: true } as const;

function toSourceOption({ id, code, title, publisher }: Record<keyof typeof sourceColumns, string>): LinkOption {
  return { id, label: linkLabel(`${publisher}: ${title}`, code) };
}

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Records that somebody may mean by what he typed: by name in any language or by address, the very same first. Those that
 * are public, and others that he may read; people and companies that did not agree to be named only where he may read them.
 *
 * @param kind  of the records that the field leads to
 * @param text  at least one letter
 */
export async function searchLinks(
  actor: Rights,
  kind: LinkKind,
  text: string,
  locale: Locale,
  most = mostSuggestions,
): Promise<LinkOption[]> {
  const typed = text.normalize("NFC").replace(/\s+/g, " ").trim().slice(0, 200);
  if (typed === "") return [];
  const pattern = `%${typed.replace(/[\\%_]/g, "\\$&")}%`;
  if (kind === "source") return searchSources(actor, pattern, most);
  const rows = await db().$queryRaw<{ id: string; slug: string | null; name: string | null }[]>`
    WITH hit AS (
      SELECT r.id FROM record r JOIN record_text t ON t.record_id = r.id
      WHERE t.name IS NOT NULL AND t.name ILIKE ${pattern} AND ${mayNameRecord(actor, kind)}
      LIMIT ${mostLookedAt}
    ), address AS (
      SELECT r.id FROM record r WHERE r.slug LIKE ${pattern.toLowerCase()} AND ${mayNameRecord(actor, kind)} LIMIT ${mostLookedAt}
    )
    SELECT r.id, r.slug, (SELECT t.name FROM record_text t WHERE t.record_id = r.id
        ORDER BY t.locale = ${locale}::locale DESC, t.locale = r.source_locale DESC LIMIT 1) AS name
    FROM record r WHERE r.id IN (SELECT id FROM hit UNION SELECT id FROM address)
    ORDER BY (r.slug = ${typed.toLowerCase()} OR EXISTS (
        SELECT 1 FROM record_text t WHERE t.record_id = r.id AND lower(t.name) = lower(${typed}))) DESC, r.slug, r.id
    LIMIT ${most}`;
  return rows.map(({ id, slug, name }) => ({ id, label: linkLabel(name ?? slug ?? id, slug ?? id) }));
}

/** Of a kind, and not to be kept from this actor. */
function mayNameRecord(actor: Rights, kind: RecordKind): Prisma.Sql {
  return sql`r.kind = ${kind}::kind AND r.archived_at IS NULL AND (${inScope(actor, "read")} OR (r.state = 'published'
    AND (r.kind NOT IN ('person', 'organisation')
      OR EXISTS (SELECT 1 FROM person p WHERE p.id = r.id AND p.consent_level = 'named')
      OR EXISTS (SELECT 1 FROM organisation o WHERE o.id = r.id AND o.consent_level = 'named'))))`;
}

async function searchSources(actor: Rights, pattern: string, most: number): Promise<LinkOption[]> {
  const regions = regionsOf(actor, "read");
  const own = regions ? sql`(s.region_id IS NULL OR s.region_id = ANY (${regions}::uuid[]))` : sql`TRUE`;
  const rows = await db().$queryRaw<{ id: string; code: string; title: string; publisher: string }[]>`
    SELECT s.id, s.code, s.title, s.publisher FROM source s
    WHERE ${own} AND (s.code ILIKE ${pattern} OR s.title ILIKE ${pattern} OR s.publisher ILIKE ${pattern})
    ORDER BY s.code LIMIT ${most}`;
  return rows.map(toSourceOption);
}

/** What stands in a field of links and leads nowhere, with what it may mean. By path, in a list of sources by its text. */
export async function readCandidates(
  actor: Rights,
  shape: Shape,
  sheet: Sheet,
  locale: Locale,
): Promise<Record<string, LinkOption[]>> {
  const open = linksIn(shape, sheet).slice(0, mostUnknown);
  const found = await Promise.all(
    open.map(async ({ path, to, word, isList }) => {
      const all = await searchLinks(actor, to, toTyped(word), locale, mostCandidates);
      return [isList ? `${path} ${word}` : path, all] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** So many texts of one record are looked up at once. */
const mostUnknown = 20;

/**
 * Ids for what was typed into inputs of links: a label, an address, an id, or a name that only one record has. What nobody
 * knows, or several are called, stays as typed.
 */
export async function resolveLinks(tx: Tx, actor: Rights, shape: Shape, sheet: Sheet): Promise<Sheet> {
  const typed = linksIn(shape, sheet).map((link) => ({ ...link, slug: addressIn(toTyped(link.word)) }));
  if (typed.length === 0) return sheet;
  const wanted = typed.map(({ slug }) => slug);
  const [records, sources] = await Promise.all([
    tx.record.findMany({
      where: { OR: [{ slug: { in: wanted } }, { id: { in: wanted.filter(isWholeId) } }] },
      select: { id: true, kind: true, slug: true },
    }),
    tx.source.findMany({ where: { code: { in: wanted } }, select: { id: true, code: true } }),
  ]);
  const bySlug = new Map<string, string>();
  for (const { id, kind, slug } of records) bySlug.set(`${kind} ${slug ?? id}`, id);
  for (const { id, code } of sources) bySlug.set(`source ${code}`, id);
  const resolved = { ...sheet };
  for (const { path, to, word, slug, isList } of typed) {
    const id = bySlug.get(`${to} ${slug}`) ?? (await findByName(tx, actor, to, toTyped(word)));
    if (!id) continue;
    const words = (resolved[path] ?? "").split(" ").map((one) => (one === word ? id : one));
    resolved[path] = isList ? [...new Set(words)].join(" ") : id;
  }
  return resolved;
}

/** The one record of this name; null where there is none, or more than one. */
async function findByName(tx: Tx, actor: Rights, kind: LinkKind, name: string): Promise<string | null> {
  if (kind === "source") return null;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT r.id FROM record r JOIN record_text t ON t.record_id = r.id
    WHERE t.name IS NOT NULL AND t.name ILIKE ${name.replace(/[\\%_]/g, "\\$&")} AND ${mayNameRecord(actor, kind)} LIMIT 2`;
  return rows.length === 1 ? (rows[0]?.id ?? null) : null;
}

type TypedLink = { path: string; to: LinkKind; word: string; isList: boolean };

/** Texts in fields of links that are no ids. */
function linksIn(shape: Shape, sheet: Sheet): TypedLink[] {
  return Object.entries(sheet).flatMap(([path, value]): TypedLink[] => {
    const to = linkAt(path, shape);
    if (!to || isRowLink(to) || value === "") return [];
    const isList = to === "sources";
    const words = isList ? value.split(" ") : [value];
    return words.filter((word) => !isWholeId(word)).map((word) => ({ path, to: isList ? "source" : to, word, isList }));
  });
}

function isWholeId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** What a path leads to: a kind of record, a source, or a list of sources. */
function linkAt(path: string, shape: Shape): RecordKind | "source" | "sources" | RowLink | null {
  if (/^backing\..*\.sources$/.test(path)) return "sources";
  const [, group, name = ""] = /^(?:values|rows\.([A-Za-z]+)\.[0-9a-z-]+)\.([A-Za-z]+)$/.exec(path) ?? [];
  const field = (group ? shape.rows[group]?.fields : shape.fields)?.[name];
  return field?.type === "link" ? field.to : null;
}
