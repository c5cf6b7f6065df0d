import type { Words } from "@/lib/translation/types";
import type { Direction, VisitRow } from "@/lib/visit/types";

/** What a reader asked of the list of visits; empty lists ask for all. Years as text: "2025". */
export type VisitFilter = { regions: string[]; directions: Direction[]; years: string[]; page: number };

export type VisitList = {
  filter: VisitFilter;
  rows: VisitRow[];
  total: number;
  pageCount: number;
  /** how many visits each choice of a group would give, with the other groups as chosen */
  facets: {
    regions: { slug: string; name: Words; count: number }[];
    directions: { direction: Direction; count: number }[];
    /** newest first; years without a visit are left out */
    years: { year: string; count: number }[];
  };
};
