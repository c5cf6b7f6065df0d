import {
  RegionCataloguePage,
  regionCatalogueMetadata,
} from "@/app/[locale]/(public)/[region]/sites/region-catalogue-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { parseSiteFilter } from "@/lib/site/catalogue/schema";

type Params = {
  params: Promise<{ locale: string; region: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The dynamic twin of a region's catalogue: only a rewrite leads here, when the address has a filter. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Params) {
  const metadata = await regionCatalogueMetadata({ region: (await params).region, locale: await pageLocale(params) });
  return { ...metadata, robots: { index: false } };
}

export default async function Page({ params, searchParams }: Params) {
  const { region } = await params;
  const filter = parseSiteFilter(await searchParams);
  return <RegionCataloguePage region={region} filter={filter} locale={await pageLocale(params)} />;
}
