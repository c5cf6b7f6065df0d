import { getTranslations } from "next-intl/server";
import { SourceGroups } from "@/components/about/source-groups";
import { PageFrame } from "@/components/layout/page-frame";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegions } from "@/lib/region/public-queries";
import { listSources } from "@/lib/source/list/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "about.sources" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  const sources = await listSources();
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("intro", { count: sources.length }),
    pathIn: paths.sources,
  });
}

export default async function SourcesPage({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, sources, t, home] = await Promise.all([
    listRegions(locale),
    listSources(),
    getTranslations({ locale, namespace: "about.sources" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={paths.sources} regions={regions} crumbs={crumbs}>
      <SourceGroups sources={sources} regions={regions} />
    </PageFrame>
  );
}
