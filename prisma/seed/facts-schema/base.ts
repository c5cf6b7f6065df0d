import { z } from "zod";
import { isSpan } from "@/lib/core/dates";
import {
  CoordinatePrecision,
  Country,
  LegalFlagKey,
  Qualifier,
  Sector,
  Tax,
  ThreeValued,
} from "@/lib/db/generated/enums";

/** A text in all three languages; which letters each may hold is asked in check-words.ts. */
export const text = z.strictObject({
  ru: z.string().min(1),
  zh: z.string().min(1),
  en: z.string().min(1),
});
export type Text = z.infer<typeof text>;

/**
 * One of a list of codes of the database. The files write them with hyphens ("more-than"), the database with underscores.
 *
 * @param values the generated enum object, or a part of it
 */
export function code<const Value extends string>(values: Record<string, Value>) {
  const byWord = new Map(Object.values(values).map((value) => [value.replaceAll("_", "-"), value]));
  return z.string().transform((word, context): Value => {
    const value = byWord.get(word);
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message: `"${word}" is none of ${[...byWord.keys()].join(", ")}` });
    return z.NEVER;
  });
}

/** a-z, 0-9 and single hyphens; the address of a record in the portal. */
export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "must be a slug: a-z, 0-9, single hyphens");

/** YYYY-MM-DD */
export const day = z.iso.date("must be a day: YYYY-MM-DD");

/** YYYY, YYYY-Q1..4, YYYY-H1|2, YYYY-MM or YYYY-MM-DD */
export const partialDate = z
  .string()
  .refine(
    (value) => isSpan(value) && !value.includes("/"),
    "must be a date: YYYY, YYYY-H1, YYYY-Q1, YYYY-MM or YYYY-MM-DD",
  );

/** A partial date or two of one kind as "from/to". */
export const period = z.string().refine(isSpan, 'must be a date or a period "from/to" in order');

/** Ids of rows in a `sources` table; no fact without a source. */
export const sourceIds = z
  .array(z.string().min(1))
  .min(1, "needs at least one source")
  .refine((ids) => new Set(ids).size === ids.length, "names a source twice");

export const webAddress = z.url({
  protocol: /^https?$/,
  error: "must be an address that begins with http:// or https://",
});
export const filled = z.string().trim().min(1, "must not be empty");
export const notNegative = z.number().min(0, "must be 0 or more");
export const count = z.int("must be a whole number").min(1, "must be 1 or more");
export const year = z.int("must be a year").min(1000, "must be a year").max(2200, "must be a year");

export const sector = code(Sector);
export const qualifier = code(Qualifier);
export const tax = code(Tax);

/** ISO 3166 in the files, lower case in the database. "other" is refused: it would lose which country was meant. */
const { other: _other, ...namedCountries } = Country;
const countryByIso = new Map(Object.values(namedCountries).map((value) => [value.toUpperCase(), value]));
export const country = z.string().transform((iso, context): Country => {
  const value = countryByIso.get(iso);
  if (value !== undefined) return value;
  context.addIssue({ code: "custom", message: `"${iso}" is none of ${[...countryByIso.keys()].join(", ")}` });
  return z.NEVER;
});

/** When a fact was so, and when it must be checked again. */
export const fresh = { asOf: partialDate.optional(), reviewBy: partialDate.optional() };

/** WGS-84; `locality` is the town, not the plot. */
export const coordinates = z.strictObject({
  lat: z.number().min(-90, "must be −90 to 90").max(90, "must be −90 to 90"),
  lon: z.number().min(-180, "must be −180 to 180").max(180, "must be −180 to 180"),
  precision: code(CoordinatePrecision),
});

/** What a foreign investor must know. No flag = nothing was found, which is not "no". */
export const legalFlag = z.strictObject({
  flag: code(LegalFlagKey),
  value: code(ThreeValued),
  note: text.optional(),
  act: text.optional(),
  asOf: partialDate,
  reviewBy: partialDate.optional(),
  sources: sourceIds,
});

/** How well the days of a visit or event are known; month and year carry their first and last day. */
export const datePrecision = z.enum(["day", "week", "month", "year"]);

export type LegalFlagFact = z.infer<typeof legalFlag>;
export type CoordinatesFact = z.infer<typeof coordinates>;
