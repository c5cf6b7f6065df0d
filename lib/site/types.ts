import type { Locale } from "@/lib/i18n/locales";
import type { OrganisationView } from "@/lib/organisation/types";
import type { OutcomeView } from "@/lib/outcome/types";
import type { TaxLine } from "@/lib/regime/types";
import type { ContactView, Country, LegalFlagView, RegionRef, Sector } from "@/lib/region/types";
import type { Figure, PartialDate, Provenance } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

export const siteKinds = [
  "sez_industrial",
  "sez_technology",
  "sez_tourism",
  "sez_port",
  "asez",
  "international_asez",
  "free_port",
  "industrial_park",
  "technopark",
  "industrial_coworking",
  "trade_park",
  "bonded_zone",
  "facility",
] as const;
export type SiteKind = (typeof siteKinds)[number];

export const siteStatuses = ["operating", "under_construction", "planned"] as const;
export type SiteStatus = (typeof siteStatuses)[number];

export const utilityKinds = ["electricity", "gas", "water", "sewage", "heat", "internet", "rail_siding"] as const;
export type UtilityKind = (typeof utilityKinds)[number];
export const utilityUnits = [
  "mw",
  "m3_per_hour",
  "m3_per_day",
  "gcal_per_hour",
  "mbit_per_s",
  "wagons_per_day",
] as const;
export type UtilityUnit = (typeof utilityUnits)[number];
export const availabilities = ["now", "from_date", "on_request", "not_available", "unknown"] as const;
export type Availability = (typeof availabilities)[number];

export const transportModes = ["road", "rail", "airport", "seaport", "border_crossing", "river_port"] as const;
export type TransportMode = (typeof transportModes)[number];

export const serviceKeys = [
  "meeting_rooms",
  "customs_post",
  "customs_control_zone",
  "customs_clearance",
  "bonded_warehouse",
  "repair_centre",
  "chinese_speaking_staff",
  "logistics",
  "one_stop_shop",
  "ready_built_units",
  "coworking",
] as const;
export type ServiceKey = (typeof serviceKeys)[number];

export type LotStatus = "available" | "partly_reserved" | "reserved" | "taken" | "unknown";
export type LotKind = "land" | "building" | "unit";
export type PricePer = "m2_year" | "m2_month" | "ha" | "total";
export type Currency = "rub" | "cny" | "usd";

/** WGS-84. `locality`: the town is known, not the plot. */
export type Coordinates = { lat: number; lon: number; precision: "exact" | "site" | "locality" };

/** The least that names a site and leads to it. */
export type SiteRef = {
  slug: string;
  region: RegionRef;
  kind: SiteKind;
  country: Country;
  name: Words;
  municipality: Words | null;
};

/** One row of the catalogue; also a pin of the map. */
export type SiteRow = SiteRef & {
  status: SiteStatus;
  sectors: Sector[];
  totalAreaHa: Figure | null;
  availableAreaHa: Figure | null;
  premisesM2: Figure | null;
  availablePremisesM2: Figure | null;
  electricityMw: Figure | null;
  /** the next planned stage of readiness that names an area; null: not stated */
  nextStage: { readyOn: PartialDate; areaHa: number | null; premisesM2: number | null } | null;
  coordinates: Coordinates | null;
  parent: { slug: string; name: Words } | null;
  provenance: Provenance;
};

export type UtilityView = {
  kind: UtilityKind;
  availability: Availability;
  availableFrom: PartialDate | null;
  unit: UtilityUnit;
  total: Figure | null;
  free: Figure | null;
  note: Words | null;
  /** null: nothing was published about it, which the page says */
  provenance: Provenance | null;
};

export type TransportView = {
  mode: TransportMode;
  name: Words;
  distanceKm: number;
  crossing: { slug: string; name: Words } | null;
  provenance: Provenance;
};

export type LotView = {
  code: string;
  name: Words | null;
  kind: LotKind;
  status: LotStatus;
  areaHa: number | null;
  areaM2: number | null;
  reservedPercent: number | null;
  price: { amount: number; currency: Currency; per: PricePer } | null;
  cadastralNumber: string | null;
  note: Words | null;
  provenance: Provenance;
};

/** Tax lines and whose they are: the site's own, the zone's it belongs to, or the regime's in general. */
export type TaxTable = { from: "site" | "zone" | "regime"; of: Words; rules: TaxLine[] };

/** `readyOn` of a planned stage is the last day of what is known; a passed one is not done until a source says so. */
export type StageView = {
  status: "done" | "planned" | "delayed";
  readyOn: PartialDate;
  isOverdue: boolean;
  what: Words;
  areaHa: number | null;
  premisesM2: number | null;
  provenance: Provenance;
};

export type ServiceView = {
  key: ServiceKey;
  status: "available" | "planned";
  note: Words | null;
  provenance: Provenance;
};

export type SiteView = SiteRef & {
  status: SiteStatus;
  /** a plant or institution that receives guests, not a place to invest in */
  isFacility: boolean;
  /** the name in the other languages of the portal, to show and to search by */
  otherNames: Words[];
  summary: Words | null;
  address: Words | null;
  managingCompany: Words | null;
  phone: string | null;
  website: string | null;
  establishedYear: number | null;
  coordinates: Coordinates | null;
  sectors: Sector[];
  regime: { slug: string; name: Words } | null;
  parent: SiteRef | null;
  platforms: SiteRef[];
  totalAreaHa: Figure | null;
  availableAreaHa: Figure | null;
  premisesM2: Figure | null;
  availablePremisesM2: Figure | null;
  stages: StageView[];
  utilities: UtilityView[];
  transport: TransportView[];
  lots: LotView[];
  taxes: TaxTable | null;
  flags: LegalFlagView[];
  services: ServiceView[];
  residents: OrganisationView[];
  projects: {
    slug: string;
    name: Words;
    stage: "negotiation" | "announced" | "construction" | "operating";
    provenance: Provenance;
  }[];
  outcomes: OutcomeView[];
  contact: ContactView | null;
  /** the record as a whole; the day it was last checked is `provenance.asOf` */
  provenance: Provenance;
  publishedLocales: Locale[];
};
