import type { RegionTile } from "@/lib/region/types";
import type { Figure } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

/** A region among others: what can be compared, each figure with its source. */
export type RegionProfile = RegionTile & {
  summary: Words | null;
  capital: Words;
  areaKm2: Figure | null;
  population: Figure | null;
  /** gross regional product, roubles a year */
  grpRub: Figure | null;
  grpYear: number | null;
};
