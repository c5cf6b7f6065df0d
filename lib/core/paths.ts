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
  "data",
  "enquiry",
  "errors",
  "events",
  "match",
  "outcomes",
  "partners",
  "personal-data",
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

/** Query parameters of the catalogue that change its data; all others are ignored and no part of a cache key. */
export const siteFilterKeys = ["region", "kind", "status", "page"] as const;
export type SiteFilterKey = (typeof siteFilterKeys)[number];
export type SiteFilterQuery = Partial<Record<SiteFilterKey, string>>;

/** The segment of the catalogue's dynamic twin; only a rewrite leads to it. */
export const filteredSegment = "filtered";

/** In one fixed order, so that the same view always has the same address. */
function queryString(query: SiteFilterQuery): string {
  const params = new URLSearchParams();
  for (const key of siteFilterKeys) if (query[key]) params.set(key, query[key]);
  return params.size > 0 ? `?${params}` : "";
}

/** Addresses of all public pages, each beginning with the locale. Slugs are those of the records. */
export const paths = {
  home: (locale: Locale) => `/${locale}`,
  region: (locale: Locale, region: string) => `/${locale}/${region}`,
  sites: (locale: Locale, query: SiteFilterQuery = {}) => `/${locale}/sites${queryString(query)}`,
  regionSites: (locale: Locale, region: string, query: Omit<SiteFilterQuery, "region"> = {}) =>
    `/${locale}/${region}/sites${queryString(query)}`,
  site: (locale: Locale, region: string, site: string) => `/${locale}/${region}/sites/${site}`,
  visit: (locale: Locale, region: string, visit: string) => `/${locale}/${region}/visits/${visit}`,
};
