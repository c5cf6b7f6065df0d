import { shortRegionName } from "@/lib/region/rules";
import type { RegionRef } from "@/lib/region/types";
import type { WordBook } from "@/lib/translation/public-queries";

/** What stands in a region is public as long as the region is. */
export const publicInRegion = { state: "published", region: { record: { state: "published" } } } as const;

/** Columns that name a region wherever another record refers to it. */
export const regionRefColumns = {
  id: true,
  isoCode: true,
  timeZone: true,
  record: { select: { slug: true } },
} as const;

export type RegionRefRow = { id: string; isoCode: string; timeZone: string; record: { slug: string | null } };

export function toRegionRef(row: RegionRefRow, words: WordBook): RegionRef {
  const name = words.nameOf(row.id);
  const { isoCode, timeZone } = row;
  return { slug: row.record.slug ?? "", isoCode, timeZone, name: { ...name, text: shortRegionName(name.text) } };
}
