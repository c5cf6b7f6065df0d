import type { Country, Sector } from "@/lib/region/types";
import type { Words } from "@/lib/translation/types";

export const organisationKinds = [
  "company",
  "government",
  "agency",
  "association",
  "university",
  "park_operator",
  "media",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export type ConsentLevel = "counted" | "sector" | "named";

/**
 * An organisation as this reader may see it. With `sector` only kind, sectors and place remain; with `counted`
 * nothing but that there is one. Made by `lib/organisation/consent.ts` alone, so no name can slip past it.
 */
export type OrganisationView =
  | { shown: "named"; slug: string; name: Words; kind: OrganisationKind; country: Country; profile: Words | null }
  | { shown: "sector"; kind: OrganisationKind; country: Country; sectors: Sector[]; place: Words | null }
  | { shown: "counted" };

/**
 * A person as this reader may see it. `names` holds the name in each script that is known;
 * `zh` is null until somebody confirmed the characters, which the page says.
 */
export type PersonView =
  | {
      shown: "named";
      names: { latin: string | null; cyrillic: string | null; han: string | null; isHanConfirmed: boolean };
      position: Words | null;
    }
  | { shown: "sector" }
  | { shown: "counted" };
