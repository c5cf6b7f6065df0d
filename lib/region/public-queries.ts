import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { regionRefColumns, toRegionRef } from "@/lib/region/ref";
import { contactColumns, toContact, toFlags, toIndicator } from "@/lib/region/rows";
import type { ContactView, RegionTile, RegionView, Unit } from "@/lib/region/types";
import { loadBacking } from "@/lib/source/public-queries";
import { loadWords, type WordBook } from "@/lib/translation/public-queries";

async function readRegions(locale: Locale): Promise<RegionTile[]> {
  const rows = await db().region.findMany({
    where: { record: { state: "published" } },
    orderBy: { id: "asc" },
    select: { ...regionRefColumns, record: { select: { slug: true, sectors: true } } },
  });
  const [words, counts] = await Promise.all([
    loadWords(
      rows.map(({ id }) => id),
      locale,
      [],
    ),
    db().record.groupBy({
      by: ["regionId", "kind"],
      where: { state: "published", kind: { in: ["visit"] } },
      _count: true,
    }),
  ]);
  const sites = await db().siteFilter.groupBy({ by: ["regionId"], where: { kind: { not: "facility" } }, _count: true });
  return rows.map((row) => ({
    ...toRegionRef(row, words),
    sectors: row.record.sectors,
    siteCount: sites.find(({ regionId }) => regionId === row.id)?._count ?? 0,
    visitCount: counts.find(({ regionId }) => regionId === row.id)?._count ?? 0,
  }));
}

/** All published regions in the order in which they joined: ids grow with time. A host enterprise does not count as a site. */
export const listRegions = cachedQuery("listRegions", readRegions, () => [
  cacheTags.regions,
  cacheTags.sites,
  cacheTags.visits,
]);

const flagColumns = { id: true, flag: true, value: true } as const;

/** The agency that answers for a region, for records that name nobody; null where the region names none. */
export async function readAgency(regionId: string, locale: Locale): Promise<ContactView | null> {
  const row = await db().contact.findFirst({
    where: { recordId: regionId, kind: "agency", record: { state: "published" } },
    select: contactColumns,
  });
  if (!row) return null;
  const [words, backing] = await Promise.all([
    loadWords([regionId], locale, ["name", "address"]),
    loadBacking([regionId]),
  ]);
  return toContact(regionId, row, { words, backing, isFallback: true });
}

async function findPublishedRegion(slug: string) {
  return db().region.findFirst({
    where: { record: { kind: "region", slug, state: "published" } },
    select: {
      ...regionRefColumns,
      areaKm2: true,
      population: true,
      grpRub: true,
      grpYear: true,
      consultationDays: true,
      helpDays: true,
      record: {
        select: {
          slug: true,
          sectors: true,
          contacts: { where: { kind: "agency" }, select: contactColumns },
          legalFlags: { orderBy: { position: "asc" }, select: flagColumns },
        },
      },
      strengths: { orderBy: { position: "asc" }, select: { id: true } },
      indicators: { orderBy: { position: "asc" } },
      ties: {
        where: { record: { state: "published" } },
        select: { id: true, relation: true, sinceYear: true, record: { select: { slug: true } } },
      },
    },
  });
}

/** Measures and projects of a region: records of their own that point to it by `record.regionId`. */
async function findRegionRecords(regionId: string) {
  const mine = { record: { regionId, state: "published" as const } };
  const slug = { record: { select: { slug: true } } };
  const [measures, projects] = await Promise.all([
    db().measure.findMany({ where: mine, select: { id: true, scope: true, validTo: true, ...slug } }),
    db().project.findMany({
      where: mine,
      select: {
        id: true,
        stage: true,
        investmentAmount: true,
        investmentCurrency: true,
        jobs: true,
        site: { select: { id: true, record: { select: { slug: true, state: true } } } },
        ...slug,
      },
    }),
  ]);
  return { measures, projects };
}

