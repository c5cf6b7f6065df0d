import { getTranslations } from "next-intl/server";
import { SiteMap } from "@/components/about/site-map";
import { PageFrame } from "@/components/layout/page-frame";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegions } from "@/lib/region/public-queries";
import { listSiteRefs } from "@/lib/site/links/public-queries";
import { listNewestVisits } from "@/lib/visit/public-queries";

/** More than there will be: the page map leaves nothing out. */
const everyVisit = 10_000;

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "about.siteMap" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("intro"),
    pathIn: paths.siteMap,
  });
}

export default async function SiteMapPage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, sites, visits, t, home] = await Promise.all([
    listRegions(locale),
    listSiteRefs(locale),
    listNewestVisits(locale, everyVisit),
    getTranslations({ locale, namespace: "about.siteMap" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={paths.siteMap} regions={regions} crumbs={crumbs}>
      <SiteMap regions={regions} sites={sites} visits={visits} />
    </PageFrame>
  );
}
