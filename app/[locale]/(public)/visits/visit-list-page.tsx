import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { VisitList } from "@/components/visit/visit-list";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import type { Locale } from "@/lib/i18n/locales";
import { listRegions } from "@/lib/region/public-queries";
import { getVisitList } from "@/lib/visit/list/public-queries";
import { toVisitFilterQuery } from "@/lib/visit/list/schema";
import type { VisitFilter } from "@/lib/visit/list/types";

/** Visits of all regions; the cached page and its dynamic twin draw the same. */
export async function VisitListPage({ filter, locale }: { filter: VisitFilter; locale: Locale }) {
  const [regions, list, home, t] = await Promise.all([
    listRegions(locale),
    getVisitList(filter, locale),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "visit" }),
  ]);
  return (
    <PageFrame
      pathIn={(other) => paths.visits(other, toVisitFilterQuery(filter))}
      nav="visits"
      regions={regions}
      crumbs={[{ label: home("title"), href: paths.home(locale) }, { label: t("list.title") }]}
    >
      <VisitList list={list} />
    </PageFrame>
  );
}

/** A filtered view is its own address for readers, and one page for search engines. */
export async function visitListMetadata(locale: Locale) {
  const layout = await getTranslations({ locale, namespace: "layout" });
  const t = await getTranslations({ locale, namespace: "visit" });
  return pageMetadata({
    locale,
    title: t("list.title"),
    portalName: layout("name"),
    description: t("list.intro"),
    pathIn: (other) => paths.visits(other),
  });
}
