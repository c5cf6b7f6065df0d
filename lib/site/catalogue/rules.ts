import { toggle } from "@/lib/core/facets";
import type { SiteFilter } from "@/lib/site/catalogue/types";

type Group = "regions" | "kinds" | "statuses";

/** The filter with one choice taken or, when it is taken already, left out; back on the first page. */
export function toggled<G extends Group>(filter: SiteFilter, group: G, value: SiteFilter[G][number]): SiteFilter {
  return { ...filter, [group]: toggle<string>(filter[group], value), page: 1 };
}

export const everySite: SiteFilter = { regions: [], kinds: [], statuses: [], page: 1 };
