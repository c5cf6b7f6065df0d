import { getTranslations } from "next-intl/server";
import { absent } from "@/app/[locale]/(public)/absent";
import { PageFrame } from "@/components/layout/page-frame";
import { RegimePage } from "@/components/regime/regime-page";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { getPublishedRegime, listRegimes } from "@/lib/regime/public-queries";
import { listRegions } from "@/lib/region/public-queries";
import { listSitesOfRegime } from "@/lib/site/links/public-queries";
import { listMeasures } from "@/lib/support/public-queries";

type Params = { params: Promise<{ locale: string; regime: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function read(params: Params["params"]) {
  const locale = await pageLocale(params);
  const { regime: slug } = await params;
  const regime = await getPublishedRegime(slug, locale);
  if (!regime) return absent("regime", slug, (now) => paths.regime(locale, now.slug));
  return { locale, regime };
}

export async function generateMetadata({ params }: Params) {
  const { locale, regime } = await read(params);
  const t = await getTranslations({ locale, namespace: "regime" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: regime.name.text,
    portalName: layout("name"),
    description: t("detail.description", { name: regime.name.text }),
    pathIn: (other) => paths.regime(other, regime.slug),
  });
}

export default async function Page({ params }: Params) {
  const { locale, regime } = await read(params);
  const [regions, regimes, sites, measures, t, home] = await Promise.all([
    listRegions(locale),
    listRegimes(locale),
    listSitesOfRegime(regime.slug, locale),
    listMeasures(locale),
    getTranslations({ locale, namespace: "regime" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: t("title"), href: paths.regimes(locale) },
    { label: regime.name.text },
  ];
  return (
    <PageFrame pathIn={(other) => paths.regime(other, regime.slug)} regions={regions}>
      <RegimePage
        regime={regime}
        crumbs={crumbs}
        sites={sites}
        measures={measures.filter((measure) => measure.regime?.slug === regime.slug)}
        others={regimes.filter(({ slug }) => slug !== regime.slug)}
      />
    </PageFrame>
  );
}
