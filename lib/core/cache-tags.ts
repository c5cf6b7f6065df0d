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
