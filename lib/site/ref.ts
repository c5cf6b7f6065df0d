import { type RegionRefRow, regionRefColumns, toRegionRef } from "@/lib/region/ref";
import type { Country } from "@/lib/region/types";
import type { Coordinates, SiteKind, SiteRef } from "@/lib/site/types";
import type { WordBook } from "@/lib/translation/public-queries";

/** Columns that name a site wherever another record refers to it. */
export const siteRefColumns = {
  id: true,
  kind: true,
  country: true,
  record: { select: { slug: true, region: { select: regionRefColumns } } },
} as const;

export type SiteRefRow = {
  id: string;
  kind: SiteKind;
  country: Country;
  record: { slug: string | null; region: RegionRefRow | null };
};

/** @throws Error when site or region are not published: their query should not have found them */
export function toSiteRef(row: SiteRefRow, words: WordBook): SiteRef {
  if (!row.record.region) throw new Error(`site ${row.id} belongs to no region`);
  return {
    slug: row.record.slug ?? "",
    region: toRegionRef(row.record.region, words),
    kind: row.kind,
    country: row.country,
    name: words.nameOf(row.id),
    municipality: words.word(row.id, "municipality"),
  };
}

export function toCoordinates(row: {
  lat: number | null;
  lon: number | null;
  coordinatePrecision: Coordinates["precision"] | null;
}): Coordinates | null {
  const { lat, lon, coordinatePrecision: precision } = row;
  return lat === null || lon === null || precision === null ? null : { lat, lon, precision };
}
