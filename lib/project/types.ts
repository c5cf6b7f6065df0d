import type { OrganisationView } from "@/lib/organisation/types";
import type { RegionRef, Sector } from "@/lib/region/types";
import type { Currency, SiteRef } from "@/lib/site/types";
import type { Figure, Provenance } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

/** In the order in which a project grows. */
export const projectStages = ["negotiation", "announced", "construction", "operating"] as const;
export type ProjectStage = (typeof projectStages)[number];

/** A project as it was announced. The sum stands in its currency of record; nothing is converted. */
export type ProjectView = {
  slug: string;
  name: Words;
  region: RegionRef;
  sectors: Sector[];
  stage: ProjectStage;
  /** null: not named */
  investor: OrganisationView | null;
  site: SiteRef | null;
  investment: { figure: Figure; currency: Currency } | null;
  jobs: Figure | null;
  output: Words | null;
  summary: Words | null;
  provenance: Provenance;
};
