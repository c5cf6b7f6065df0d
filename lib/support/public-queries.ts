import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { formatDay, today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { regimeRefColumns, toRegimeRef } from "@/lib/regime/public-queries";
import { publicInRegion, regionRefColumns, toRegionRef } from "@/lib/region/ref";
import { loadBacking } from "@/lib/source/public-queries";
import { validityOf } from "@/lib/support/rules";
import type { MeasureView } from "@/lib/support/types";
import { loadWords } from "@/lib/translation/public-queries";

/** Federal measures belong to no region; the others are public as long as their region is. */
const publicMeasure = { OR: [{ state: "published" as const, regionId: null }, publicInRegion] };

function findMeasures() {
  return db().measure.findMany({
    where: { record: publicMeasure },
    orderBy: [
      { record: { regionId: { sort: "asc", nulls: "first" } } },
      { record: { createdAt: "asc" } },
      { id: "asc" },
    ],
    select: {
      id: true,
      scope: true,
      phone: true,
      validFrom: true,
      validTo: true,
      regime: { where: { record: { state: "published" } }, select: regimeRefColumns },
      record: { select: { slug: true, region: { select: regionRefColumns } } },
    },
  });
}

async function readMeasures(locale: Locale): Promise<MeasureView[]> {
  const rows = await findMeasures();
  const ids = rows.map(({ id }) => id);
  const named = rows.flatMap(({ record, regime }) => [record.region, regime].flatMap((one) => one?.id ?? []));
  const [words, backing] = await Promise.all([loadWords([...ids, ...named], locale, ["legalBasis"]), loadBacking(ids)]);
  const day = formatDay(today());
  return rows.map((row) => {
    const validFrom = row.validFrom && formatDay(row.validFrom);
    const validTo = row.validTo && formatDay(row.validTo);
    return {
      slug: row.record.slug ?? "",
      name: words.nameOf(row.id),
      text: words.summary(row.id),
      scope: row.scope,
      region: row.record.region && toRegionRef(row.record.region, words),
      regime: toRegimeRef(row.regime, words),
      legalBasis: words.word(row.id, "legalBasis"),
      phone: row.phone,
      validFrom,
      validTo,
      validity: validityOf({ validFrom, validTo, today: day }),
      provenance: backing.provenance(row.id, row.id, "all", row.validTo),
    };
  });
}

/** All published measures: federal ones first, then region by region. */
export const listMeasures = cachedQuery("listMeasures", readMeasures, () => [
  cacheTags.support,
  cacheTags.regimes,
  cacheTags.regions,
]);

/**
 * One support measure for readers.
 *
 * @returns null for an unknown slug and for one that is not published: the two look the same
 */
export async function getPublishedMeasure(slug: string, locale: Locale): Promise<MeasureView | null> {
  const measures = await listMeasures(locale);
  return measures.find((measure) => measure.slug === slug) ?? null;
}

/** Addresses of all published measures. */
export const listMeasureAddresses = cachedQuery(
  "listMeasureAddresses",
  async () => {
    const rows = await db().record.findMany({
      where: { kind: "measure", slug: { not: null }, ...publicMeasure },
      orderBy: { createdAt: "asc" },
      select: { slug: true, updatedAt: true },
    });
    return rows.map(({ slug, updatedAt }) => ({ slug: slug ?? "", updatedAt: updatedAt.toISOString() }));
  },
  () => [cacheTags.support, cacheTags.regions],
);
