import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { OverviewMap } from "@/components/map/overview-map";
import { RegionComparison } from "@/components/region/comparison";
import { RegionIntros } from "@/components/region/intros";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { tallyByRegion } from "@/lib/outcome/public-queries";
import { listRegionProfiles } from "@/lib/region/comparison/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "region.list" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("description"),
    pathIn: paths.regions,
  });
}

export default async function RegionsPage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, tallies, home, t] = await Promise.all([
    listRegionProfiles(locale),
    tallyByRegion(),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "region.list" }),
  ]);
  return (
    <PageFrame
      pathIn={paths.regions}
      nav="regions"
      regions={regions}
      crumbs={[{ label: home("title"), href: paths.home(locale) }, { label: t("title") }]}
    >
      <div className="wrap">
        <header className="cat-h">
          <h1>{t("title")}</h1>
          <p className="muted">{t("description")}</p>
        </header>
      </div>
      <OverviewMap regions={regions} />
      <RegionIntros regions={regions} />
      <RegionComparison regions={regions} tallies={tallies} />
    </PageFrame>
  );
}
