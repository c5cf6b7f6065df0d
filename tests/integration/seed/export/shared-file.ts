import type { PrismaClient } from "@/lib/db/generated/client";
import { exportCommon, exportTaxRules, published } from "./common";
import { byPosition, dashed, dayOf, numberOf, pointOf, RecordReader, spine, unlessEmpty } from "./record-reader";

/** shared.json from the rows of the database. */
export async function exportSharedFile(db: PrismaClient) {
  const where = published(null);
  const withRules = { select: { ...spine, taxRules: byPosition } };
  const regimes = await db.regime.findMany({ where, include: { record: withRules, limits: byPosition } });
  const crossings = await db.crossing.findMany({ where, include: { record: { select: spine } } });
  const places = await db.place.findMany({ where, include: { record: { select: spine } } });
  return {
    ...(await exportCommon(db, null)),
    regimes: regimes.map((row) => {
      const read = new RecordReader(row);
      return {
        slug: read.slug,
        name: read.name,
        law: read.word("law"),
        lines: exportTaxRules(read, row.record.taxRules).map(({ rate, ...line }) => ({ rateText: rate, ...line })),
        entry: {
          minInvestmentRub: numberOf(row.minInvestmentRub),
          note: read.word("entryNote"),
          sources: read.sources(row.id, "entry"),
        },
        limits: unlessEmpty(
          row.limits.map((limit) => ({
            text: read.word("text", limit.id),
            validFrom: dayOf(limit.validFrom),
            sources: read.sources(limit.id),
          })),
        ),
        ...read.backing(),
      };
    }),
    crossings: crossings.map((row) => {
      const read = new RecordReader(row);
      return {
        slug: read.slug,
        name: read.name,
        kind: dashed(row.kind),
        status: dashed(row.status),
        cn: read.word("cnSide"),
        ru: read.word("ruSide"),
        coordinates: pointOf(row),
        note: read.summary,
        ...read.backing(),
      };
    }),
    partners: places.map((row) => {
      const read = new RecordReader(row);
      return { slug: read.slug, name: read.name, kind: row.kind, summary: read.summary, ...read.backing() };
    }),
  };
}
