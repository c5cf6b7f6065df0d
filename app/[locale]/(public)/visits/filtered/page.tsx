import { VisitListPage, visitListMetadata } from "@/app/[locale]/(public)/visits/visit-list-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { parseVisitFilter } from "@/lib/visit/list/schema";

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The dynamic twin of the list: only a rewrite leads here, when the address has a filter. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Params) {
  return { ...(await visitListMetadata(await pageLocale(params))), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Params) {
  return <VisitListPage filter={parseVisitFilter(await searchParams)} locale={await pageLocale(params)} />;
}
