import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { formatDay, today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import { type Prisma, sql } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import { listRegions } from "@/lib/region/public-queries";
import { publicInRegion } from "@/lib/region/ref";
import { siteFilterSchema, toSiteFilterQuery } from "@/lib/site/catalogue/schema";
import type { Catalogue, SiteFacets, SiteFilter, SitePin } from "@/lib/site/catalogue/types";
import { siteRefColumns, toCoordinates, toSiteRef } from "@/lib/site/ref";
import { kindGroupKeys, kindGroups, sitesPerPage } from "@/lib/site/rules";
import { type SiteKind, type SiteRow, siteStatuses } from "@/lib/site/types";
import { type Backing, loadBacking } from "@/lib/source/public-queries";
import { loadWords, type WordBook } from "@/lib/translation/public-queries";

/** Pins on one map; more would not be told apart. */
const mostPins = 500;

type Group = "region" | "kind" | "status";

/** Conditions of a filter over `site_filter f` and its region `g`; one group may be left out, for its own counts. */
function conditions({ regions, kinds, statuses }: SiteFilter, without?: Group): Prisma.Sql {
  const all = [sql`f.kind <> 'facility'`];
  if (regions.length > 0 && without !== "region") all.push(sql`g.slug = ANY (${regions})`);
  if (kinds.length > 0 && without !== "kind") {
    all.push(sql`f.kind::text = ANY (${kinds.flatMap((kind): readonly SiteKind[] => kindGroups[kind])})`);
  }
  if (statuses.length > 0 && without !== "status") all.push(sql`f.status::text = ANY (${statuses})`);
  return all.reduce((sum, one) => sql`${sum} AND ${one}`);
}

const from = sql`site_filter f JOIN record g ON g.id = f.region_id AND g.state = 'published'`;

async function readPage(filter: SiteFilter) {
  const where = conditions(filter);
  const [ids, counts] = await Promise.all([
    db().$queryRaw<{ id: string }[]>`
      SELECT f.site_id AS id FROM ${from} WHERE ${where}
      ORDER BY f.total_area_ha DESC NULLS LAST, f.published_at DESC, f.site_id
      LIMIT ${sitesPerPage} OFFSET ${(filter.page - 1) * sitesPerPage}`,
    db().$queryRaw<{ total: number; unknown: number; unplaced: number }[]>`
      SELECT count(*)::int AS total, count(*) FILTER (WHERE f.total_area_ha IS NULL)::int AS unknown,
        count(*) FILTER (WHERE f.lat IS NULL)::int AS unplaced
      FROM ${from} WHERE ${where}`,
  ]);
  return { ids: ids.map(({ id }) => id), ...(counts[0] ?? { total: 0, unknown: 0, unplaced: 0 }) };
}

async function readFacets(filter: SiteFilter, locale: Locale): Promise<SiteFacets> {
  const count = (column: Prisma.Sql, group: Group) =>
    db().$queryRaw<{ value: string; count: number }[]>`
      SELECT ${column} AS value, count(*)::int AS count FROM ${from} WHERE ${conditions(filter, group)} GROUP BY 1`;
  const [byRegion, byKind, byStatus, regions] = await Promise.all([
    count(sql`g.slug`, "region"),
    count(sql`f.kind::text`, "kind"),
    count(sql`f.status::text`, "status"),
    listRegions(locale),
  ]);
  const countOf = (rows: { value: string; count: number }[], values: readonly string[]) =>
    rows.filter(({ value }) => values.includes(value)).reduce((sum, row) => sum + row.count, 0);
  return {
    regions: regions.map(({ slug, name }) => ({ slug, name, count: countOf(byRegion, [slug]) })),
    kinds: kindGroupKeys.map((kind) => ({ kind, count: countOf(byKind, kindGroups[kind]) })),
    statuses: siteStatuses.map((status) => ({ status, count: countOf(byStatus, [status]) })),
  };
}

async function readPins(filter: SiteFilter, locale: Locale): Promise<SitePin[]> {
  const rows = await db().$queryRaw<
    { id: string; slug: string; region: string; iso: string; lat: number; lon: number; exact: boolean }[]
  >`
    SELECT f.site_id AS id, r.slug, g.slug AS region, p.iso_code AS iso, f.lat, f.lon,
      s.coordinate_precision <> 'locality' AS exact
    FROM ${from} JOIN region p ON p.id = f.region_id JOIN record r ON r.id = f.site_id AND r.state = 'published'
      JOIN site s ON s.id = f.site_id
    WHERE ${conditions(filter)} AND f.lat IS NOT NULL
    ORDER BY f.total_area_ha DESC NULLS LAST, f.site_id LIMIT ${mostPins}`;
  const words = await loadWords(
    rows.map(({ id }) => id),
    locale,
    [],
  );
  const pins = new Map<string, SitePin>();
  for (const { id, slug, region, iso, lat, lon, exact } of rows) {
    const key = `${lat}/${lon}/${exact}`;
    const pin = pins.get(key) ?? { lat, lon, isExact: exact, region: { slug: region, isoCode: iso }, sites: [] };
    pin.sites.push({ slug, name: words.nameOf(id) });
    pins.set(key, pin);
  }
  return [...pins.values()];
}

const rowSelect = {
  ...siteRefColumns,
  status: true,
  lat: true,
  lon: true,
  coordinatePrecision: true,
  totalAreaHa: true,
  availableAreaHa: true,
  premisesM2: true,
  availablePremisesM2: true,
  record: { select: { ...siteRefColumns.record.select, sectors: true } },
  parent: { select: { id: true, record: { select: { slug: true } } } },
  utilities: { where: { kind: "electricity" }, select: { id: true, totalCapacity: true, freeCapacity: true } },
  stages: {
    where: { status: { not: "done" } },
    orderBy: { readyOn: "asc" },
    select: { readyOn: true, readyPrecision: true, areaHa: true, premisesM2: true },
  },
} satisfies Prisma.SiteSelect;

type Row = Prisma.SiteGetPayload<{ select: typeof rowSelect }>;

function toRow(row: Row, { words, backing }: { words: WordBook; backing: Backing }): SiteRow {
  const figure = (field: "totalAreaHa" | "availableAreaHa" | "premisesM2" | "availablePremisesM2") =>
    backing.figure(row[field], row.id, row.id, field);
  const power = row.utilities[0];
  const now = today();
  const stage = row.stages.find(({ readyOn, areaHa, premisesM2 }) => readyOn >= now && (areaHa ?? premisesM2) !== null);
  const readyOn = stage && formatDay(stage.readyOn);
  const parentName = row.parent && words.name(row.parent.id);
  return {
    ...toSiteRef(row, words),
    status: row.status,
    sectors: row.record.sectors,
    totalAreaHa: figure("totalAreaHa"),
    availableAreaHa: figure("availableAreaHa"),
    premisesM2: figure("premisesM2"),
    availablePremisesM2: figure("availablePremisesM2"),
    electricityMw: power ? backing.figure(power.freeCapacity ?? power.totalCapacity, row.id, power.id) : null,
    nextStage:
      stage && readyOn
        ? {
            readyOn: { from: readyOn, to: readyOn, precision: stage.readyPrecision },
            areaHa: stage.areaHa === null ? null : Number(stage.areaHa),
            premisesM2: stage.premisesM2 === null ? null : Number(stage.premisesM2),
          }
        : null,
    coordinates: toCoordinates(row),
    parent: row.parent?.record.slug && parentName ? { slug: row.parent.record.slug, name: parentName } : null,
    provenance: backing.provenance(row.id),
  };
}

/** Rows of published sites in the order of their ids. */
async function readRows(ids: string[], locale: Locale): Promise<SiteRow[]> {
  const rows = await db().site.findMany({
    where: { id: { in: ids }, record: publicInRegion },
    select: rowSelect,
  });
  const recordIds = rows.flatMap(({ id, parent, record }) => [
    id,
    ...(parent ? [parent.id] : []),
    ...(record.region ? [record.region.id] : []),
  ]);
  const [words, backing] = await Promise.all([loadWords(recordIds, locale, ["municipality"]), loadBacking(ids)]);
  const byId = new Map(rows.map((row) => [row.id, toRow(row, { words, backing })]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function readCatalogue(filter: SiteFilter, locale: Locale): Promise<Catalogue> {
  const [page, facets, pins] = await Promise.all([
    readPage(filter),
    readFacets(filter, locale),
    readPins(filter, locale),
  ]);
  return {
    filter,
    rows: await readRows(page.ids, locale),
    total: page.total,
    pageCount: Math.max(1, Math.ceil(page.total / sitesPerPage)),
    unknownAreaCount: page.unknown,
    facets,
    pins,
    unplacedCount: page.unplaced,
  };
}

const catalogueByQuery = cachedQuery(
  "catalogue",
  async (query: string, locale: Locale) => {
    const { region, kind, status, page } = siteFilterSchema.parse(Object.fromEntries(new URLSearchParams(query)));
    return readCatalogue({ regions: region, kinds: kind, statuses: status, page }, locale);
  },
  () => [cacheTags.sites, cacheTags.regions],
);

/** One page of the catalogue with its counts and its map. A page past the last is empty. Facilities never count. */
export function getCatalogue(filter: SiteFilter, locale: Locale): Promise<Catalogue> {
  return catalogueByQuery(new URLSearchParams(toSiteFilterQuery(filter)).toString(), locale);
}

/** Sites and host enterprises of a region, largest first, for its page. */
export const listSitesOfRegion = cachedQuery(
  "listSitesOfRegion",
  async (regionSlug: string, locale: Locale) => {
    const ids = await db().$queryRaw<{ id: string }[]>`
      SELECT f.site_id AS id FROM ${from} WHERE g.slug = ${regionSlug}
      ORDER BY f.parent_id IS NOT NULL, f.total_area_ha DESC NULLS LAST, f.published_at DESC, f.site_id LIMIT 100`;
    return readRows(
      ids.map(({ id }) => id),
      locale,
    );
  },
  (slug) => [cacheTags.sites, cacheTags.region(slug)],
);

/** Addresses of all published sites and host enterprises. */
export const listSiteAddresses = cachedQuery(
  "listSiteAddresses",
  async () => {
    const rows = await db().record.findMany({
      where: { kind: "site", ...publicInRegion, slug: { not: null } },
      orderBy: { createdAt: "asc" },
      select: { slug: true, updatedAt: true, region: { select: { record: { select: { slug: true } } } } },
    });
    return rows.map(({ slug, updatedAt, region }) => ({
      slug: slug ?? "",
      region: region?.record.slug ?? "",
      updatedAt: updatedAt.toISOString(),
    }));
  },
  () => [cacheTags.sites],
);
