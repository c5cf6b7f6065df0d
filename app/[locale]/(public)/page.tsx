import { getTranslations } from "next-intl/server";
import { HomeFigures } from "@/components/home/figures";
import { HomeHero } from "@/components/home/hero";
import { HomeKinds } from "@/components/home/kinds";
import { HomeOutcomes } from "@/components/home/outcomes";
import { HomeSectors } from "@/components/home/sectors";
import { HomeVisits } from "@/components/home/visits";
import { PageFrame } from "@/components/layout/page-frame";
import { OverviewMap } from "@/components/map/overview-map";
import { RegionBoard } from "@/components/region/board";
import { JsonLd } from "@/components/ui/json-ld";
import { now } from "@/lib/core/dates";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { websiteData } from "@/lib/core/structured-data";
import { htmlLang } from "@/lib/i18n/locales";
import { pageLocale } from "@/lib/i18n/page-locale";
import { getLedgerHead } from "@/lib/outcome/public-queries";
import { listHeadlines, listRegions } from "@/lib/region/public-queries";
import { listSectors } from "@/lib/sector/public-queries";
import { getCatalogue } from "@/lib/site/catalogue/public-queries";
import { everySite } from "@/lib/site/catalogue/rules";
import { listNewestVisits } from "@/lib/visit/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "home" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  const portalName = layout("name");
  return pageMetadata({ locale, title: portalName, portalName, description: t("hero.lede"), pathIn: paths.home });
}

export default async function HomePage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, headlines, visits, ledger, catalogue, sectors, layout, t] = await Promise.all([
    listRegions(locale),
    listHeadlines(locale),
    listNewestVisits(locale, 4),
    getLedgerHead(locale, 4),
    getCatalogue(everySite, locale),
    listSectors(),
    getTranslations({ locale, namespace: "layout" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  return (
    <PageFrame pathIn={paths.home} regions={regions}>
      <JsonLd
        data={[
          websiteData({
            name: layout("name"),
            description: t("hero.lede"),
            path: paths.home(locale),
            language: htmlLang[locale],
          }),
        ]}
      />
      <HomeHero regionCount={regions.length} siteCount={catalogue.total} />
      <OverviewMap regions={regions} />
      <RegionBoard regions={regions} at={now()} />
      <HomeFigures headlines={headlines} />
      <HomeVisits visits={visits} />
      <HomeOutcomes tally={ledger.tally} furthest={ledger.furthest} />
      <HomeKinds kinds={catalogue.facets.kinds} />
      <HomeSectors sectors={sectors} />
    </PageFrame>
  );
}
