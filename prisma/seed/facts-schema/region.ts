import { z } from "zod";
import { PlaceKind, TieRelation, Unit } from "@/lib/db/generated/enums";
import {
  code,
  filled,
  fresh,
  legalFlag,
  notNegative,
  partialDate,
  period,
  qualifier,
  sector,
  slug,
  sourceIds,
  text,
  webAddress,
  year,
} from "./base";

export const region = z.strictObject({
  slug,
  isoCode: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, "must be a code of ISO 3166-2"),
  name: text,
  capital: text,
  timezone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), "must be a zone of the IANA list"),
  areaKm2: z.number().positive("must be more than 0").optional(),
  population: z.strictObject({ value: z.int().min(0), asOf: partialDate, sources: sourceIds }).optional(),
  grpRub: z.strictObject({ value: notNegative, year, qualifier: qualifier.optional(), sources: sourceIds }).optional(),
  summary: text,
  strengths: z.array(z.strictObject({ title: text, text, sources: sourceIds })),
  sectors: z.array(sector),
  /** west, south, east, north */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  agency: z.strictObject({
    name: text,
    url: webAddress.optional(),
    portalUrl: webAddress.optional(),
    phone: filled.optional(),
    phoneAsOf: partialDate.optional(),
    email: z.email("must be an e-mail address").optional(),
    address: text.optional(),
    sources: sourceIds,
  }),
  legalFlags: z.array(legalFlag).optional(),
  sources: sourceIds,
});

export const indicator = z.strictObject({
  key: filled,
  label: text,
  value: z.number(),
  unit: code(Unit),
  qualifier: qualifier.optional(),
  period,
  comparison: z.strictObject({ value: z.number(), period, qualifier: qualifier.optional() }).optional(),
  note: text.optional(),
  ...fresh,
  sources: sourceIds,
});

const placeKind = code({ province: PlaceKind.province, city: PlaceKind.city });

/** shared.json: a place that more than one region has ties with. */
export const place = z.strictObject({ slug, name: text, kind: placeKind, summary: text, sources: sourceIds });

/** Region file: the tie. `holder` says who holds it on the Russian side, `partnerSlug` leads to a shared place. */
export const tie = z.strictObject({
  ...place.shape,
  partnerSlug: slug.optional(),
  relation: code(TieRelation),
  since: year.optional(),
  holder: text,
});

export type RegionFact = z.infer<typeof region>;
export type IndicatorFact = z.infer<typeof indicator>;
export type PlaceFact = z.infer<typeof place>;
export type TieFact = z.infer<typeof tie>;
