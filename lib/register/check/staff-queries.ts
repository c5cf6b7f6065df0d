import "server-only";
import { geoBounds } from "d3-geo";
import type { Tx } from "@/lib/db/table";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { regionShapes } from "@/lib/map/views";
import type { Bounds } from "@/lib/register/cell/place";
import { plainWords } from "@/lib/register/cell/word";
import type { CheckContext, NameIndex } from "@/lib/register/check/types";
import type { BatchHead } from "@/lib/register/types";
import type { AllMessages } from "@/lib/register/words";

/** How far beyond the box around a region a place may lie; degrees. */
const margin = 0.4;

let messages: Promise<AllMessages> | undefined;

/** Interface words of all languages, read once. */
export function allMessages(): Promise<AllMessages> {
  messages ??= Promise.all(locales.map(async (locale) => [locale, await loadMessages(locale)] as const)).then(
    (pairs) => Object.fromEntries(pairs) as AllMessages,
  );
  return messages;
}

/** All that a batch is compared with, in few questions, however long the list. */
export async function loadContext(tx: Tx, batch: BatchHead): Promise<CheckContext> {
  const { regionId } = batch;
  const region = await tx.region.findUniqueOrThrow({
    where: { id: regionId },
    select: {
      id: true,
      isoCode: true,
      timeZone: true,
      bboxWest: true,
      bboxSouth: true,
      bboxEast: true,
      bboxNorth: true,
      record: { select: { slug: true } },
    },
  });
  const [all, regions, sites, place, regime, organisation, taxNumbers, takenSlugs, drafted] = [
    await allMessages(),
    await loadRegions(tx),
    await loadNames(tx, "site", regionId),
    await loadNames(tx, "place", null),
    await loadNames(tx, "regime", null),
    await loadNames(tx, "organisation", null),
    await loadTaxNumbers(tx),
    await loadSlugs(tx),
    await loadDrafted(tx, regionId),
  ];
  return {
    batch,
    all,
    region: { id: region.id, slug: region.record.slug ?? "", zone: region.timeZone, bounds: boundsOf(region) },
    regions,
    sites,
    links: { place, regime, organisation },
    organisationByTaxNumber: taxNumbers,
    takenSlugs,
    drafted,
  };
}

type Box = { isoCode: string } & Record<"bboxWest" | "bboxSouth" | "bboxEast" | "bboxNorth", number | null>;

/** The box that staff set, else the one around the region's shape on our map. */
function boundsOf({ isoCode, bboxWest, bboxSouth, bboxEast, bboxNorth }: Box): Bounds | null {
  if (bboxWest !== null && bboxSouth !== null && bboxEast !== null && bboxNorth !== null) {
    return { west: bboxWest, south: bboxSouth, east: bboxEast, north: bboxNorth };
  }
  const shape = regionShapes.find(({ properties }) => properties.iso === isoCode);
  if (!shape) return null;
  const [[west, south], [east, north]] = geoBounds(shape);
  return { west: west - margin, south: south - margin, east: east + margin, north: north + margin };
}

async function loadRegions(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.region.findMany({
    select: { id: true, isoCode: true, record: { select: { slug: true, texts: { select: { name: true } } } } },
  });
  return new Map(
    rows.flatMap(({ id, isoCode, record }) =>
      [isoCode, record.slug ?? id, ...record.texts.map(({ name }) => name)].map(
        (name) => [plainWords(name), id] as const,
      ),
    ),
  );
}

/** Names and addresses of the records of a kind, also of those that only drafts tell of. */
async function loadNames(
  tx: Tx,
  kind: "site" | "place" | "regime" | "organisation",
  regionId: string | null,
): Promise<NameIndex> {
  const rows = await tx.$queryRaw<{ id: string; slug: string | null; name: string | null }[]>`
    SELECT r.id, r.slug, t.name FROM record r LEFT JOIN record_text t ON t.record_id = r.id
    WHERE r.kind = ${kind}::kind AND (${regionId}::uuid IS NULL OR r.region_id = ${regionId}::uuid)
    UNION
    SELECT r.id, d.document->>'slug', d.document->>'name' FROM record r JOIN draft d ON d.record_id = r.id
    WHERE r.kind = ${kind}::kind AND (${regionId}::uuid IS NULL OR r.region_id = ${regionId}::uuid)`;
  const bySlug = new Map<string, string>();
  const byName = new Map<string, string[]>();
  for (const { id, slug, name } of rows) {
    if (slug) bySlug.set(slug, id);
    if (!name) continue;
    const plain = plainWords(name);
    const known = byName.get(plain);
    if (!known) byName.set(plain, [id]);
    else if (!known.includes(id)) known.push(id);
  }
  return { bySlug, byName };
}

async function loadTaxNumbers(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.organisation.findMany({
    where: { taxNumber: { not: null } },
    select: { id: true, taxNumber: true },
  });
  return new Map(rows.map(({ id, taxNumber }) => [taxKey(taxNumber ?? ""), id]));
}

/** A tax number without the spaces and signs that tables put into it. */
export function taxKey(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, "");
}

async function loadSlugs(tx: Tx): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    SELECT slug FROM record WHERE kind = 'site' AND slug IS NOT NULL
    UNION SELECT slug FROM slug_redirect WHERE kind = 'site'
    UNION SELECT d.document->>'slug' FROM draft d JOIN record r ON r.id = d.record_id
      WHERE r.kind = 'site' AND d.locale IS NULL AND d.document->>'slug' IS NOT NULL`;
  return new Set(rows.map(({ slug }) => slug));
}

async function loadDrafted(tx: Tx, regionId: string): Promise<Map<string, string>> {
  const rows = await tx.draft.findMany({
    where: { record: { regionId } },
    select: { recordId: true, author: { select: { name: true } } },
  });
  return new Map(rows.map(({ recordId, author }) => [recordId, author.name]));
}

/** Name of a record in the first language that it has, for lists. */
export function nameIn(words: Partial<Record<Locale, { name?: string }>>, first: Locale): string {
  return [first, ...locales].map((locale) => words[locale]?.name).find(Boolean) ?? "";
}
