import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ErrorView } from "@/components/error/error-view";
import { PageFrame } from "@/components/layout/page-frame";
import { type ErrorPageName, errorPageNames } from "@/lib/core/gate/error-pages";
import { paths } from "@/lib/core/paths";
import { locales } from "@/lib/i18n/locales";
import { pageLocale } from "@/lib/i18n/page-locale";

type Params = { params: Promise<{ locale: string; code: string }> };

/** Drawn with the build; the gate sends them with the status that they speak of. */
export function generateStaticParams() {
  return locales.flatMap((locale) => errorPageNames.map((name) => ({ locale, code: String(name) })));
}

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "error" });
  return { title: t(`${await pageName(params)}.title`), robots: { index: false } };
}

export default async function ErrorPage({ params }: Params) {
  return (
    <PageFrame pathIn={paths.home} regions={[]}>
      <ErrorView name={await pageName(params)} />
    </PageFrame>
  );
}

async function pageName(params: Params["params"]): Promise<ErrorPageName> {
  const { code: text } = await params;
  const name = errorPageNames.find((one) => String(one) === text);
  if (!name) notFound();
  return name;
}
