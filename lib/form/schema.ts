import { z } from "zod";
import { type Result, refusalCodes, saidCodes } from "@/lib/form/types";

/** A result as a JSON column holds it. */
export const resultSchema = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), to: z.string(), said: z.enum(saidCodes).optional() }),
  z.object({
    ok: z.literal(false),
    to: z.string(),
    code: z.enum(refusalCodes),
    fields: z.record(z.string(), z.enum(refusalCodes)).optional(),
    detail: z.unknown().optional(),
  }),
]) as z.ZodType<Result>;
