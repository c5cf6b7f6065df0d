import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { OutcomeRegister } from "@/components/outcome/outcome-register";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";
import { readFunnel } from "@/lib/outcome/funnel/public-queries";
import { getOutcomeRegister } from "@/lib/outcome/register/public-queries";
import { toOutcomeFilterQuery } from "@/lib/outcome/register/schema";
import type { OutcomeFilter } from "@/lib/outcome/register/types";
import { listRegions } from "@/lib/region/public-queries";

/** Everything that visits led to; the cached page and its dynamic twin draw the same. */
export async function OutcomeRegisterPage({ filter, locale }: { filter: OutcomeFilter; locale: Locale }) {
  const [regions, register, funnel, home, t] = await Promise.all([
    listRegions(locale),
    getOutcomeRegister(filter, locale),
    readFunnel(locale),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "outcome" }),
  ]);
  return (
    <PageFrame
      pathIn={(other) => paths.outcomes(other, toOutcomeFilterQuery(filter))}
      nav="outcomes"
      regions={regions}
      crumbs={[{ label: home("title"), href: paths.home(locale) }, { label: t("register.title") }]}
    >
      <OutcomeRegister register={register} funnel={funnel} />
    </PageFrame>
  );
}

/** A filtered view is its own address for readers, and one page for search engines. */
export async function outcomeRegisterMetadata(locale: Locale) {
  const layout = await getTranslations({ locale, namespace: "layout" });
  const t = await getTranslations({ locale, namespace: "outcome" });
  return pageMetadata({
    locale,
    title: t("register.title"),
    portalName: layout("name"),
    description: t("register.intro"),
    pathIn: (other) => paths.outcomes(other),
  });
}
