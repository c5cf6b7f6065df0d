import { CataloguePage, catalogueMetadata } from "@/app/[locale]/(public)/sites/catalogue-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { everySite } from "@/lib/site/catalogue/rules";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  return catalogueMetadata(await pageLocale(params));
}

export default async function Page({ params }: Params) {
  return <CataloguePage filter={everySite} locale={await pageLocale(params)} />;
}
