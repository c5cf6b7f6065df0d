import * as Enums from "@/lib/db/generated/enums";

const sets: Record<string, Record<string, string>> = {
  SiteKind: Enums.SiteKind,
  SiteStatus: Enums.SiteStatus,
  Country: Enums.Country,
  CoordinatePrecision: Enums.CoordinatePrecision,
  Sector: Enums.Sector,
  LotKind: Enums.LotKind,
  LotStatus: Enums.LotStatus,
  Currency: Enums.Currency,
  PricePer: Enums.PricePer,
  Vat: Enums.Vat,
  OrganisationKind: Enums.OrganisationKind,
};

/** Values of a set of options, in the order of the database. */
export function bareOptions(set: string): string[] {
  return Object.values(sets[set] ?? {});
}
