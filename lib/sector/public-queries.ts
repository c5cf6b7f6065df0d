import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import { type Sector, sectors } from "@/lib/region/types";
import type { SectorCount } from "@/lib/sector/types";

type Counted = { sector: Sector; kind: "region" | "site" | "project" | "outcome"; count: number };

/** Outcomes that are not meant for everybody do not count; nor does what stands in a region that is not published. */
async function readSectors(): Promise<SectorCount[]> {
  const counted = await db().$queryRaw<Counted[]>`
    SELECT tag::text AS sector, r.kind::text AS kind, count(*)::int AS count
    FROM record r
    CROSS JOIN LATERAL unnest(r.sectors) tag
    LEFT JOIN record region ON region.id = r.region_id
    LEFT JOIN outcome o ON o.id = r.id
    WHERE r.state = 'published' AND r.kind IN ('region', 'site', 'project', 'outcome')
      AND coalesce(region.state = 'published', true) AND coalesce(o.visibility = 'public', true)
    GROUP BY 1, 2`;
  const countOf = (sector: Sector, kind: Counted["kind"]) =>
    counted.find((row) => row.sector === sector && row.kind === kind)?.count ?? 0;
  return sectors
    .map((sector) => ({
      sector,
      regions: countOf(sector, "region"),
      sites: countOf(sector, "site"),
      projects: countOf(sector, "project"),
      outcomes: countOf(sector, "outcome"),
    }))
    .filter(({ regions, sites, projects, outcomes }) => regions + sites + projects + outcomes > 0);
}

/** Sectors of which the portal has anything, in the order of the list of sectors. */
export const listSectors = cachedQuery("listSectors", readSectors, () => [
  cacheTags.regions,
  cacheTags.sites,
  cacheTags.projects,
  cacheTags.outcomes,
]);
