import { OutcomeRegisterPage, outcomeRegisterMetadata } from "@/app/[locale]/(public)/outcomes/outcome-register-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { parseOutcomeFilter } from "@/lib/outcome/register/schema";

type Params = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The dynamic twin of the list: only a rewrite leads here, when the address has a filter. */
export const dynamic = "force-dynamic";

export async function generateMetadata({ params }: Params) {
  return { ...(await outcomeRegisterMetadata(await pageLocale(params))), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Params) {
  return <OutcomeRegisterPage filter={parseOutcomeFilter(await searchParams)} locale={await pageLocale(params)} />;
}
