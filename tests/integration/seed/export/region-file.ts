import { formatSpan } from "@/lib/core/dates";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { exportCommon, exportLegalFlags, published } from "./common";
import { byPosition, dashed, numberOf, RecordReader, slugOf, spine } from "./record-reader";
import { exportSites } from "./sites";
import { exportVisits } from "./visits";

/** <region>.json from the rows of the database. */
export async function exportRegionFile(db: PrismaClient, regionId: string) {
  const record = { select: spine };
  const where = published(regionId);
  const region = await findRegion(db, regionId);
  const projects = await db.project.findMany({ where, include: { record, investor: slugOf, site: slugOf } });
  const ties = await db.tie.findMany({ where, include: { record, place: { include: slugOf.select } } });
  const read = new RecordReader(region);
  return {
    region: exportRegion(read, region),
    indicators: region.indicators.map((row) => exportIndicator(read, row)),
    ...(await exportCommon(db, regionId)),
    sites: await exportSites(db, regionId),
    visits: await exportVisits(db, regionId),
    projects: projects.map((row) => {
      const project = new RecordReader(row);
      return {
        slug: project.slug,
        title: project.name,
        investorOrgSlug: row.investor?.record.slug,
        siteSlug: row.site?.record.slug,
        sector: project.sectors[0],
        stage: row.stage,
        investmentRub: numberOf(row.investmentAmount),
        jobs: row.jobs,
        output: project.word("output"),
        summary: project.summary,
        ...project.backing(),
      };
    }),
    partners: ties.map((row) => {
      const tie = new RecordReader(row);
      const placeSlug = row.place.record.slug;
      return {
        slug: tie.slug,
        name: tie.name,
        kind: row.place.kind,
        summary: tie.summary,
        partnerSlug: placeSlug === tie.slug ? undefined : placeSlug,
        relation: dashed(row.relation),
        since: row.sinceYear,
        holder: tie.word("holder"),
        ...tie.backing(),
      };
    }),
  };
}

async function findRegion(db: PrismaClient, id: string) {
  return db.region.findUniqueOrThrow({
    where: { id },
    include: {
      record: { select: { ...spine, contacts: { where: { kind: "agency" } }, legalFlags: byPosition } },
      strengths: byPosition,
      indicators: byPosition,
    },
  });
}
type RegionRow = Awaited<ReturnType<typeof findRegion>>;

function exportRegion(read: RecordReader, row: RegionRow) {
  const [agency] = row.record.contacts;
  return {
    slug: read.slug,
    isoCode: row.isoCode,
    name: read.name,
    capital: read.word("capital"),
    timezone: row.timeZone,
    areaKm2: numberOf(row.areaKm2),
    population:
      row.population === null
        ? undefined
        : {
            value: row.population,
            asOf: read.asOf(row.id, "population"),
            sources: read.sources(row.id, "population"),
          },
    grpRub:
      row.grpRub === null
        ? undefined
        : {
            value: numberOf(row.grpRub),
            year: row.grpYear,
            qualifier: read.qualifier(row.id, "grpRub"),
            sources: read.sources(row.id, "grpRub"),
          },
    summary: read.summary,
    strengths: row.strengths.map((strength) => ({
      title: read.word("title", strength.id),
      text: read.word("text", strength.id),
      sources: read.sources(strength.id),
    })),
    sectors: read.sectors,
    bbox: row.bboxWest === null ? undefined : [row.bboxWest, row.bboxSouth, row.bboxEast, row.bboxNorth],
    agency: agency && {
      name: read.word("name", agency.id),
      url: agency.url,
      portalUrl: agency.portalUrl,
      phone: agency.phone,
      phoneAsOf: read.asOf(agency.id, "phone"),
      email: agency.email,
      address: read.word("address", agency.id),
      sources: read.sources(agency.id),
    },
    legalFlags: exportLegalFlags(read, row.record.legalFlags),
    ...read.backing(),
  };
}

function exportIndicator(read: RecordReader, row: Prisma.IndicatorGetPayload<object>) {
  const { comparisonValue, comparisonFrom, comparisonTo, comparisonPrecision } = row;
  return {
    key: row.key,
    label: read.word("label", row.id),
    value: numberOf(row.value),
    unit: dashed(row.unit),
    qualifier: dashed(row.qualifier),
    period: formatSpan({ from: row.periodFrom, to: row.periodTo, precision: row.periodPrecision }),
    comparison:
      comparisonFrom && comparisonTo && comparisonPrecision
        ? {
            value: numberOf(comparisonValue),
            period: formatSpan({ from: comparisonFrom, to: comparisonTo, precision: comparisonPrecision }),
            qualifier: dashed(row.comparisonQualifier),
          }
        : undefined,
    note: read.word("note", row.id),
    ...read.backing(row.id),
  };
}
