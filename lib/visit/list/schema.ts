import { z } from "zod";
import type { FilterQuery } from "@/lib/core/paths";
import { listOf, pageNumber, slugList, yearList } from "@/lib/core/query-schema";
import type { VisitFilter } from "@/lib/visit/list/types";
import { directions } from "@/lib/visit/types";

const visitFilterSchema = z.object({
  region: slugList,
  direction: listOf(directions),
  year: yearList,
  page: pageNumber,
});

/** Reads the query of an address of the list; what is broken or unknown is ignored. */
export function parseVisitFilter(query: Record<string, string | string[] | undefined>): VisitFilter {
  const { region, direction, year, page } = visitFilterSchema.parse(query);
  return { regions: region, directions: direction, years: year, page };
}

/** The opposite: the query of the address at which this view stands. */
export function toVisitFilterQuery({ regions, directions: chosen, years, page }: VisitFilter): FilterQuery<"visits"> {
  return {
    region: regions.join(","),
    direction: chosen.join(","),
    year: years.join(","),
    page: page > 1 ? String(page) : "",
  };
}

export const everyVisit: VisitFilter = { regions: [], directions: [], years: [], page: 1 };
