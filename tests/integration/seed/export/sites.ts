import type { PrismaClient } from "@/lib/db/generated/client";
import { exportLegalFlags, exportTaxRules, published } from "./common";
import {
  byPosition,
  dashed,
  numberOf,
  partialDateOf,
  pointOf,
  RecordReader,
  slugOf,
  spine,
  unlessEmpty,
} from "./record-reader";

const AREAS = ["totalAreaHa", "availableAreaHa", "premisesM2", "availablePremisesM2"] as const;

async function findSites(db: PrismaClient, regionId: string) {
  return db.site.findMany({
    where: published(regionId),
    include: {
      record: { select: { ...spine, taxRules: byPosition, legalFlags: byPosition } },
      parent: slugOf,
      regime: slugOf,
      incentivesFrom: slugOf,
      lots: byPosition,
      utilities: true,
      transport: { ...byPosition, include: { crossing: slugOf } },
      stages: byPosition,
      services: byPosition,
      residencies: { ...byPosition, include: { organisation: slugOf } },
    },
  });
}
type SiteRow = Awaited<ReturnType<typeof findSites>>[number];

/** The sites of a region file from the rows of the database. */
export async function exportSites(db: PrismaClient, regionId: string) {
  return (await findSites(db, regionId)).map((row) => {
    const read = new RecordReader(row);
    const incentives = exportTaxRules(read, row.record.taxRules);
    return {
      slug: read.slug,
      kind: dashed(row.kind),
      status: dashed(row.status),
      name: read.name,
      municipality: read.word("municipality"),
      address: read.word("address"),
      phone: row.phone,
      website: row.website,
      managingCompany: read.word("managingCompany"),
      coordinates: pointOf(row),
      parentSiteSlug: row.parent?.record.slug,
      regimeSlug: row.regime?.record.slug,
      incentivesFrom: row.incentivesFrom?.record.slug,
      ...Object.fromEntries(AREAS.map((field) => [field, numberOf(row[field])])),
      figures: figures(read, row),
      establishedYear: row.establishedYear,
      summary: read.summary,
      sectors: read.sectors,
      ...utilities(read, row),
      ...rowsOf(read, row),
      incentives: unlessEmpty(
        incentives.map(({ rate, conditions, ...line }) => ({ regimeRate: rate, note: conditions, ...line })),
      ),
      legalFlags: exportLegalFlags(read, row.record.legalFlags),
      residents: unlessEmpty(row.residencies.map((residency) => residency.organisation.record.slug)),
      ...read.backing(),
    };
  });
}

function figures(read: RecordReader, row: SiteRow) {
  const backed = row.record.facts.filter((fact) => fact.partId === row.id && fact.field !== "all");
  if (backed.length === 0) return undefined;
  return Object.fromEntries(backed.map(({ field }) => [field, read.backing(row.id, field)]));
}

function utilities(read: RecordReader, row: SiteRow) {
  const [first] = row.utilities;
  if (!first) return {};
  const total = (kind: string) =>
    numberOf(row.utilities.find((utility) => utility.kind === kind)?.totalCapacity ?? null);
  return {
    utilities: {
      electricityMw: total("electricity"),
      gasM3PerHour: total("gas"),
      waterM3PerDay: total("water"),
      sewageM3PerDay: total("sewage"),
      heatGcalPerHour: total("heat"),
    },
    utilitiesSources: read.sources(first.id),
    utilitiesAsOf: read.asOf(first.id),
  };
}

function rowsOf(read: RecordReader, row: SiteRow) {
  return {
    transport: unlessEmpty(
      row.transport.map((link) => ({
        mode: dashed(link.mode),
        name: read.word("name", link.id),
        distanceKm: numberOf(link.distanceKm),
        crossingSlug: link.crossing?.record.slug,
        sources: read.sources(link.id),
      })),
    ),
    lots: unlessEmpty(
      row.lots.map((lot) => ({
        code: lot.code,
        name: read.word("name", lot.id),
        kind: lot.kind,
        areaHa: numberOf(lot.areaHa),
        areaM2: numberOf(lot.areaM2),
        priceRub: numberOf(lot.priceAmount),
        pricePer: dashed(lot.pricePer),
        status: dashed(lot.status),
        reservedPercent: numberOf(lot.reservedPercent),
        ...read.backing(lot.id),
      })),
    ),
    readiness: unlessEmpty(
      row.stages.map((stage) => ({
        date: partialDateOf(stage.readyOn, stage.readyPrecision),
        areaHa: numberOf(stage.areaHa),
        premisesM2: numberOf(stage.premisesM2),
        what: read.word("what", stage.id),
        status: stage.status,
        sources: read.sources(stage.id),
      })),
    ),
    services: unlessEmpty(
      row.services.map((service) => ({
        key: dashed(service.key),
        status: service.status,
        note: read.word("note", service.id),
        ...read.backing(service.id),
      })),
    ),
  };
}
