import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { PartnerList } from "@/components/partner/partner-list";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listPartners } from "@/lib/partner/public-queries";
import { listRegions } from "@/lib/region/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const layout = await getTranslations({ locale, namespace: "layout" });
  const t = await getTranslations({ locale, namespace: "partner" });
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("intro"),
    pathIn: paths.partners,
  });
}

export default async function Page({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, partners, home, t] = await Promise.all([
    listRegions(locale),
    listPartners(locale),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "partner" }),
  ]);
  return (
    <PageFrame
      pathIn={paths.partners}
      regions={regions}
      crumbs={[{ label: home("title"), href: paths.home(locale) }, { label: t("title") }]}
    >
      <PartnerList partners={partners} regions={regions} />
    </PageFrame>
  );
}
