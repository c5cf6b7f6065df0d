import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { SectorList } from "@/components/sector/sector-list";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegions } from "@/lib/region/public-queries";
import { listSectors } from "@/lib/sector/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "sector" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("intro"),
    pathIn: paths.sectors,
  });
}

export default async function SectorsPage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, sectors, t, home] = await Promise.all([
    listRegions(locale),
    listSectors(),
    getTranslations({ locale, namespace: "sector" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={paths.sectors} regions={regions} crumbs={crumbs}>
      <SectorList sectors={sectors} />
    </PageFrame>
  );
}
