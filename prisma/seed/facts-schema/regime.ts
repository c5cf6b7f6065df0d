import { z } from "zod";
import { CrossingKind, CrossingStatus, MeasureScope } from "@/lib/db/generated/enums";
import { code, coordinates, day, filled, fresh, notNegative, slug, sourceIds, tax, text } from "./base";

/** One dated line of a regime. ratePercent only where one number says it; it holds for the first `years`. */
const taxLine = z.strictObject({
  tax,
  rateText: text,
  ratePercent: z.number().min(0).max(100).optional(),
  isCeiling: z.boolean().optional(),
  years: z.int().min(1).optional(),
  conditions: text.optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  sources: sourceIds,
});

export const regime = z.strictObject({
  slug: z.enum([
    "ordinary",
    "industrial-park",
    "sez-industrial",
    "sez-technology",
    "asez",
    "international-asez",
    "free-port-vladivostok",
  ]),
  name: text,
  law: text,
  lines: z.array(taxLine),
  entry: z.strictObject({
    minInvestmentRub: notNegative.optional(),
    note: text.optional(),
    sources: sourceIds.optional(),
  }),
  limits: z.array(z.strictObject({ text, validFrom: day.optional(), sources: sourceIds })).optional(),
  ...fresh,
  sources: sourceIds,
});

/** `cn` and `ru` name the place on each side. */
export const crossing = z.strictObject({
  slug,
  name: text,
  kind: code(CrossingKind),
  status: code(CrossingStatus),
  cn: text,
  ru: text,
  coordinates: coordinates.optional(),
  note: text,
  ...fresh,
  sources: sourceIds,
});

export const measure = z.strictObject({
  slug,
  title: text,
  scope: code(MeasureScope),
  text,
  legalBasis: text.optional(),
  phone: filled.optional(),
  regimeSlug: slug.optional(),
  validFrom: day.optional(),
  validTo: day.optional(),
  ...fresh,
  sources: sourceIds,
});

export type RegimeFact = z.infer<typeof regime>;
export type CrossingFact = z.infer<typeof crossing>;
export type MeasureFact = z.infer<typeof measure>;
