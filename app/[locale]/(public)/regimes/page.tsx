import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { RegimeComparison } from "@/components/regime/regime-comparison";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegimes } from "@/lib/regime/public-queries";
import { listRegions } from "@/lib/region/public-queries";
import { listSitesOfRegime } from "@/lib/site/links/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "regime" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  const regimes = await listRegimes(locale);
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("description", { count: regimes.length }),
    pathIn: paths.regimes,
  });
}

export default async function RegimesPage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, regimes, t, home] = await Promise.all([
    listRegions(locale),
    listRegimes(locale),
    getTranslations({ locale, namespace: "regime" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const siteCounts = new Map(
    await Promise.all(regimes.map(async ({ slug }) => [slug, (await listSitesOfRegime(slug, locale)).length] as const)),
  );
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={paths.regimes} regions={regions} crumbs={crumbs}>
      <RegimeComparison regimes={regimes} siteCounts={siteCounts} />
    </PageFrame>
  );
}
