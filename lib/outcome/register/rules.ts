import { toggle } from "@/lib/core/facets";
import type { OutcomeFilter } from "@/lib/outcome/register/types";

type Group = "regions" | "kinds" | "stages" | "dues";

/** The filter with one choice taken or, when it is taken already, left out; back on the first page. */
export function toggledOutcomes<G extends Group>(
  filter: OutcomeFilter,
  group: G,
  value: OutcomeFilter[G][number],
): OutcomeFilter {
  return { ...filter, [group]: toggle<string>(filter[group], value), page: 1 };
}
