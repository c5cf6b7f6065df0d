import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import { sql } from "@/lib/db/sql";
import { type Sector, sectors } from "@/lib/region/types";
import { keyOfSector } from "@/lib/sector/rules";
import type { SectorCount } from "@/lib/sector/types";

type Counted = { sector: Sector; kind: "region" | "site" | "project" | "outcome"; count: number };

const held = sql`
  FROM record r
  CROSS JOIN LATERAL unnest(r.sectors) tag
  LEFT JOIN record region ON region.id = r.region_id
  LEFT JOIN outcome o ON o.id = r.id
  WHERE r.state = 'published' AND r.kind IN ('region', 'site', 'project', 'outcome')
    AND coalesce(region.state = 'published', true) AND coalesce(o.visibility = 'public', true)`;

const tags = () => [cacheTags.regions, cacheTags.sites, cacheTags.projects, cacheTags.outcomes];

/** Outcomes that are not meant for everybody do not count; nor does what stands in a region that is not published. */
async function readSectors(): Promise<SectorCount[]> {
  const counted = await db().$queryRaw<Counted[]>`
    SELECT tag::text AS sector, r.kind::text AS kind, count(*)::int AS count
    ${held}
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
export const listSectors = cachedQuery("listSectors", readSectors, tags);

/** Addresses of the sectors of which the portal has anything, each with the last change of a record in it. */
export const listSectorAddresses = cachedQuery(
  "listSectorAddresses",
  async () => {
    const rows = await db().$queryRaw<{ sector: Sector; updatedAt: Date }[]>`
      SELECT tag::text AS sector, max(r.updated_at) AS "updatedAt" ${held} GROUP BY 1 ORDER BY 1`;
    return rows.map(({ sector, updatedAt }) => ({ slug: keyOfSector(sector), updatedAt: updatedAt.toISOString() }));
  },
  tags,
);
