import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { loadDirectory } from "@/lib/organisation/public-queries";
import { listOutcomesOfSite } from "@/lib/outcome/public-queries";
import { readAgency } from "@/lib/region/public-queries";
import { publicInRegion } from "@/lib/region/ref";
import { contactColumns, toContact, toFlags } from "@/lib/region/rows";
import type { LegalFlagView } from "@/lib/region/types";
import { type SiteRefRow, siteRefColumns, toCoordinates, toSiteRef } from "@/lib/site/ref";
import { toLot, toService, toStage, toTaxTable, toTransport, toUtilities } from "@/lib/site/rows";
import { askedFlags } from "@/lib/site/rules";
import type { SiteView } from "@/lib/site/types";
import { type Backing, loadBacking } from "@/lib/source/public-queries";
import { loadWords, type WordBook } from "@/lib/translation/public-queries";

const taxColumns = {
  id: true,
  recordId: true,
  tax: true,
  years: true,
  validFrom: true,
  validTo: true,
} as const;
const byPosition = { orderBy: { position: "asc" } } as const;
const flagColumns = { id: true, flag: true, value: true } as const;
const published = { record: { state: "published" } } as const;
const publicSite = { record: publicInRegion } as const;

function findPublishedSite(slug: string) {
  return db().site.findFirst({
    where: { record: { kind: "site", slug, ...publicInRegion } },
    select: {
      ...siteRefColumns,
      status: true,
      regimeId: true,
      incentivesFromId: true,
      lat: true,
      lon: true,
      coordinatePrecision: true,
      totalAreaHa: true,
      availableAreaHa: true,
      premisesM2: true,
      availablePremisesM2: true,
      establishedYear: true,
      phone: true,
      website: true,
      record: {
        select: {
          ...siteRefColumns.record.select,
          sectors: true,
          regionId: true,
          contacts: { where: { kind: "named" }, ...byPosition, take: 1, select: contactColumns },
          legalFlags: { ...byPosition, select: flagColumns },
        },
      },
      regime: { select: { record: { select: { slug: true, state: true } } } },
      parent: { where: publicSite, select: siteRefColumns },
      platforms: { where: publicSite, orderBy: { record: { createdAt: "asc" } }, select: siteRefColumns },
      lots: byPosition,
      utilities: { orderBy: { kind: "asc" } },
      transport: { ...byPosition, include: { crossing: { select: { record: { select: { slug: true } } } } } },
      stages: byPosition,
      services: byPosition,
      residencies: { ...byPosition, select: { organisationId: true } },
      projects: {
        where: published,
        orderBy: { record: { createdAt: "asc" } },
        select: { id: true, stage: true, record: { select: { slug: true } } },
      },
    },
  });
}

