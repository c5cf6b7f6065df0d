import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { filterAndCount, pageOf } from "@/lib/core/facets";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { listRegions } from "@/lib/region/public-queries";
import { publicInRegion } from "@/lib/region/ref";
import { parseVisitFilter, toVisitFilterQuery } from "@/lib/visit/list/schema";
import type { VisitFilter, VisitList } from "@/lib/visit/list/types";
import { readVisitRows } from "@/lib/visit/public-queries";
import { directions } from "@/lib/visit/types";

const visitsPerPage = 24;

async function readList(filter: VisitFilter, locale: Locale): Promise<VisitList> {
  const [visits, regions] = await Promise.all([
    db().visit.findMany({
      where: { record: publicInRegion },
      orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
      select: {
        id: true,
        direction: true,
        startsOn: true,
        record: { select: { region: { select: { record: { select: { slug: true } } } } } },
      },
    }),
    listRegions(locale),
  ]);
  const { matching, counts } = filterAndCount(
    visits,
    {
      regions: ({ record }) => [record.region?.record.slug ?? ""],
      directions: ({ direction }) => [direction],
      years: ({ startsOn }) => (startsOn ? [String(startsOn.getUTCFullYear())] : []),
    },
    filter,
  );
  const page = pageOf(matching, filter.page, visitsPerPage);
  return {
    filter,
    rows: await readVisitRows({ id: { in: page.rows.map(({ id }) => id) } }, locale, visitsPerPage),
    total: matching.length,
    pageCount: page.pageCount,
    facets: {
      regions: regions.map(({ slug, name }) => ({ slug, name, count: counts.regions.get(slug) ?? 0 })),
      directions: directions.map((direction) => ({ direction, count: counts.directions.get(direction) ?? 0 })),
      years: [...counts.years].map(([year, count]) => ({ year, count })).sort((a, b) => b.year.localeCompare(a.year)),
    },
  };
}

const listByQuery = cachedQuery(
  "visitList",
  (query: string, locale: Locale) => readList(parseVisitFilter(Object.fromEntries(new URLSearchParams(query))), locale),
  () => [cacheTags.visits, cacheTags.outcomes, cacheTags.regions],
);

/** One page of the list of visits, newest first, with its counts. */
export function getVisitList(filter: VisitFilter, locale: Locale): Promise<VisitList> {
  return listByQuery(new URLSearchParams(toVisitFilterQuery(filter)).toString(), locale);
}
