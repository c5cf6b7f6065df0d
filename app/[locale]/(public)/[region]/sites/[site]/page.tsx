import { getTranslations } from "next-intl/server";
import { absent } from "@/app/[locale]/(public)/absent";
import { PageFrame } from "@/components/layout/page-frame";
import { RegionMap } from "@/components/map/region-map";
import { SitePage } from "@/components/site/site-page";
import { JsonLd } from "@/components/ui/json-ld";
import { formatDay, today } from "@/lib/core/dates";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { breadcrumbData, placeData } from "@/lib/core/structured-data";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listMedia } from "@/lib/media/public-queries";
import { listRegions } from "@/lib/region/public-queries";
import { getPublishedSite } from "@/lib/site/public-queries";
import { listVisitsToSite } from "@/lib/visit/public-queries";

type Params = { params: Promise<{ locale: string; region: string; site: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function readSite(params: Params["params"]) {
  const locale = await pageLocale(params);
  const { region, site: slug } = await params;
  const site = await getPublishedSite(region, slug, locale);
  if (!site) return absent("site", slug, (now) => now.region && paths.site(locale, now.region, now.slug), region);
  return { locale, site };
}

export async function generateMetadata({ params }: Params) {
  const { locale, site } = await readSite(params);
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: `${site.name.text}, ${site.region.name.text}`,
    portalName: layout("name"),
    description: site.summary?.text ?? site.name.text,
    pathIn: (other) => paths.site(other, site.region.slug, site.slug),
    hasCard: true,
  });
}

export default async function Page({ params }: Params) {
  const { locale, site } = await readSite(params);
  const [regions, visits, media, t, home] = await Promise.all([
    listRegions(locale),
    listVisitsToSite(site.slug, locale),
    listMedia("site", site.slug, locale),
    getTranslations({ locale, namespace: "layout" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const region = site.region.slug;
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: site.region.name.text, href: paths.region(locale, region) },
    { label: t("nav.sites"), href: paths.regionSites(locale, region) },
    { label: site.name.text },
  ];
  const data = [
    placeData({
      name: site.name.text,
      otherNames: site.otherNames.map(({ text }) => text),
      description: site.summary?.text,
      path: paths.site(locale, region, site.slug),
      at: site.coordinates,
      inside: site.region.name.text,
      country: site.country.toUpperCase(),
    }),
    breadcrumbData(crumbs.map(({ label, href }) => ({ name: label, path: href }))),
  ];
  return (
    <PageFrame pathIn={(other) => paths.site(other, region, site.slug)} nav="sites" regions={regions} region={region}>
      <JsonLd data={data} />
      <SitePage
        site={site}
        crumbs={crumbs}
        visits={visits}
        media={media}
        today={formatDay(today())}
        map={<RegionMap region={site.region} sites={[site]} />}
      />
    </PageFrame>
  );
}
