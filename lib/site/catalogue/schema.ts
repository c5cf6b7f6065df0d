import { z } from "zod";
import type { FilterQuery } from "@/lib/core/paths";
import { listOf, pageNumber, slugList } from "@/lib/core/query-schema";
import type { SiteFilter } from "@/lib/site/catalogue/types";
import { kindGroupKeys } from "@/lib/site/rules";
import { siteStatuses } from "@/lib/site/types";

/** Reads the query of a catalogue address; what is broken or unknown is ignored. */
export const siteFilterSchema = z.object({
  region: slugList,
  kind: listOf(kindGroupKeys),
  status: listOf(siteStatuses),
  page: pageNumber,
});

export function parseSiteFilter(query: Record<string, string | string[] | undefined>): SiteFilter {
  const { region, kind, status, page } = siteFilterSchema.parse(query);
  return { regions: region, kinds: kind, statuses: status, page };
}

/** The opposite: the query of the address at which this view stands; the first page is left out. */
export function toSiteFilterQuery({ regions, kinds, statuses, page }: SiteFilter): FilterQuery<"sites"> {
  return {
    region: regions.join(","),
    kind: kinds.join(","),
    status: statuses.join(","),
    page: page > 1 ? String(page) : "",
  };
}
