import { VisitListPage, visitListMetadata } from "@/app/[locale]/(public)/visits/visit-list-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { everyVisit } from "@/lib/visit/list/schema";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  return visitListMetadata(await pageLocale(params));
}

export default async function Page({ params }: Params) {
  return <VisitListPage filter={everyVisit} locale={await pageLocale(params)} />;
}
