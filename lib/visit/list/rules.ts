import { toggle } from "@/lib/core/facets";
import type { VisitFilter } from "@/lib/visit/list/types";

type Group = "regions" | "directions" | "years";

/** The filter with one choice taken or, when it is taken already, left out; back on the first page. */
export function toggledVisits<G extends Group>(
  filter: VisitFilter,
  group: G,
  value: VisitFilter[G][number],
): VisitFilter {
  return { ...filter, [group]: toggle<string>(filter[group], value), page: 1 };
}
