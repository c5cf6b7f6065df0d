import { listCrossings } from "@/lib/crossing/public-queries";
import { getPublishedEvent, listEventAddresses, listEvents } from "@/lib/event/public-queries";
import type { Locale } from "@/lib/i18n/locales";
import { listMedia } from "@/lib/media/public-queries";
import { readFunnel } from "@/lib/outcome/funnel/public-queries";
import { getLedgerHead, listOutcomesOfRegion, tallyByRegion } from "@/lib/outcome/public-queries";
import { getOutcomeRegister } from "@/lib/outcome/register/public-queries";
import { everyOutcome } from "@/lib/outcome/register/schema";
import { listOutcomesOfSector } from "@/lib/outcome/sector/public-queries";
import { getPublishedPartner, listPartnerAddresses, listPartners } from "@/lib/partner/public-queries";
import { getPublishedProject, listProjectAddresses, listProjects } from "@/lib/project/public-queries";
import { findMoved } from "@/lib/publishing/public-queries";
import { getPublishedRegime, listRegimeAddresses, listRegimes } from "@/lib/regime/public-queries";
import { listRegionProfiles } from "@/lib/region/comparison/public-queries";
import { getPublishedRegion, listHeadlines, listRegionAddresses, listRegions } from "@/lib/region/public-queries";
import { listSectorAddresses, listSectors } from "@/lib/sector/public-queries";
import { getCatalogue, listSiteAddresses, listSitesOfRegion } from "@/lib/site/catalogue/public-queries";
import { everySite } from "@/lib/site/catalogue/rules";
import { listSiteRefs, listSitesOfRegime, listSitesOfSector } from "@/lib/site/links/public-queries";
import { getPublishedSite } from "@/lib/site/public-queries";
import { listSources } from "@/lib/source/list/public-queries";
import { getPublishedMeasure, listMeasureAddresses, listMeasures } from "@/lib/support/public-queries";
import { listFeed } from "@/lib/visit/feed/public-queries";
import { getVisitList } from "@/lib/visit/list/public-queries";
import { everyVisit } from "@/lib/visit/list/schema";
import {
  getPublishedVisit,
  listNewestVisits,
  listVisitAddresses,
  listVisitsOfRegion,
  listVisitsToSite,
} from "@/lib/visit/public-queries";

/** All that public pages can get, by the query that gives it, in one language. A new query gets its line here. */
export async function askEverything(locale: Locale) {
  const pages = [1, 2, 3, 4].map((page) => ({ page }));
  const [regions, sites, visits] = await Promise.all([
    listRegionAddresses(),
    listSiteAddresses(),
    listVisitAddresses(),
  ]);
  const eachRegion = <Answer>(ask: (slug: string) => Promise<Answer>) =>
    Promise.all(regions.map(({ slug }) => ask(slug)));
  const eachSite = <Answer>(ask: (site: (typeof sites)[number]) => Promise<Answer>) => Promise.all(sites.map(ask));
  const [events, partners, projects, measures, regimes] = await Promise.all([
    listEventAddresses(),
    listPartnerAddresses(),
    listProjectAddresses(),
    listMeasureAddresses(),
    listRegimeAddresses(),
  ]);
  const bySlug = <Answer>(addresses: { slug: string }[], ask: (slug: string) => Promise<Answer>) =>
    Promise.all(addresses.map(({ slug }) => ask(slug)));
  const sectors = await listSectors();
  return {
    listRegionAddresses: regions,
    listSiteAddresses: sites,
    listVisitAddresses: visits,
    listEventAddresses: events,
    listPartnerAddresses: partners,
    listEvents: await listEvents(locale),
    getPublishedEvent: await bySlug(events, (slug) => getPublishedEvent(slug, locale)),
    listPartners: await listPartners(locale),
    getPublishedPartner: await bySlug(partners, (slug) => getPublishedPartner(slug, locale)),
    listProjectAddresses: projects,
    listMeasureAddresses: measures,
    listRegimeAddresses: regimes,
    listProjects: await listProjects(locale),
    getPublishedProject: await bySlug(projects, (slug) => getPublishedProject(slug, locale)),
    listMeasures: await listMeasures(locale),
    getPublishedMeasure: await bySlug(measures, (slug) => getPublishedMeasure(slug, locale)),
    listRegimes: await listRegimes(locale),
    getPublishedRegime: await bySlug(regimes, (slug) => getPublishedRegime(slug, locale)),
    listSitesOfRegime: await bySlug(regimes, (slug) => listSitesOfRegime(slug, locale)),
    listCrossings: await listCrossings(locale),
    listSectors: sectors,
    listSectorAddresses: await listSectorAddresses(),
    listSitesOfSector: await Promise.all(sectors.map(({ sector }) => listSitesOfSector(sector, locale))),
    listOutcomesOfSector: await Promise.all(sectors.map(({ sector }) => listOutcomesOfSector(sector, locale))),
    listSiteRefs: await listSiteRefs(locale),
    listSources: await listSources(),
    listRegions: await listRegions(locale),
    listHeadlines: await listHeadlines(locale),
    listRegionProfiles: await listRegionProfiles(locale),
    listFeed: await listFeed(locale),
    tallyByRegion: await tallyByRegion(),
    getPublishedRegion: await eachRegion((slug) => getPublishedRegion(slug, locale)),
    listOutcomesOfRegion: await eachRegion((slug) => listOutcomesOfRegion(slug, locale)),
    listSitesOfRegion: await eachRegion((slug) => listSitesOfRegion(slug, locale)),
    listMedia: await eachSite(({ slug }) => listMedia("site", slug, locale)),
    listVisitsOfRegion: await eachRegion((slug) => listVisitsOfRegion(slug, locale)),
    getLedgerHead: await getLedgerHead(locale, 100),
    readFunnel: await readFunnel(locale),
    getOutcomeRegister: await Promise.all(
      pages.map((page) => getOutcomeRegister({ ...everyOutcome, ...page }, locale)),
    ),
    getCatalogue: await Promise.all(pages.map((page) => getCatalogue({ ...everySite, ...page }, locale))),
    findMoved: await eachSite(({ region, slug }) => findMoved("site", slug, region)),
    getPublishedSite: await eachSite(({ region, slug }) => getPublishedSite(region, slug, locale)),
    listVisitsToSite: await eachSite(({ slug }) => listVisitsToSite(slug, locale)),
    getVisitList: await Promise.all(pages.map((page) => getVisitList({ ...everyVisit, ...page }, locale))),
    listNewestVisits: await listNewestVisits(locale, 100),
    getPublishedVisit: await Promise.all(visits.map(({ region, slug }) => getPublishedVisit(region, slug, locale))),
  };
}
