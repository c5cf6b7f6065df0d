/** Names of what cached pages depend on. A write expires exactly the tags of what it changed. */
export const cacheTags = {
  regions: "regions",
  region: (slug: string) => `region:${slug}`,
  sites: "sites",
  site: (slug: string) => `site:${slug}`,
  visits: "visits",
  visit: (slug: string) => `visit:${slug}`,
  outcomes: "outcomes",
  partners: "partners",
  events: "events",
  projects: "projects",
  support: "support",
  regimes: "regimes",
  crossings: "crossings",
  sources: "sources",
};

/**
 * Tags of every list: all public pages depend on one of them. A change in the staff area expires them together, because
 * a record is named on many pages (a company on visits, sites and outcomes) and an old name on one of them is a fault.
 */
export const allListTags: readonly string[] = Object.values(cacheTags).filter((tag) => typeof tag === "string");
