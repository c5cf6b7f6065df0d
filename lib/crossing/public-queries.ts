import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import type { CrossingView } from "@/lib/crossing/types";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { publicInRegion } from "@/lib/region/ref";
import { siteRefColumns, toCoordinates, toSiteRef } from "@/lib/site/ref";
import { loadBacking } from "@/lib/source/public-queries";
import { loadWords } from "@/lib/translation/public-queries";

function findCrossings() {
  return db().crossing.findMany({
    where: { record: { state: "published" } },
    orderBy: [{ record: { createdAt: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      kind: true,
      status: true,
      lat: true,
      lon: true,
      coordinatePrecision: true,
      transport: {
        where: { site: { record: publicInRegion } },
        orderBy: { distanceKm: "asc" },
        select: { distanceKm: true, site: { select: siteRefColumns } },
      },
      record: { select: { slug: true } },
    },
  });
}

async function readCrossings(locale: Locale): Promise<CrossingView[]> {
  const rows = await findCrossings();
  const ids = rows.map(({ id }) => id);
  const sites = rows.flatMap(({ transport }) => transport.map(({ site }) => site));
  const named = sites.flatMap(({ id, record }) => [id, ...(record.region ? [record.region.id] : [])]);
  const [words, backing] = await Promise.all([
    loadWords([...ids, ...named], locale, ["cnSide", "ruSide", "municipality"]),
    loadBacking(ids),
  ]);
  return rows.map((row) => ({
    slug: row.record.slug ?? "",
    name: words.nameOf(row.id),
    kind: row.kind,
    status: row.status,
    cnSide: words.wordOf(row.id, "cnSide"),
    ruSide: words.wordOf(row.id, "ruSide"),
    note: words.summary(row.id),
    coordinates: toCoordinates(row),
    sites: row.transport.map(({ site, distanceKm }) => ({
      site: toSiteRef(site, words),
      distanceKm: Number(distanceKm),
    })),
    provenance: backing.provenance(row.id),
  }));
}

/** All published border crossings, those of our regions first, as the seed and the staff entered them. */
export const listCrossings = cachedQuery("listCrossings", readCrossings, () => [
  cacheTags.crossings,
  cacheTags.sites,
  cacheTags.regions,
]);

/** When a crossing of the list last changed; null while there is none. */
export const lastCrossingChange = cachedQuery(
  "lastCrossingChange",
  async () => {
    const row = await db().crossing.findFirst({
      where: { record: { state: "published" } },
      orderBy: { record: { updatedAt: "desc" } },
      select: { record: { select: { updatedAt: true } } },
    });
    return row?.record.updatedAt.toISOString() ?? null;
  },
  () => [cacheTags.crossings],
);
