import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { dashed, dayOf, numberOf, RecordReader, slugOf, spine, unlessEmpty } from "./record-reader";

const record = { select: spine };
/** The records of one file; what a file does not tell of is no part of the comparison. */
export const published = (regionId: string | null) => ({ record: { regionId, state: "published" as const } });

/** The tables that every file has. */
export async function exportCommon(db: PrismaClient, regionId: string | null) {
  const where = published(regionId);
  const sources = await db.source.findMany({ where: { regionId } });
  const organisations = await db.organisation.findMany({ where, include: { record } });
  const people = await db.person.findMany({ where, include: { record, organisation: slugOf } });
  const events = await db.event.findMany({ where, include: { record } });
  const measures = await db.measure.findMany({ where, include: { record, regime: slugOf } });
  return {
    sources: sources.map((row) => ({
      id: row.code,
      title: row.title,
      publisher: row.publisher,
      url: row.url,
      published: dayOf(row.publishedOn),
      seed: row.seedFile,
      supports: row.supports,
    })),
    organizations: organisations.map((row) => {
      const read = new RecordReader(row);
      return {
        slug: read.slug,
        name: read.name,
        country: row.country.toUpperCase(),
        kind: dashed(row.kind),
        website: row.website,
        phone: row.phone,
        founded: row.foundedYear,
        profile: read.summary,
        sectors: read.sectors,
        sources: read.sources(),
      };
    }),
    people: people.map((row) => {
      const read = new RecordReader(row);
      const { slug, name } = read;
      return { slug, name, position: read.word("position"), orgSlug: row.organisation.record.slug, ...read.backing() };
    }),
    events: events.map((row) => {
      const read = new RecordReader(row);
      return {
        slug: read.slug,
        kind: row.kind,
        title: read.name,
        place: read.word("place"),
        country: row.country.toUpperCase(),
        start: dayOf(row.startsOn),
        end: dayOf(row.endsOn),
        datePrecision: row.datePrecision,
        summary: read.summary,
        ...read.backing(),
      };
    }),
    support: measures.map((row) => {
      const read = new RecordReader(row);
      return {
        slug: read.slug,
        title: read.name,
        scope: row.scope,
        text: read.summary,
        legalBasis: read.word("legalBasis"),
        phone: row.phone,
        regimeSlug: row.regime?.record.slug,
        validFrom: dayOf(row.validFrom),
        validTo: dayOf(row.validTo),
        ...read.backing(),
      };
    }),
  };
}

/** Tax lines with `rate` and `conditions`, which regimes and sites call differently. */
export function exportTaxRules(read: RecordReader, rules: Prisma.TaxRuleGetPayload<object>[]) {
  return rules.map((row) => ({
    tax: row.tax,
    rate: read.word("rate", row.id),
    ordinaryRate: read.word("ordinaryRate", row.id),
    ratePercent: numberOf(row.ratePercent),
    isCeiling: row.isCeiling,
    years: row.years,
    conditions: read.word("conditions", row.id),
    validFrom: dayOf(row.validFrom),
    validTo: dayOf(row.validTo),
    sources: read.sources(row.id),
  }));
}

export function exportLegalFlags(read: RecordReader, flags: Prisma.LegalFlagGetPayload<object>[]) {
  return unlessEmpty(
    flags.map((row) => ({
      flag: dashed(row.flag),
      value: row.value,
      note: read.word("note", row.id),
      act: read.word("act", row.id),
      ...read.backing(row.id),
    })),
  );
}
