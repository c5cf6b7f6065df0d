import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { CatalogueView } from "@/components/site/catalogue-view";
import { JsonLd } from "@/components/ui/json-ld";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { datasetData } from "@/lib/core/structured-data";
import { htmlLang, type Locale } from "@/lib/i18n/locales";
import { listRegions } from "@/lib/region/public-queries";
import { getCatalogue } from "@/lib/site/catalogue/public-queries";
import { toSiteFilterQuery } from "@/lib/site/catalogue/schema";
import type { SiteFilter } from "@/lib/site/catalogue/types";

/** The catalogue over all regions; the cached page and its dynamic twin draw the same. */
export async function CataloguePage({ filter, locale }: { filter: SiteFilter; locale: Locale }) {
  const [regions, catalogue, home, layout, site] = await Promise.all([
    listRegions(locale),
    getCatalogue(filter, locale),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "layout" }),
    getTranslations({ locale, namespace: "site" }),
  ]);
  return (
    <PageFrame
      pathIn={(other) => paths.sites(other, toSiteFilterQuery(filter))}
      nav="sites"
      regions={regions}
      crumbs={[{ label: home("title"), href: paths.home(locale) }, { label: layout("nav.sites") }]}
    >
      <JsonLd
        data={[
          datasetData({
            name: site("title"),
            description: site("catalogue.intro"),
            path: paths.sites(locale),
            languages: Object.values(htmlLang),
          }),
        ]}
      />
      <CatalogueView catalogue={catalogue} />
    </PageFrame>
  );
}

/** A filtered view is its own address for readers, and one page for search engines. */
export async function catalogueMetadata(locale: Locale) {
  const layout = await getTranslations({ locale, namespace: "layout" });
  const site = await getTranslations({ locale, namespace: "site" });
  return pageMetadata({
    locale,
    title: site("title"),
    portalName: layout("name"),
    description: site("catalogue.intro"),
    pathIn: (other) => paths.sites(other),
  });
}
