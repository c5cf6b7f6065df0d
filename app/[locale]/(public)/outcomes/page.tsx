import { OutcomeRegisterPage, outcomeRegisterMetadata } from "@/app/[locale]/(public)/outcomes/outcome-register-page";
import { pageLocale } from "@/lib/i18n/page-locale";
import { everyOutcome } from "@/lib/outcome/register/schema";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  return outcomeRegisterMetadata(await pageLocale(params));
}

export default async function Page({ params }: Params) {
  return <OutcomeRegisterPage filter={everyOutcome} locale={await pageLocale(params)} />;
}
