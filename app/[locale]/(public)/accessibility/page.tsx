import { getTranslations } from "next-intl/server";
import { AccessibilityPage } from "@/components/about/accessibility-page";
import { PageFrame } from "@/components/layout/page-frame";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegions } from "@/lib/region/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "about.accessibility" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("intro"),
    pathIn: paths.accessibility,
  });
}

export default async function Page({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, t, home] = await Promise.all([
    listRegions(locale),
    getTranslations({ locale, namespace: "about.accessibility" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={paths.accessibility} regions={regions} crumbs={crumbs}>
      <AccessibilityPage regions={regions} />
    </PageFrame>
  );
}
