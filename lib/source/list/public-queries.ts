import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import { readRegionSlugs, sourceColumns, toSourceView } from "@/lib/source/public-queries";
import type { ListedSource } from "@/lib/source/types";

/**
 * How many facts that readers may see cite each source. What is not published does not count, nor does what is meant for
 * guests or staff alone, nor a person or company that is not shown by name: the title of its source could name it.
 */
async function countPublicFacts(): Promise<Map<string, number>> {
  const rows = await db().$queryRaw<{ id: string; count: number }[]>`
    SELECT c.source_id AS id, count(*)::int AS count
    FROM citation c
    JOIN fact f ON f.id = c.fact_id
    JOIN record r ON r.id = f.record_id AND r.state = 'published'
    LEFT JOIN record region ON region.id = r.region_id
    LEFT JOIN outcome o ON o.id = r.id
    LEFT JOIN organisation org ON org.id = r.id
    LEFT JOIN person p ON p.id = r.id
    LEFT JOIN programme_item i ON i.id = f.part_id
    WHERE coalesce(region.state = 'published', true)
      AND coalesce(o.visibility = 'public', true) AND coalesce(i.visibility = 'public', true)
      AND coalesce(org.consent_level = 'named', true) AND coalesce(p.consent_level = 'named', true)
    GROUP BY 1`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** Every source that backs something readers can see, newest first; `region` is null for what several regions share. */
export const listSources = cachedQuery(
  "listSources",
  async (): Promise<ListedSource[]> => {
    const [counts, regions, rows] = await Promise.all([
      countPublicFacts(),
      readRegionSlugs(),
      db().source.findMany({
        orderBy: [{ publishedOn: { sort: "desc", nulls: "last" } }, { code: "asc" }],
        select: { id: true, ...sourceColumns },
      }),
    ]);
    return rows.flatMap(({ id, ...row }) => {
      const factCount = counts.get(id);
      return factCount ? { ...toSourceView(row, regions), factCount } : [];
    });
  },
  () => Object.values(cacheTags).filter((tag) => typeof tag === "string"),
);
