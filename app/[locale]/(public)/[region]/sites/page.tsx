import {
  RegionCataloguePage,
  regionCatalogueMetadata,
} from "@/app/[locale]/(public)/[region]/sites/region-catalogue-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { everySite } from "@/lib/site/catalogue/rules";

type Params = { params: Promise<{ locale: string; region: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  return regionCatalogueMetadata({ region: (await params).region, locale: await pageLocale(params) });
}

export default async function Page({ params }: Params) {
  const { region } = await params;
  return <RegionCataloguePage region={region} filter={everySite} locale={await pageLocale(params)} />;
}
