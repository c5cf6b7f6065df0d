import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { MeasureList } from "@/components/support/measure-list";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegions } from "@/lib/region/public-queries";
import { listMeasures } from "@/lib/support/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "support" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  const measures = await listMeasures(locale);
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("description", { count: measures.length }),
    pathIn: paths.support,
  });
}

export default async function SupportPage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, measures, t, home] = await Promise.all([
    listRegions(locale),
    listMeasures(locale),
    getTranslations({ locale, namespace: "support" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={paths.support} regions={regions} crumbs={crumbs}>
      <MeasureList measures={measures} regions={regions} />
    </PageFrame>
  );
}
