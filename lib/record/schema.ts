import { z } from "zod";
import type { FormFields, RefusalCode } from "@/lib/form/types";
import { locales } from "@/lib/i18n/locales";
import { type ListedKind, listedKinds } from "@/lib/record/shapes";
import { longestName } from "@/lib/translation/fields";

const longestSlug = 100;

const schema = z.object({
  kind: z.enum(listedKinds as [ListedKind, ...ListedKind[]], { error: "wrong" }),
  regionId: z.union([z.literal("").transform(() => null), z.guid({ error: "wrong" })], { error: "wrong" }),
  sourceLocale: z.enum(locales, { error: "wrong" }),
  name: z.string().min(1, "required").max(longestName, "too_long"),
  slug: z.union(
    [
      z.literal(""),
      z
        .string()
        .max(longestSlug)
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
    ],
    { error: "wrong" },
  ),
});

export type NewRecord = z.infer<typeof schema>;

/** What the form of a new record says, or why which of its fields cannot be taken. */
export function readNewRecord(fields: FormFields): { input: NewRecord } | { refused: Record<string, RefusalCode> } {
  const parsed = schema.safeParse({
    kind: fields.get("kind"),
    regionId: fields.get("region"),
    sourceLocale: fields.get("language"),
    name: fields.get("name").normalize("NFC").replace(/\s+/g, " "),
    slug: fields.get("slug").toLowerCase(),
  });
  if (parsed.success) return { input: parsed.data };
  const names: Record<string, string> = { regionId: "region", sourceLocale: "language" };
  const known: readonly string[] = ["required", "too_long", "wrong"] satisfies RefusalCode[];
  return {
    refused: Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => {
        const field = String(path[0]);
        return [names[field] ?? field, known.includes(message) ? (message as RefusalCode) : "wrong"];
      }),
    ),
  };
}
