import type { Locale } from "@/lib/i18n/locales";

/**
 * First segments behind the locale that are pages of their own, so that no region may take them as its slug.
 * Checked by the seed and wherever a region is named.
 */
export const reservedSegments = [
  "about",
  "accessibility",
  "admin",
  "api",
  "compare",
  "crossings",
  "data",
  "enquiry",
  "errors",
  "events",
  "match",
  "media",
  "outcomes",
  "partners",
  "personal-data",
  "preview",
  "projects",
  "regimes",
  "regions",
  "search",
  "sectors",
  "shortlist",
  "sitemap",
  "sites",
  "sources",
  "support",
  "v",
  "visits",
] as const;

/**
 * Lists with filters, by the last segment of their address, and the query parameters that change their data. All other
 * parameters are ignored and no part of a cache key.
 */
export const listFilterKeys = {
  sites: ["region", "kind", "status", "page"],
  visits: ["region", "direction", "year", "page"],
  outcomes: ["region", "kind", "stage", "due", "page"],
} as const;

export type FilteredList = keyof typeof listFilterKeys;
export type FilterQuery<List extends FilteredList> = Partial<Record<(typeof listFilterKeys)[List][number], string>>;

/** The segment of a list's dynamic twin; only a rewrite leads to it. */
export const filteredSegment = "filtered";

export function isFilteredList(segment: string | undefined): segment is FilteredList {
  return segment !== undefined && Object.hasOwn(listFilterKeys, segment);
}

/** In one fixed order, so that the same view always has the same address. */
function queryString<List extends FilteredList>(list: List, query: FilterQuery<List>): string {
  const keys: readonly (typeof listFilterKeys)[List][number][] = listFilterKeys[list];
  const pairs = keys.flatMap((key) => (query[key] ? [`${key}=${query[key]}`] : []));
  return pairs.length > 0 ? `?${pairs.join("&")}` : "";
}

/** Anchors of what a region's page states, on that of its sources; those of figures are the same on both. */
export const regionId = "region";
export const contactId = "contact";
export const indicatorId = (key: string) => `indicator-${key}`;
export const strengthId = (number: number) => `strength-${number}`;

type PathIn = (locale: Locale) => string;
type PathOfSlug = (locale: Locale, slug: string) => string;

const page =
  (segment: (typeof reservedSegments)[number]): PathIn =>
  (locale) =>
    `/${locale}/${segment}`;
const detail =
  (segment: (typeof reservedSegments)[number]): PathOfSlug =>
  (locale, slug) =>
    `/${locale}/${segment}/${slug}`;

/** Addresses of all public pages, each beginning with the locale. Slugs are those of the records. */
export const paths = {
  home: (locale: Locale) => `/${locale}`,
  regions: page("regions"),
  region: (locale: Locale, region: string) => `/${locale}/${region}`,
  sites: (locale: Locale, query: FilterQuery<"sites"> = {}) => `/${locale}/sites${queryString("sites", query)}`,
  regionSites: (locale: Locale, region: string, query: Omit<FilterQuery<"sites">, "region"> = {}) =>
    `/${locale}/${region}/sites${queryString("sites", query)}`,
  site: (locale: Locale, region: string, site: string) => `/${locale}/${region}/sites/${site}`,
  visits: (locale: Locale, query: FilterQuery<"visits"> = {}) => `/${locale}/visits${queryString("visits", query)}`,
  visit: (locale: Locale, region: string, visit: string) => `/${locale}/${region}/visits/${visit}`,
  /** A visit to take along: calendar, booklet, programme on one sheet. */
  visitFile: (
    locale: Locale,
    { region, visit }: { region: string; visit: string },
    file: "visit.ics" | "booklet.pdf" | "programme.pdf",
  ) => `/${locale}/${region}/visits/${visit}/${file}`,
  outcomes: (locale: Locale, query: FilterQuery<"outcomes"> = {}) =>
    `/${locale}/outcomes${queryString("outcomes", query)}`,
  /** An outcome is a row of the register, on one of its pages. */
  outcome: (locale: Locale, outcome: { slug: string; registerPage: number }) => {
    const page = outcome.registerPage > 1 ? String(outcome.registerPage) : "";
    return `/${locale}/outcomes${queryString("outcomes", { page })}#${outcome.slug}`;
  },
  partners: page("partners"),
  partner: detail("partners"),
  events: page("events"),
  event: detail("events"),
  projects: page("projects"),
  project: detail("projects"),
  support: page("support"),
  measure: detail("support"),
  regimes: page("regimes"),
  regime: detail("regimes"),
  sectors: page("sectors"),
  sector: detail("sectors"),
  crossings: page("crossings"),
  sources: page("sources"),
  regionSources: (locale: Locale, region: string) => `/${locale}/${region}/sources`,
  /** A source is an entry in its region's list, or in that which all share. */
  source: (locale: Locale, { region, code }: { region: string | null; code: string }): string =>
    `${region ? paths.regionSources(locale, region) : paths.sources(locale)}#${code}`,
  about: page("about"),
  accessibility: page("accessibility"),
  personalData: page("personal-data"),
  siteMap: page("sitemap"),
};
