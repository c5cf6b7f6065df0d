import { z } from "zod";
import type { RawList } from "@/lib/programme/party-list/import/types";
import { fileProblems } from "@/lib/spreadsheet/types";

const rawSchema = z.object({
  rows: z.array(
    z.object({ number: z.number(), cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
  ),
});

/** What was sealed, as a list; null where it is something else. */
export function parseRawList(text: string | null): RawList | null {
  if (text === null) return null;
  const read = rawSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : null;
}

/** The query of the page of a list. What is broken or unknown is ignored, never an error. */
export const listQuery = z.object({
  list: z.guid().nullable().catch(null),
  problem: z
    .enum([...fileProblems, "no_heads"])
    .nullable()
    .catch(null),
});
