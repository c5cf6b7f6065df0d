import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageFrame } from "@/components/layout/page-frame";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegions } from "@/lib/region/public-queries";
import type { RegionTile } from "@/lib/region/types";

type Params = { params: Promise<{ locale: string }> };
type TextPage = { namespace: "about.portal" | "about.accessibility" | "about.privacy"; pathIn: typeof paths.about };

/** What a page of plain text says of itself: its title and its first paragraph. */
export async function textPageMetadata({ params }: Params, { namespace, pathIn }: TextPage) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({ locale, title: t("title"), portalName: layout("name"), description: t("intro"), pathIn });
}

/** The frame of a page of plain text of the portal about itself. */
export async function TextPage({
  params,
  page: { namespace, pathIn },
  children,
}: Params & { page: TextPage; children: (regions: RegionTile[]) => ReactNode }) {
  const locale = await pageLocale(params);
  const [regions, t, home] = await Promise.all([
    listRegions(locale),
    getTranslations({ locale, namespace }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [{ label: home("title"), href: paths.home(locale) }, { label: t("title") }];
  return (
    <PageFrame pathIn={pathIn} regions={regions} crumbs={crumbs}>
      {children(regions)}
    </PageFrame>
  );
}
