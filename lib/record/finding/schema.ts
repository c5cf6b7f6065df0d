import { z } from "zod";
import { pageNumber } from "@/lib/core/query-schema";
import { type FindingCode, type FindingFilter, findingCodes } from "@/lib/record/finding/types";

const codes = Object.keys(findingCodes) as [FindingCode, ...FindingCode[]];

/** The query of the to-do list. What is broken or unknown is ignored, never an error. */
export const findingFilterSchema = z
  .object({
    check: z.enum(codes).catch("fact_due"),
    mine: z
      .string()
      .catch("")
      .transform((text) => text === "yes"),
    page: pageNumber,
  })
  .transform(({ check, mine, page }): FindingFilter => ({ code: check, isMine: mine, page }));

/** A filter as a query again. */
export function toFindingQuery({ code, isMine, page }: FindingFilter): string {
  return `?check=${code}${isMine ? "&mine=yes" : ""}${page > 1 ? `&page=${page}` : ""}`;
}
