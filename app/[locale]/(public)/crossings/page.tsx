import { getTranslations } from "next-intl/server";
import { CrossingList } from "@/components/crossing/crossing-list";
import { PageFrame } from "@/components/layout/page-frame";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { listCrossings } from "@/lib/crossing/public-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegions } from "@/lib/region/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "crossing" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  const crossings = await listCrossings(locale);
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("description", { count: crossings.length }),
    pathIn: paths.crossings,
  });
}

export default async function CrossingsPage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, crossings, t, home] = await Promise.all([
    listRegions(locale),
    listCrossings(locale),
    getTranslations({ locale, namespace: "crossing" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={paths.crossings} regions={regions} crumbs={crumbs}>
      <CrossingList crossings={crossings} />
    </PageFrame>
  );
}