async function readSite(slug: string, locale: Locale): Promise<SiteView | null> {
  const row = await findPublishedSite(slug);
  if (!row?.record.regionId) return null;
  const regionId = row.record.regionId;
  const taxRules = await db().taxRule.findMany({
    where: {
      record: {
        state: "published",
        OR: [
          { id: { in: [row.id, row.incentivesFromId, row.regimeId].flatMap((id) => id ?? []) } },
          { kind: "regime", slug: "ordinary" },
        ],
      },
    },
    ...byPosition,
    select: { ...taxColumns, record: { select: { kind: true, slug: true } } },
  });
  const regionFlags = await db().legalFlag.findMany({
    where: { recordId: regionId, ...published },
    ...byPosition,
    select: flagColumns,
  });
  const recordIds = [
    row.id,
    regionId,
    ...refIds(row.parent),
    ...row.platforms.flatMap(refIds),
    ...row.projects.map(({ id }) => id),
    ...row.transport.flatMap(({ crossingId }) => crossingId ?? []),
    ...taxRules.map(({ recordId }) => recordId),
    ...(row.regimeId ? [row.regimeId] : []),
  ];
  const [words, backing, directory, outcomes, agency] = await Promise.all([
    loadWords(recordIds, locale),
    loadBacking(recordIds),
    loadDirectory({ organisations: row.residencies.map(({ organisationId }) => organisationId) }, locale),
    listOutcomesOfSite(row.id, locale),
    readAgency(regionId, locale),
  ]);
  const sources = { words, backing };
  const figure = (field: "totalAreaHa" | "availableAreaHa" | "premisesM2" | "availablePremisesM2") =>
    backing.figure(row[field], row.id, row.id, field);
  const regimeName = row.regimeId ? words.name(row.regimeId) : null;
  const now = today();
  return {
    ...toSiteRef(row, words),
    status: row.status,
    isFacility: row.kind === "facility",
    otherNames: words.otherNamesOf(row.id),
    summary: words.summary(row.id),
    address: words.word(row.id, "address"),
    managingCompany: words.word(row.id, "managingCompany"),
    phone: row.phone,
    website: row.website,
    establishedYear: row.establishedYear,
    coordinates: toCoordinates(row),
    sectors: row.record.sectors,
    regime: row.regime?.record.slug && regimeName ? { slug: row.regime.record.slug, name: regimeName } : null,
    parent: row.parent && toSiteRef(row.parent, words),
    platforms: row.platforms.map((platform) => toSiteRef(platform, words)),
    totalAreaHa: figure("totalAreaHa"),
    availableAreaHa: figure("availableAreaHa"),
    premisesM2: figure("premisesM2"),
    availablePremisesM2: figure("availablePremisesM2"),
    stages: row.stages.map((stage) => toStage(row.id, stage, { ...sources, today: now })),
    utilities: toUtilities(row.id, row.utilities, sources),
    transport: row.transport.map((link) => toTransport(row.id, link, sources)),
    lots: row.lots.map((lot) => toLot(row.id, lot, sources)),
    taxes: toTaxTable(row, taxRules, sources),
    flags: mergeFlags(
      toFlags(row.id, row.record.legalFlags, "site", sources),
      toFlags(regionId, regionFlags, "region", sources),
    ),
    services: row.services.map((service) => toService(row.id, service, sources)),
    residents: row.residencies.flatMap(({ organisationId }) => directory.organisation(organisationId) ?? []),
    projects: row.projects.map(({ id, stage, record }) => ({
      slug: record.slug ?? "",
      name: words.nameOf(id),
      stage,
      provenance: backing.provenance(id),
    })),
    outcomes,
    contact: toNamedContact(row, { words, backing }) ?? agency,
    provenance: backing.provenance(row.id),
    publishedLocales: words.localesOf(row.id),
  };
}

function refIds(row: SiteRefRow | null): string[] {
  return row ? [row.id, ...(row.record.region ? [row.record.region.id] : [])] : [];
}

type SiteRow = NonNullable<Awaited<ReturnType<typeof findPublishedSite>>>;

function toNamedContact(row: SiteRow, sources: { words: WordBook; backing: Backing }) {
  return toContact(row.id, row.record.contacts[0], { ...sources, isFallback: false });
}

/** The site's own flags, then the region's that it does not answer itself, then what nobody answered. */
function mergeFlags(own: LegalFlagView[], region: LegalFlagView[]): LegalFlagView[] {
  const known = [...own, ...region.filter(({ flag }) => !own.some((one) => one.flag === flag))];
  const open = askedFlags.filter((flag) => !known.some((one) => one.flag === flag));
  return [
    ...known,
    ...open.map((flag) => ({ flag, value: "unknown" as const, note: null, act: null, from: null, provenance: null })),
  ];
}

/**
 * One site, or a host enterprise at a site address, for readers.
 *
 * @returns null for an unknown slug, for one of another region and for one that is not published: all look the same
 */
export const getPublishedSite = cachedQuery(
  "getPublishedSite",
  async (region: string, slug: string, locale: Locale) => {
    const site = await readSite(slug, locale);
    return site?.region.slug === region ? site : null;
  },
  (region, slug) => [cacheTags.sites, cacheTags.site(slug), cacheTags.region(region), cacheTags.outcomes],
);
