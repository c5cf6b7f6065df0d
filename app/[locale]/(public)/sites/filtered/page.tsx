import { CataloguePage, catalogueMetadata } from "@/app/[locale]/(public)/sites/catalogue-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { parseSiteFilter } from "@/lib/site/catalogue/schema";

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The dynamic twin of the catalogue: only a rewrite leads here, when the address has a filter. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Params) {
  return { ...(await catalogueMetadata(await pageLocale(params))), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Params) {
  return <CataloguePage filter={parseSiteFilter(await searchParams)} locale={await pageLocale(params)} />;
}
