import type { Figure, Provenance } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

export const taxes = ["profit", "property", "land", "transport", "insurance", "vat", "customs"] as const;
export type Tax = (typeof taxes)[number];

/** The least that names a regime and leads to it. */
export type RegimeRef = { slug: string; name: Words };

/** One dated line of a regime. `years` counts from the start of the relief; null: no term was stated. */
export type TaxLine = {
  tax: Tax;
  rate: Words;
  /** what everybody pays; null: not stated, and always for the ordinary regime itself */
  ordinaryRate: Words | null;
  years: number | null;
  conditions: Words | null;
  validFrom: string | null;
  validTo: string | null;
  provenance: Provenance;
};

export type RegimeLimit = { text: Words; validFrom: string | null; validTo: string | null; provenance: Provenance };

/** Rules under which a site works: taxes, what it takes to enter, limits. */
export type RegimeView = RegimeRef & {
  isOrdinary: boolean;
  law: Words | null;
  /** least sum to invest; null: not stated or not asked, `entry.note` says which */
  minInvestmentRub: Figure | null;
  entry: { note: Words | null; provenance: Provenance };
  lines: TaxLine[];
  limits: RegimeLimit[];
  provenance: Provenance;
};
