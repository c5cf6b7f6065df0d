import { z } from "zod";
import { Locale } from "@/lib/db/generated/enums";
import type { RecordDocument, Sheet } from "@/lib/publishing/types";

const sheetSchema = z.record(z.string(), z.string());
const documentSchema = z.object({
  shared: sheetSchema,
  words: z.partialRecord(z.enum(Locale), sheetSchema),
});

/** A sheet as a JSON column holds it. */
export function toSheet(json: unknown): Sheet {
  return sheetSchema.parse(json);
}

/** A whole record as a revision holds it. */
export function toRevisionDocument(json: unknown): RecordDocument {
  return documentSchema.parse(json);
}
