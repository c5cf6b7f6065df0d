import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { type BureauReport, bureauProblems } from "@/lib/register/bureau/types";

/** What is told about a file that came back, as it is kept with the form that brought it. */
export const bureauReportSchema: z.ZodType<BureauReport> = z.object({
  fileName: z.string(),
  locale: z.enum(locales),
  taken: z.number(),
  empty: z.number(),
  notes: z.array(
    z.object({
      row: z.number(),
      problem: z.enum(bureauProblems),
      detail: z.string(),
      recordId: z.string().nullable(),
    }),
  ),
});