async function readRegion(slug: string, locale: Locale): Promise<RegionView | null> {
  const row = await findPublishedRegion(slug);
  if (!row) return null;
  const { measures, projects } = await findRegionRecords(row.id);
  const ids = [
    row.id,
    ...[...row.ties, ...measures, ...projects].map(({ id }) => id),
    ...projects.flatMap(({ site }) => (site ? [site.id] : [])),
  ];
  const [words, backing] = await Promise.all([loadWords(ids, locale), loadBacking(ids)]);
  const sources = { words, backing };
  return {
    ...toRegionRef(row, words),
    fullName: words.nameOf(row.id),
    capital: words.wordOf(row.id, "capital"),
    summary: words.summary(row.id) ?? words.nameOf(row.id),
    areaKm2: backing.figure(row.areaKm2, row.id, row.id, "areaKm2"),
    population: backing.figure(row.population, row.id, row.id, "population"),
    grp: toGrp(backing.figure(row.grpRub, row.id, row.id, "grpRub"), row.grpYear),
    sectors: row.record.sectors,
    strengths: row.strengths.map(({ id }) => ({
      title: words.wordOf(id, "title"),
      text: words.wordOf(id, "text"),
      provenance: backing.provenance(row.id, id),
    })),
    indicators: row.indicators.map((indicator) => toIndicator(row.id, indicator, sources)),
    flags: toFlags(row.id, row.record.legalFlags, "region", sources),
    agency: toContact(row.id, row.record.contacts[0], { ...sources, isFallback: false }),
    partners: row.ties.map((tie) => ({
      slug: tie.record.slug ?? "",
      name: words.nameOf(tie.id),
      relation: tie.relation,
      sinceYear: tie.sinceYear,
      holder: words.word(tie.id, "holder"),
      provenance: backing.provenance(tie.id),
    })),
    measures: measures.map((measure) => ({
      slug: measure.record.slug ?? "",
      name: words.nameOf(measure.id),
      text: words.summary(measure.id),
      scope: measure.scope,
      legalBasis: words.word(measure.id, "legalBasis"),
      provenance: backing.provenance(measure.id, measure.id, "all", measure.validTo),
    })),
    projects: projects.map((project) => ({
      slug: project.record.slug ?? "",
      name: words.nameOf(project.id),
      stage: project.stage,
      investmentRub: project.investmentCurrency === "rub" ? backing.figure(project.investmentAmount, project.id) : null,
      jobs: backing.figure(project.jobs, project.id),
      site: toSiteLink(project.site, words),
      provenance: backing.provenance(project.id),
    })),
    consultationDays: row.consultationDays,
    helpDays: row.helpDays,
    provenance: backing.provenance(row.id),
  };
}

function toGrp(figure: RegionView["areaKm2"], year: number | null): RegionView["grp"] {
  return figure && year !== null ? { figure, year } : null;
}

function toSiteLink(site: { id: string; record: { slug: string | null } } | null, words: WordBook) {
  const name = site && words.name(site.id);
  return site?.record.slug && name ? { slug: site.record.slug, name } : null;
}

/**
 * One region for readers.
 *
 * @returns null for an unknown slug and for one that is not published: the two look the same
 */
export const getPublishedRegion = cachedQuery("getPublishedRegion", readRegion, (slug) => [
  cacheTags.regions,
  cacheTags.region(slug),
]);

/** Units of indicators that say something to an investor at first sight. */
const headlineUnits: Unit[] = ["companies", "projects", "sites", "ha"];

/** One figure per region for the home page: its newest count of companies, projects, sites or hectares. */
export const listHeadlines = cachedQuery(
  "listHeadlines",
  async (locale: Locale) => {
    const rows = await db().indicator.findMany({
      where: { unit: { in: headlineUnits }, region: { record: { state: "published" } } },
      orderBy: [{ periodTo: "desc" }, { position: "asc" }],
      include: { region: { select: regionRefColumns } },
    });
    const newest = rows.filter((row, index) => rows.findIndex(({ regionId }) => regionId === row.regionId) === index);
    const ids = newest.map(({ regionId }) => regionId);
    const [words, backing, regions] = await Promise.all([
      loadWords(ids, locale, ["label", "note"]),
      loadBacking(ids),
      listRegions(locale),
    ]);
    return regions.flatMap(({ slug }) => {
      const row = newest.find(({ region }) => region.record.slug === slug);
      return row
        ? [{ region: toRegionRef(row.region, words), indicator: toIndicator(row.regionId, row, { words, backing }) }]
        : [];
    });
  },
  () => [cacheTags.regions],
);

/** Addresses of all published regions. */
export const listRegionAddresses = cachedQuery(
  "listRegionAddresses",
  async () => {
    const rows = await db().record.findMany({
      where: { kind: "region", state: "published", slug: { not: null } },
      orderBy: { createdAt: "asc" },
      select: { slug: true, updatedAt: true },
    });
    return rows.map(({ slug, updatedAt }) => ({ slug: slug ?? "", updatedAt: updatedAt.toISOString() }));
  },
  () => [cacheTags.regions],
);
