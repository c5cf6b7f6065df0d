import type { KindGroup } from "@/lib/site/rules";
import type { SiteRow, SiteStatus } from "@/lib/site/types";
import type { Words } from "@/lib/translation/types";

/** What a reader asked of the catalogue; empty lists ask for all. */
export type SiteFilter = { regions: string[]; kinds: KindGroup[]; statuses: SiteStatus[]; page: number };

/** How many sites each choice of a group would give, with the other groups as chosen. */
export type SiteFacets = {
  regions: { slug: string; name: Words; count: number }[];
  kinds: { kind: KindGroup; count: number }[];
  statuses: { status: SiteStatus; count: number }[];
};

/** Sites at one point of the map. `isExact`: the site is known, not only its town. */
export type SitePin = {
  lat: number;
  lon: number;
  isExact: boolean;
  region: { slug: string; isoCode: string };
  sites: { slug: string; name: Words }[];
};

export type Catalogue = {
  filter: SiteFilter;
  rows: SiteRow[];
  total: number;
  pageCount: number;
  /** sites of the answer that give no area: sorted last */
  unknownAreaCount: number;
  facets: SiteFacets;
  pins: SitePin[];
  /** sites of the answer that are on no map */
  unplacedCount: number;
};
