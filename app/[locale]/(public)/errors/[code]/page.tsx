import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ErrorView } from "@/components/error/error-view";
import { PageFrame } from "@/components/layout/page-frame";
import { errorCodes } from "@/lib/core/gate/error-pages";
import { paths } from "@/lib/core/paths";
import { locales } from "@/lib/i18n/locales";
import { pageLocale } from "@/lib/i18n/page-locale";

type Params = { params: Promise<{ locale: string; code: string }> };

/** Drawn with the build; the gate sends them with the status that they speak of. */
export function generateStaticParams() {
  return locales.flatMap((locale) => errorCodes.map((code) => ({ locale, code: String(code) })));
}

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "error" });
  return { title: t(`${await errorCode(params)}.title`), robots: { index: false } };
}

export default async function ErrorPage({ params }: Params) {
  return (
    <PageFrame pathIn={paths.home} regions={[]}>
      <ErrorView code={await errorCode(params)} />
    </PageFrame>
  );
}

async function errorCode(params: Params["params"]) {
  const { code: text } = await params;
  const code = errorCodes.find((one) => String(one) === text);
  if (!code) notFound();
  return code;
}
