import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SourceEntries } from "@/components/about/source-entries";
import { PageFrame } from "@/components/layout/page-frame";
import { RegionSources } from "@/components/region/region-sources";
import { Words } from "@/components/ui/words";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { getPublishedRegion, listRegions } from "@/lib/region/public-queries";
import { listSources } from "@/lib/source/list/public-queries";

type Params = { params: Promise<{ locale: string; region: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const { region: slug } = await params;
  const region = await getPublishedRegion(slug, locale);
  if (!region) notFound();
  const t = await getTranslations({ locale, namespace: "region.sources" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: t("title", { region: region.name.text }),
    portalName: layout("name"),
    description: t("description", { region: region.name.text }),
    pathIn: (other) => paths.regionSources(other, slug),
  });
}

export default async function RegionSourcesPage({ params }: Params) {
  const locale = await pageLocale(params);
  const { region: slug } = await params;
  const region = await getPublishedRegion(slug, locale);
  if (!region) notFound();
  const [regions, sources, t, home] = await Promise.all([
    listRegions(locale),
    listSources(),
    getTranslations({ locale, namespace: "region.sources" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: <Words value={region.name} hasMark={false} />, href: paths.region(locale, slug) },
    { label: t("crumb") },
  ];
  return (
    <PageFrame
      pathIn={(other) => paths.regionSources(other, slug)}
      nav="regions"
      regions={regions}
      region={slug}
      crumbs={crumbs}
    >
      <RegionSources region={region}>
        <SourceEntries sources={sources.filter((source) => source.region === slug)} />
      </RegionSources>
    </PageFrame>
  );
}
