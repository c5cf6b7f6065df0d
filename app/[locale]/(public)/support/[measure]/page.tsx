import { getTranslations } from "next-intl/server";
import { absent } from "@/app/[locale]/(public)/absent";
import { PageFrame } from "@/components/layout/page-frame";
import { MeasurePage } from "@/components/support/measure-page";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { getPublishedRegion, listRegions } from "@/lib/region/public-queries";
import { getPublishedMeasure, listMeasures } from "@/lib/support/public-queries";

type Params = { params: Promise<{ locale: string; measure: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function read(params: Params["params"]) {
  const locale = await pageLocale(params);
  const { measure: slug } = await params;
  const measure = await getPublishedMeasure(slug, locale);
  if (!measure) return absent("measure", slug, (now) => paths.measure(locale, now.slug));
  return { locale, measure };
}

export async function generateMetadata({ params }: Params) {
  const { locale, measure } = await read(params);
  const t = await getTranslations({ locale, namespace: "support" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: measure.name.text,
    portalName: layout("name"),
    description: measure.text?.text ?? t("intro"),
    pathIn: (other) => paths.measure(other, measure.slug),
  });
}

export default async function Page({ params }: Params) {
  const { locale, measure } = await read(params);
  const [regions, measures, region, t, home] = await Promise.all([
    listRegions(locale),
    listMeasures(locale),
    measure.region && getPublishedRegion(measure.region.slug, locale),
    getTranslations({ locale, namespace: "support" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const others = measures.filter((one) => one.region?.slug === measure.region?.slug && one.slug !== measure.slug);
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: t("title"), href: paths.support(locale) },
    { label: measure.name.text },
  ];
  return (
    <PageFrame pathIn={(other) => paths.measure(other, measure.slug)} regions={regions} region={measure.region?.slug}>
      <MeasurePage measure={measure} crumbs={crumbs} agency={region?.agency ?? null} others={others} />
    </PageFrame>
  );
}
