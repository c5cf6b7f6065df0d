import type { SiteFilter } from "@/lib/site/catalogue/types";

type Group = "regions" | "kinds" | "statuses";

/** The filter with one choice taken or, when it is taken already, left out; back on the first page. */
export function toggled<G extends Group>(filter: SiteFilter, group: G, value: SiteFilter[G][number]): SiteFilter {
  const chosen: readonly string[] = filter[group];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...filter, [group]: next, page: 1 };
}

export const everySite: SiteFilter = { regions: [], kinds: [], statuses: [], page: 1 };
