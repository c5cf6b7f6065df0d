import { siteUrl } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { listEventAddresses } from "@/lib/event/public-queries";
import { htmlLang, type Locale, locales } from "@/lib/i18n/locales";
import { listPartnerAddresses } from "@/lib/partner/public-queries";
import { listProjectAddresses } from "@/lib/project/public-queries";
import { listRegimeAddresses } from "@/lib/regime/public-queries";
import { listRegionAddresses } from "@/lib/region/public-queries";
import { listSectors } from "@/lib/sector/public-queries";
import { keyOfSector } from "@/lib/sector/rules";
import { listSiteAddresses } from "@/lib/site/catalogue/public-queries";
import { listMeasureAddresses } from "@/lib/support/public-queries";
import { listVisitAddresses } from "@/lib/visit/public-queries";

export const dynamic = "force-dynamic";

type Entry = { pathIn: (locale: Locale) => string; updatedAt?: string };

/** Every public page in every language, each with its other languages. */
export async function GET() {
  const [regions, sites, visits, events, partners, projects, measures, regimes, sectors] = await Promise.all([
    listRegionAddresses(),
    listSiteAddresses(),
    listVisitAddresses(),
    listEventAddresses(),
    listPartnerAddresses(),
    listProjectAddresses(),
    listMeasureAddresses(),
    listRegimeAddresses(),
    listSectors(),
  ]);
  const entries: Entry[] = [
    { pathIn: paths.home },
    { pathIn: (locale) => paths.sites(locale) },
    { pathIn: (locale) => paths.visits(locale) },
    { pathIn: (locale) => paths.outcomes(locale) },
    { pathIn: paths.partners },
    { pathIn: paths.events },
    { pathIn: paths.projects },
    { pathIn: paths.support },
    { pathIn: paths.regimes },
    { pathIn: paths.sectors },
    { pathIn: paths.crossings },
    { pathIn: paths.sources },
    { pathIn: paths.about },
    { pathIn: paths.accessibility },
    { pathIn: paths.personalData },
    { pathIn: paths.siteMap },
    ...regions.flatMap(({ slug, updatedAt }) => [
      { pathIn: (locale: Locale) => paths.region(locale, slug), updatedAt },
      { pathIn: (locale: Locale) => paths.regionSites(locale, slug) },
    ]),
    ...sites.map(({ region, slug, updatedAt }) => ({
      pathIn: (locale: Locale) => paths.site(locale, region, slug),
      updatedAt,
    })),
    ...visits.map(({ region, slug, updatedAt }) => ({
      pathIn: (locale: Locale) => paths.visit(locale, region, slug),
      updatedAt,
    })),
  ];
  const details = [
    ...events.map((event) => ({ ...event, pathOf: paths.event })),
    ...partners.map((partner) => ({ ...partner, pathOf: paths.partner })),
    ...projects.map((project) => ({ ...project, pathOf: paths.project })),
    ...measures.map((measure) => ({ ...measure, pathOf: paths.measure })),
    ...regimes.map((regime) => ({ ...regime, pathOf: paths.regime })),
    ...sectors.map(({ sector }) => ({ slug: keyOfSector(sector), updatedAt: undefined, pathOf: paths.sector })),
  ];
  for (const { slug, updatedAt, pathOf } of details) {
    entries.push({ pathIn: (locale) => pathOf(locale, slug), updatedAt });
  }
  const xml = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...entries.flatMap((entry) => locales.map((locale) => toUrl(entry, locale))),
    "</urlset>",
  ].join("\n");
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
}

/** Paths hold only letters, digits, hyphens and slashes, so nothing needs escaping. */
function toUrl({ pathIn, updatedAt }: Entry, locale: Locale): string {
  const absolute = (one: Locale) => new URL(pathIn(one), siteUrl()).href;
  const others = locales.map(
    (one) => `<xhtml:link rel="alternate" hreflang="${htmlLang[one]}" href="${absolute(one)}"/>`,
  );
  const lastmod = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : "";
  return `<url><loc>${absolute(locale)}</loc>${lastmod}${others.join("")}</url>`;
}
