import { z } from "zod";
import type { FilterQuery } from "@/lib/core/paths";
import type { SiteFilter } from "@/lib/site/catalogue/types";
import { kindGroupKeys } from "@/lib/site/rules";
import { siteStatuses } from "@/lib/site/types";

/** A comma-separated list of which only the known values stay, each once. */
function listOf<const Value extends string>(values: readonly Value[]) {
  return z
    .string()
    .catch("")
    .transform((text) => values.filter((value) => text.split(",").includes(value)));
}

const slugs = z
  .string()
  .catch("")
  .transform((text) => [...new Set(text.split(",").filter((slug) => /^[a-z0-9-]{1,60}$/.test(slug)))].sort());

/** Reads the query of a catalogue address; what is broken or unknown is ignored. */
export const siteFilterSchema = z.object({
  region: slugs,
  kind: listOf(kindGroupKeys),
  status: listOf(siteStatuses),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
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
