import type { LegalFlagKey } from "@/lib/region/types";
import type { SiteKind, UtilityKind } from "@/lib/site/types";

/** Kinds as readers choose between them: one choice for the variants of one regime. */
export const kindGroups = {
  sez: ["sez_industrial", "sez_technology", "sez_tourism", "sez_port"],
  asez: ["asez", "international_asez"],
  free_port: ["free_port"],
  industrial_park: ["industrial_park"],
  technopark: ["technopark"],
  industrial_coworking: ["industrial_coworking"],
  trade_park: ["trade_park", "bonded_zone"],
} as const satisfies Record<string, readonly SiteKind[]>;

export type KindGroup = keyof typeof kindGroups;
export const kindGroupKeys = Object.keys(kindGroups) as KindGroup[];

/** @returns null for a host enterprise: it has a page but no place in the catalogue */
export function groupOfKind(kind: SiteKind): KindGroup | null {
  return kindGroupKeys.find((group) => (kindGroups[group] as readonly SiteKind[]).includes(kind)) ?? null;
}

/** Sites on one page of the catalogue. */
export const sitesPerPage = 24;

/** What every investor asks of a site: listed even where nothing was published. */
export const askedUtilities: readonly UtilityKind[] = ["electricity", "gas", "water", "sewage", "heat"];

/** What every foreign investor must know: listed even where nothing was found. */
export const askedFlags: readonly LegalFlagKey[] = ["foreign_ownership", "border_territory", "strategic_sector"];

const kmPerDegree = 111.195;

/**
 * Straight distance over the globe between two places.
 *
 * @returns whole kilometres, mean earth radius 6371 km
 */
export function straightKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (x: number) => Math.sin(x / 2) ** 2;
  const angle =
    half(radians(b.lat - a.lat)) + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * half(radians(b.lon - a.lon));
  return Math.round(((2 * Math.asin(Math.sqrt(angle)) * 180) / Math.PI) * kmPerDegree);
}
