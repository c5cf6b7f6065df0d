import { z } from "zod";
import type { FilterQuery } from "@/lib/core/paths";
import { listOf, pageNumber, slugList } from "@/lib/core/query-schema";
import { dueStates, type OutcomeFilter } from "@/lib/outcome/register/types";
import { outcomeKinds, outcomeStages } from "@/lib/outcome/types";

const outcomeFilterSchema = z.object({
  region: slugList,
  kind: listOf(outcomeKinds),
  stage: listOf(outcomeStages),
  due: listOf(dueStates),
  page: pageNumber,
});

/** Reads the query of an address of the register; what is broken or unknown is ignored. */
export function parseOutcomeFilter(query: Record<string, string | string[] | undefined>): OutcomeFilter {
  const { region, kind, stage, due, page } = outcomeFilterSchema.parse(query);
  return { regions: region, kinds: kind, stages: stage, dues: due, page };
}

/** The opposite: the query of the address at which this view stands. */
export function toOutcomeFilterQuery({ regions, kinds, stages, dues, page }: OutcomeFilter): FilterQuery<"outcomes"> {
  return {
    region: regions.join(","),
    kind: kinds.join(","),
    stage: stages.join(","),
    due: dues.join(","),
    page: page > 1 ? String(page) : "",
  };
}

export const everyOutcome: OutcomeFilter = { regions: [], kinds: [], stages: [], dues: [], page: 1 };
