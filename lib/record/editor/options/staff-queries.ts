import "server-only";
import type { RecordKind } from "@/lib/auth/rules";
import type { Prisma } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import type { Field, Shape } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { Sheet } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { addressIn } from "@/lib/record/editor/schema";
import type { LinkOption } from "@/lib/record/editor/types";

/** How many records of a kind a list offers; others are found by typing their address. */
const mostOptions = 400;

/** What stands in an input for a link: the name, and the address that tells namesakes apart. */
export function linkLabel(name: string, slug: string): string {
  return `${name} · ${slug}`;
}

/**
 * Records and sources that fields of this kind may point to: those of the record's region and shared ones first, and always
 * those that the sheet names.
 */
export async function readOptions(
  tx: Tx,
  shape: Shape,
  head: RecordHead,
  sheet: Sheet,
  locale: Locale,
): Promise<Record<string, LinkOption[]>> {
  const named = [...new Set(Object.values(sheet).flatMap((value) => value.match(idPattern) ?? []))];
  const kinds = new Set(linkedKinds(shape));
  const options: Record<string, LinkOption[]> = {};
  for (const kind of kinds) {
    // Files are chosen by what they show, not by name.
    if (kind === "source" || kind === "programme_item" || kind === "media") continue;
    options[kind] = await readRecords(tx, kind, { named, head, locale });
  }
  options.source = await readSources(tx, named, head);
  options.programme_item = listAt(sheet, "rows.items").map((id, index) => ({ id, label: String(index + 1) }));
  return options;
}

const idPattern = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function linkedKinds(shape: Shape): (RecordKind | "source" | "programme_item")[] {
  const all: Field[] = [shape.fields, ...Object.values(shape.rows).map(({ fields }) => fields)].flatMap(Object.values);
  return all.flatMap((field) => (field.type === "link" ? [field.to] : []));
}

async function readRecords(
  tx: Tx,
  kind: RecordKind,
  { named, head, locale }: { named: string[]; head: RecordHead; locale: Locale },
): Promise<LinkOption[]> {
  const select = {
    id: true,
    slug: true,
    regionId: true,
    texts: { where: { locale: { in: [locale, head.sourceLocale] } }, select: { locale: true, name: true } },
  } satisfies Prisma.RecordSelect;
  const [near, known] = await Promise.all([
    tx.record.findMany({
      where: { kind, archivedAt: null, OR: [{ regionId: head.regionId }, { regionId: null }, { kind: "region" }] },
      orderBy: { slug: "asc" },
      take: mostOptions,
      select,
    }),
    tx.record.findMany({ where: { kind, id: { in: named } }, select }),
  ]);
  const far =
    near.length < mostOptions
      ? await tx.record.findMany({
          where: { kind, archivedAt: null, NOT: { OR: [{ regionId: head.regionId }, { regionId: null }] } },
          orderBy: { slug: "asc" },
          take: mostOptions - near.length,
          select,
        })
      : [];
  const seen = new Map(
    [...known, ...near, ...far].map(({ id, slug, texts }) => {
      const name = texts.find((text) => text.locale === locale)?.name ?? texts[0]?.name ?? slug ?? id;
      return [id, { id, label: linkLabel(name, slug ?? id) }];
    }),
  );
  return [...seen.values()].sort((a, b) => a.label.localeCompare(b.label, locale));
}

async function readSources(tx: Tx, named: string[], head: RecordHead): Promise<LinkOption[]> {
  const select = { id: true, code: true, title: true, publisher: true } as const;
  const [near, known] = await Promise.all([
    tx.source.findMany({
      where: { OR: [{ regionId: head.regionId }, { regionId: null }] },
      orderBy: { code: "asc" },
      take: mostOptions,
      select,
    }),
    tx.source.findMany({ where: { id: { in: named } }, select }),
  ]);
  const all = new Map([...known, ...near].map((source) => [source.id, source]));
  return [...all.values()].map(({ id, code, title, publisher }) => ({
    id,
    label: linkLabel(`${publisher}: ${title}`, code),
  }));
}

/** Ids for what was typed into inputs of links: a label, an address, or an id. What nobody knows stays as typed. */
export async function resolveLinks(tx: Tx, shape: Shape, sheet: Sheet): Promise<Sheet> {
  const typed = Object.entries(sheet).flatMap(([path, value]) => {
    const to = linkAt(path, shape);
    if (!to || value === "") return [];
    const words = to === "sources" ? value.split(" ") : [value];
    return words.filter((word) => !isWholeId(word)).map((word) => ({ path, to, word, slug: addressIn(word) }));
  });
  if (typed.length === 0) return sheet;
  const bySlug = new Map<string, string>();
  const wanted = typed.map(({ slug }) => slug);
  const [records, sources] = await Promise.all([
    tx.record.findMany({
      where: { OR: [{ slug: { in: wanted } }, { id: { in: wanted.filter(isWholeId) } }] },
      select: { id: true, kind: true, slug: true },
    }),
    tx.source.findMany({ where: { code: { in: wanted } }, select: { id: true, code: true } }),
  ]);
  for (const { id, kind, slug } of records) bySlug.set(`${kind} ${slug ?? id}`, id);
  for (const { id, code } of sources) bySlug.set(`source ${code}`, id);
  const resolved = { ...sheet };
  for (const { path, to, word, slug } of typed) {
    const isList = to === "sources";
    const id = bySlug.get(`${isList ? "source" : to} ${slug}`);
    if (!id) continue;
    const words = (resolved[path] ?? "").split(" ").map((one) => (one === word ? id : one));
    resolved[path] = isList ? [...new Set(words)].join(" ") : id;
  }
  return resolved;
}

function isWholeId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** What a path leads to: a kind of record, a source, or a list of sources. */
function linkAt(path: string, shape: Shape): string | null {
  if (/^backing\..*\.sources$/.test(path)) return "sources";
  const [, group, name = ""] = /^(?:values|rows\.([A-Za-z]+)\.[0-9a-z-]+)\.([A-Za-z]+)$/.exec(path) ?? [];
  const field = (group ? shape.rows[group]?.fields : shape.fields)?.[name];
  return field?.type === "link" ? field.to : null;
}
