import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import type { RegionProfile } from "@/lib/region/comparison/types";
import { listRegions } from "@/lib/region/public-queries";
import { loadBacking } from "@/lib/source/public-queries";
import { loadWords } from "@/lib/translation/public-queries";

/** All regions with the figures in which they can be compared; what a region does not state is null. */
export const listRegionProfiles = cachedQuery(
  "listRegionProfiles",
  async (locale: Locale): Promise<RegionProfile[]> => {
    const [tiles, rows] = await Promise.all([
      listRegions(locale),
      db().region.findMany({
        where: { record: { state: "published" } },
        select: {
          id: true,
          areaKm2: true,
          population: true,
          grpRub: true,
          grpYear: true,
          record: { select: { slug: true } },
        },
      }),
    ]);
    const ids = rows.map(({ id }) => id);
    const [words, backing] = await Promise.all([loadWords(ids, locale, ["capital"]), loadBacking(ids)]);
    return tiles.flatMap((tile) => {
      const row = rows.find(({ record }) => record.slug === tile.slug);
      if (!row) return [];
      const figure = (field: "areaKm2" | "population" | "grpRub") => backing.figure(row[field], row.id, row.id, field);
      const summary = words.summary(row.id);
      return [
        {
          ...tile,
          summary,
          capital: words.wordOf(row.id, "capital"),
          areaKm2: figure("areaKm2"),
          population: figure("population"),
          grpRub: figure("grpRub"),
          grpYear: row.grpYear,
        },
      ];
    });
  },
  () => [cacheTags.regions, cacheTags.sites, cacheTags.visits],
);
