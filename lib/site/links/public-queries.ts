import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import { publicInRegion } from "@/lib/region/ref";
import type { Sector } from "@/lib/region/types";
import { siteRefColumns, toSiteRef } from "@/lib/site/ref";
import type { SiteRef } from "@/lib/site/types";
import { loadWords } from "@/lib/translation/public-queries";

/** Sites that answer a question, as links; regions in the order in which they joined, zones before their parts. */
async function readSiteRefs(where: Prisma.SiteWhereInput, locale: Locale): Promise<SiteRef[]> {
  const rows = await db().site.findMany({
    where: { AND: [{ record: publicInRegion }, where] },
    orderBy: [{ record: { regionId: "asc" } }, { record: { createdAt: "asc" } }, { id: "asc" }],
    select: siteRefColumns,
  });
  const ids = rows.flatMap(({ id, record }) => [id, ...(record.region ? [record.region.id] : [])]);
  const words = await loadWords(ids, locale, ["municipality"]);
  return rows.map((row) => toSiteRef(row, words));
}

/** Every site and host enterprise, for the page map. */
export const listSiteRefs = cachedQuery(
  "listSiteRefs",
  (locale: Locale) => readSiteRefs({}, locale),
  () => [cacheTags.sites, cacheTags.regions],
);

/** Sites that work under a regime. */
export const listSitesOfRegime = cachedQuery(
  "listSitesOfRegime",
  (regimeSlug: string, locale: Locale) =>
    readSiteRefs({ regime: { record: { slug: regimeSlug, state: "published" } } }, locale),
  () => [cacheTags.sites, cacheTags.regions, cacheTags.regimes],
);

/** Sites that name a sector; host enterprises count, because a delegation can be shown them. */
export const listSitesOfSector = cachedQuery(
  "listSitesOfSector",
  (sector: Sector, locale: Locale) => readSiteRefs({ record: { sectors: { has: sector } } }, locale),
  () => [cacheTags.sites, cacheTags.regions],
);
