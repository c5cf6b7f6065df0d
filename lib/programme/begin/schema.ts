import { z } from "zod";
import { Direction, Sector } from "@/lib/db/generated/enums";
import type { FormFields, RefusalCode } from "@/lib/form/types";
import { longestName } from "@/lib/translation/fields";

const day = z.union([z.literal("").transform(() => null), z.iso.date()], { error: "wrong" });

const schema = z
  .object({
    regionId: z.guid({ error: "wrong" }),
    name: z.string().min(1, "required").max(longestName, "too_long"),
    direction: z.enum(Direction, { error: "wrong" }),
    startsOn: day,
    endsOn: day,
    /** "", visit/ID or template/ID */
    from: z.string().regex(/^(?:(?:visit|template)\/[0-9a-f-]{36})?$/, "wrong"),
    tie: z.enum(["", "continues", "reply"], { error: "wrong" }),
  })
  .refine(({ startsOn, endsOn }) => !endsOn || (startsOn !== null && endsOn >= startsOn), {
    path: ["endsOn"],
    message: "wrong",
  });

export type NewVisit = z.infer<typeof schema>;

/** What the form of a new visit says, or why which of its fields cannot be taken. */
export function readNewVisit(fields: FormFields): { input: NewVisit } | { refused: Record<string, RefusalCode> } {
  const parsed = schema.safeParse({
    regionId: fields.get("region"),
    name: fields.get("name").normalize("NFC").replace(/\s+/g, " "),
    direction: fields.get("direction"),
    startsOn: fields.get("startsOn"),
    endsOn: fields.get("endsOn"),
    from: fields.get("from"),
    tie: fields.get("tie"),
  });
  if (parsed.success) return { input: parsed.data };
  return { refused: refusedBy(parsed.error, { regionId: "region" }) };
}

const templateSchema = z.object({
  name: z.string().min(1, "required").max(200, "too_long"),
  sector: z.union([z.literal("").transform(() => null), z.enum(Sector)], { error: "wrong" }),
});
export type NewTemplate = z.infer<typeof templateSchema>;

export function readNewTemplate(fields: FormFields): { input: NewTemplate } | { refused: Record<string, RefusalCode> } {
  const parsed = templateSchema.safeParse({ name: fields.get("name"), sector: fields.get("sector") });
  return parsed.success ? { input: parsed.data } : { refused: refusedBy(parsed.error, {}) };
}

const known: readonly string[] = ["required", "too_long", "wrong"] satisfies RefusalCode[];

function refusedBy(error: z.ZodError, names: Record<string, string>): Record<string, RefusalCode> {
  return Object.fromEntries(
    error.issues.map(({ path, message }) => {
      const field = String(path[0]);
      return [names[field] ?? field, known.includes(message) ? (message as RefusalCode) : "wrong"];
    }),
  );
}
