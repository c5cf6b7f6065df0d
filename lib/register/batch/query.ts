import { z } from "zod";
import { pageNumber } from "@/lib/core/query-schema";
import { fileProblems } from "@/lib/spreadsheet/types";

/** What the page of lists reads of its query. */
export const uploadQuery = z.object({
  problem: z
    .enum([...fileProblems, "not_allowed"])
    .optional()
    .catch(undefined),
  kind: z.string().optional().catch(undefined),
  language: z.string().optional().catch(undefined),
});

/** What the page of one list reads of its query. */
export const batchQuery = z.object({
  rows: z.enum(["new", "changed", "unchanged", "error", "skipped"]).nullable().catch(null),
  page: pageNumber,
});
