import { paths } from "@/lib/core/paths";
import { lastCrossingChange } from "@/lib/crossing/public-queries";
import { listEventAddresses } from "@/lib/event/public-queries";
import type { Locale } from "@/lib/i18n/locales";
import { lastOutcomeChange } from "@/lib/outcome/public-queries";
import { listPartnerAddresses } from "@/lib/partner/public-queries";
import { listProjectAddresses } from "@/lib/project/public-queries";
import { listRegimeAddresses } from "@/lib/regime/public-queries";
import { listRegionAddresses } from "@/lib/region/public-queries";
import { listSectorAddresses } from "@/lib/sector/public-queries";
import { listSiteAddresses } from "@/lib/site/catalogue/public-queries";
import { listMeasureAddresses } from "@/lib/support/public-queries";
import { listVisitAddresses } from "@/lib/visit/public-queries";

/** A page in all languages; when what it shows last changed is null where the portal cannot know it. */
export type SitemapEntry = { pathIn: (locale: Locale) => string; updatedAt: string | null };

type Dated = { updatedAt: string | null };

/** The last change among some; null when none is known. */
export function newest(entries: readonly Dated[]): string | null {
  return entries.reduce<string | null>(
    (last, { updatedAt }) => ((updatedAt ?? "") > (last ?? "") ? updatedAt : last),
    null,
  );
}

/** Pages of one kind, each at an address made of its slug alone. */
function details(
  list: () => Promise<{ slug: string; updatedAt: string }[]>,
  pathOf: (locale: Locale, slug: string) => string,
) {
  return async (): Promise<SitemapEntry[]> =>
    (await list()).map(({ slug, updatedAt }) => ({ pathIn: (locale) => pathOf(locale, slug), updatedAt }));
}

/** Pages of one kind, each below its region. */
function detailsInRegion(
  list: () => Promise<{ region: string; slug: string; updatedAt: string }[]>,
  pathOf: (locale: Locale, region: string, slug: string) => string,
) {
  return async (): Promise<SitemapEntry[]> =>
    (await list()).map(({ region, slug, updatedAt }) => ({
      pathIn: (locale) => pathOf(locale, region, slug),
      updatedAt,
    }));
}

/** A region's own page, where its figures come from, and the list of its sites: as new as the newest of them. */
async function regionPages(): Promise<SitemapEntry[]> {
  const [regions, sites] = await Promise.all([listRegionAddresses(), listSiteAddresses()]);
  return regions.flatMap(({ slug, updatedAt }) => [
    { pathIn: (locale) => paths.region(locale, slug), updatedAt },
    { pathIn: (locale) => paths.regionSources(locale, slug), updatedAt },
    {
      pathIn: (locale) => paths.regionSites(locale, slug),
      updatedAt: newest([{ updatedAt }, ...sites.filter(({ region }) => region === slug)]),
    },
  ]);
}

/** Home, lists and texts: a list is as new as the newest record in it, a text changes with the software alone. */
async function portalPages(): Promise<SitemapEntry[]> {
  const [regions, sites, visits, events, partners, projects, measures, regimes, sectors, outcome, crossing] =
    await Promise.all([
      listRegionAddresses(),
      listSiteAddresses(),
      listVisitAddresses(),
      listEventAddresses(),
      listPartnerAddresses(),
      listProjectAddresses(),
      listMeasureAddresses(),
      listRegimeAddresses(),
      listSectorAddresses(),
      lastOutcomeChange(),
      lastCrossingChange(),
    ]);
  const outcomes = [{ updatedAt: outcome }];
  const crossings = [{ updatedAt: crossing }];
  const places = [...regions, ...sites, ...visits];
  const all = [...places, ...events, ...partners, ...projects, ...measures, ...regimes, ...outcomes, ...crossings];
  const pages: [pathIn: (locale: Locale) => string, shown: readonly Dated[]][] = [
    [paths.home, all],
    [paths.regions, regions],
    [(locale) => paths.sites(locale), sites],
    [(locale) => paths.visits(locale), visits],
    [(locale) => paths.outcomes(locale), outcomes],
    [paths.partners, partners],
    [paths.events, events],
    [paths.projects, projects],
    [paths.support, measures],
    [paths.regimes, regimes],
    [paths.sectors, sectors],
    [paths.crossings, crossings],
    [paths.sources, all],
    [paths.siteMap, places],
    [paths.about, []],
    [paths.accessibility, []],
    [paths.personalData, []],
  ];
  return pages.map(([pathIn, shown]) => ({ pathIn, updatedAt: newest(shown) }));
}

/** Every public page, by the name of the file that lists it. */
export const sitemaps: Record<string, () => Promise<SitemapEntry[]>> = {
  pages: portalPages,
  regions: regionPages,
  sites: detailsInRegion(listSiteAddresses, paths.site),
  visits: detailsInRegion(listVisitAddresses, paths.visit),
  events: details(listEventAddresses, paths.event),
  partners: details(listPartnerAddresses, paths.partner),
  projects: details(listProjectAddresses, paths.project),
  support: details(listMeasureAddresses, paths.measure),
  regimes: details(listRegimeAddresses, paths.regime),
  sectors: details(listSectorAddresses, paths.sector),
};
