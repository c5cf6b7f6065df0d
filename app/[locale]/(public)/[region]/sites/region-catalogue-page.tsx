import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { CatalogueView } from "@/components/site/catalogue-view";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";
import { listRegions } from "@/lib/region/public-queries";
import { getCatalogue } from "@/lib/site/catalogue/public-queries";
import { toSiteFilterQuery } from "@/lib/site/catalogue/schema";
import type { SiteFilter } from "@/lib/site/catalogue/types";

type Input = { region: string; filter: SiteFilter; locale: Locale };

async function findRegion(slug: string, locale: Locale) {
  const regions = await listRegions(locale);
  const region = regions.find((one) => one.slug === slug);
  if (!region) notFound();
  return { regions, region };
}

/** The catalogue of one region; the cached page and its dynamic twin draw the same. */
export async function RegionCataloguePage({ region: slug, filter, locale }: Input) {
  const { regions, region } = await findRegion(slug, locale);
  const [catalogue, home, t] = await Promise.all([
    getCatalogue({ ...filter, regions: [slug] }, locale),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "region" }),
  ]);
  const { region: _, ...query } = toSiteFilterQuery(filter);
  const title = t("sites.of", { region: region.name.text });
  return (
    <PageFrame
      pathIn={(other) => paths.regionSites(other, slug, query)}
      nav="sites"
      regions={regions}
      region={slug}
      crumbs={[
        { label: home("title"), href: paths.home(locale) },
        { label: region.name.text, href: paths.region(locale, slug) },
        { label: t("sites.title") },
      ]}
    >
      <CatalogueView catalogue={catalogue} region={region} title={title} />
    </PageFrame>
  );
}

export async function regionCatalogueMetadata({ region: slug, locale }: Omit<Input, "filter">) {
  const { region } = await findRegion(slug, locale);
  const layout = await getTranslations({ locale, namespace: "layout" });
  const t = await getTranslations({ locale, namespace: "region" });
  const title = t("sites.of", { region: region.name.text });
  return pageMetadata({
    locale,
    title,
    portalName: layout("name"),
    description: t("sites.description", { region: region.name.text, count: region.siteCount }),
    pathIn: (other) => paths.regionSites(other, slug),
  });
}
