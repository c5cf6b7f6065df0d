import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { isPublic, readOutcomesById } from "@/lib/outcome/public-queries";
import type { Sector } from "@/lib/region/types";

/** What visits led to in a sector, newest visit first. */
export const listOutcomesOfSector = cachedQuery(
  "listOutcomesOfSector",
  async (sector: Sector, locale: Locale) => {
    const rows = await db().outcome.findMany({
      where: { AND: [isPublic, { record: { sectors: { has: sector } } }] },
      orderBy: [{ visit: { startsOn: { sort: "desc", nulls: "last" } } }, { position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    return readOutcomesById(
      rows.map(({ id }) => id),
      locale,
    );
  },
  () => [cacheTags.outcomes, cacheTags.visits, cacheTags.sites, cacheTags.regions],
);
