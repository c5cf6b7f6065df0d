import type { Locale } from "@/lib/i18n/locales";
import type { Figure, PartialDate, Provenance, Qualifier } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

export const sectors = [
  "quartz_and_optics",
  "mining",
  "oil_and_gas",
  "petrochemicals",
  "timber",
  "food_processing",
  "agriculture",
  "machinery",
  "construction_machinery",
  "construction_materials",
  "electronics",
  "microelectronics",
  "lasers_and_photonics",
  "medical_devices",
  "pharmaceuticals",
  "biotech",
  "it_and_robotics",
  "automotive",
  "rail_engineering",
  "aviation",
  "logistics",
  "trade",
  "tourism",
  "light_industry",
  "energy",
  "chemicals",
  "metallurgy",
  "furniture",
  "shipbuilding",
  "fisheries",
  "packaging",
] as const;
export type Sector = (typeof sectors)[number];

export const units = [
  "people",
  "million_people",
  "companies",
  "sites",
  "projects",
  "jobs",
  "percent",
  "times",
  "rank",
  "ha",
  "m2",
  "million_m2",
  "tonnes",
  "million_tonnes",
  "billion_rub",
  "trillion_rub",
  "billion_usd",
  "billion_usd_ppp",
  "billion_cny",
] as const;
export type Unit = (typeof units)[number];

export const countries = ["ru", "cn", "hk", "mo", "by", "other"] as const;
export type Country = (typeof countries)[number];

/** The least that any page needs to name a region. `name` is the everyday short name where there is one. */
export type RegionRef = { slug: string; isoCode: string; name: Words; timeZone: string };

/** One tile of the board of regions on the home page and in the footer. */
export type RegionTile = RegionRef & {
  sectors: Sector[];
  siteCount: number;
  visitCount: number;
};

export type IndicatorView = {
  key: string;
  label: Words;
  note: Words | null;
  unit: Unit;
  figure: Figure;
  period: PartialDate;
  comparison: { value: number; qualifier: Qualifier | null; period: PartialDate } | null;
};

export type StrengthView = { title: Words; text: Words; provenance: Provenance };

/** Who answers. `isFallback`: the record names nobody, so the region's agency answers, and the page says so. */
export type ContactView = {
  name: Words;
  address: Words | null;
  phone: string | null;
  /** when the phone number was last seen, where that is known apart from the rest */
  phoneAsOf: PartialDate | null;
  email: string | null;
  url: string | null;
  portalUrl: string | null;
  /** languages that the contact answers in; empty: not stated */
  languages: Locale[];
  isFallback: boolean;
  provenance: Provenance;
};

export const legalFlagKeys = [
  "foreign_ownership",
  "lease_only",
  "border_territory",
  "strategic_sector",
  "subsoil",
  "closed_city",
] as const;
export type LegalFlagKey = (typeof legalFlagKeys)[number];
export const threeValued = ["yes", "no", "unknown"] as const;
export type ThreeValued = (typeof threeValued)[number];

/** A rule for foreign investors. `provenance` is null when nothing was found: the flag is then unknown, not "no". */
export type LegalFlagView = {
  flag: LegalFlagKey;
  value: ThreeValued;
  note: Words | null;
  act: Words | null;
  from: "site" | "region" | null;
  provenance: Provenance | null;
};

/** A partner place of a region: a Chinese province or city. */
export type PartnerRow = {
  slug: string;
  name: Words;
  relation: "sister" | "proposed_sister" | "partner";
  sinceYear: number | null;
  holder: Words | null;
  provenance: Provenance;
};

export type MeasureRow = {
  slug: string;
  name: Words;
  text: Words | null;
  scope: "federal" | "regional";
  legalBasis: Words | null;
  provenance: Provenance;
};

export type ProjectRow = {
  slug: string;
  name: Words;
  stage: "negotiation" | "announced" | "construction" | "operating";
  investmentRub: Figure | null;
  jobs: Figure | null;
  site: { slug: string; name: Words } | null;
  provenance: Provenance;
};

export type RegionView = RegionRef & {
  fullName: Words;
  capital: Words;
  summary: Words;
  areaKm2: Figure | null;
  population: Figure | null;
  grp: { figure: Figure; year: number } | null;
  sectors: Sector[];
  strengths: StrengthView[];
  indicators: IndicatorView[];
  flags: LegalFlagView[];
  agency: ContactView | null;
  partners: PartnerRow[];
  measures: MeasureRow[];
  projects: ProjectRow[];
  consultationDays: number;
  helpDays: number;
  provenance: Provenance;
};
