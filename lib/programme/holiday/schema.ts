import { z } from "zod";
import { Side } from "@/lib/db/generated/enums";
import type { FormFields, RefusalCode } from "@/lib/form/types";
import { locales } from "@/lib/i18n/locales";
import type { Texts } from "@/lib/translation/types";

const namesSchema = z.partialRecord(z.enum(locales), z.string());

/** Names of a holiday as its column holds them. */
export function toNames(json: unknown): Texts {
  return namesSchema.parse(json);
}

const name = z.string().max(120, "too_long");

const schema = z
  .object({
    country: z.enum(Side, { error: "wrong" }),
    day: z.iso.date({ error: "wrong" }),
    isWorkday: z.enum(["off", "work"], { error: "wrong" }).transform((kind) => kind === "work"),
    ru: name,
    zh: name,
    en: name,
    source: z.string().min(1, "required").max(200, "too_long"),
  })
  .refine(({ ru, zh, en }) => ru !== "" || zh !== "" || en !== "", { path: ["ru"], message: "required" })
  .transform(({ ru, zh, en, ...rest }) => ({
    ...rest,
    names: Object.fromEntries(Object.entries({ ru, zh, en }).filter(([, text]) => text !== "")),
  }));

export type HolidayInput = z.infer<typeof schema>;

/** What the form of a day says, or why which of its fields cannot be taken. */
export function readHoliday(fields: FormFields): { input: HolidayInput } | { refused: Record<string, RefusalCode> } {
  const names = ["country", "day", "ru", "zh", "en", "source"] as const;
  const parsed = schema.safeParse({
    ...Object.fromEntries(names.map((one) => [one, fields.get(one)])),
    isWorkday: fields.get("kind"),
  });
  if (parsed.success) return { input: parsed.data };
  const known: readonly string[] = ["required", "too_long", "wrong"] satisfies RefusalCode[];
  return {
    refused: Object.fromEntries(
      parsed.error.issues.map(({ path, message }) => [
        String(path[0]) === "isWorkday" ? "kind" : String(path[0]),
        known.includes(message) ? (message as RefusalCode) : "wrong",
      ]),
    ),
  };
}
