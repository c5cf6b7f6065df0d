import { z } from "zod";
import {
  LotKind,
  LotStatus,
  PricePer,
  ServiceKey,
  ServiceStatus,
  SiteKind,
  SiteStatus,
  StageStatus,
  TransportMode,
} from "@/lib/db/generated/enums";
import {
  code,
  coordinates,
  day,
  filled,
  fresh,
  legalFlag,
  notNegative,
  partialDate,
  sector,
  slug,
  sourceIds,
  tax,
  text,
  webAddress,
  year,
} from "./base";

const figure = z.strictObject({ ...fresh, sources: sourceIds });

const lot = z.strictObject({
  code: filled,
  name: text.optional(),
  kind: code(LotKind),
  areaHa: notNegative.optional(),
  areaM2: notNegative.optional(),
  priceRub: notNegative.optional(),
  pricePer: code(PricePer).optional(),
  status: code(LotStatus),
  reservedPercent: z.number().min(0).max(100).optional(),
  ...fresh,
  sources: sourceIds,
});

const incentive = z.strictObject({
  tax,
  regimeRate: text,
  ordinaryRate: text.optional(),
  years: z.int().min(1).optional(),
  note: text.optional(),
  validFrom: day.optional(),
  sources: sourceIds,
});

const transportLink = z.strictObject({
  mode: code(TransportMode),
  name: text,
  distanceKm: notNegative,
  crossingSlug: slug.optional(),
  sources: sourceIds,
});

const stage = z.strictObject({
  date: partialDate,
  areaHa: notNegative.optional(),
  premisesM2: notNegative.optional(),
  what: text,
  status: code(StageStatus),
  sources: sourceIds,
});

const service = z.strictObject({
  key: code(ServiceKey),
  status: code(ServiceStatus),
  note: text.optional(),
  ...fresh,
  sources: sourceIds,
});

export const site = z.strictObject({
  slug,
  kind: code(SiteKind),
  status: code(SiteStatus),
  name: text,
  municipality: text,
  address: text.optional(),
  phone: filled.optional(),
  website: webAddress.optional(),
  managingCompany: text.optional(),
  coordinates: coordinates.optional(),
  /** the zone of this platform */
  parentSiteSlug: slug.optional(),
  regimeSlug: slug.optional(),
  totalAreaHa: notNegative.optional(),
  availableAreaHa: notNegative.optional(),
  premisesM2: notNegative.optional(),
  availablePremisesM2: notNegative.optional(),
  establishedYear: year.optional(),
  /** backing of each area figure above */
  figures: z
    .strictObject({
      totalAreaHa: figure.optional(),
      availableAreaHa: figure.optional(),
      premisesM2: figure.optional(),
      availablePremisesM2: figure.optional(),
    })
    .optional(),
  summary: text,
  sectors: z.array(sector),
  utilities: z
    .strictObject({
      electricityMw: notNegative.optional(),
      gasM3PerHour: notNegative.optional(),
      waterM3PerDay: notNegative.optional(),
      sewageM3PerDay: notNegative.optional(),
      heatGcalPerHour: notNegative.optional(),
    })
    .optional(),
  utilitiesSources: sourceIds.optional(),
  utilitiesAsOf: partialDate.optional(),
  transport: z.array(transportLink).optional(),
  lots: z.array(lot).optional(),
  incentives: z.array(incentive).optional(),
  /** the site whose incentives apply */
  incentivesFrom: slug.optional(),
  readiness: z.array(stage).optional(),
  legalFlags: z.array(legalFlag).optional(),
  services: z.array(service).optional(),
  residents: z.array(slug).optional(),
  ...fresh,
  sources: sourceIds,
});

export type SiteFact = z.infer<typeof site>;

/** The area figures of a site: each has its value in the site and its backing in `figures`. */
export const areaFields = ["totalAreaHa", "availableAreaHa", "premisesM2", "availablePremisesM2"] as const;
