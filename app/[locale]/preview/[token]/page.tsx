import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ComponentType, ReactNode } from "react";
import RegionPage from "@/app/[locale]/(public)/[region]/page";
import SitePage from "@/app/[locale]/(public)/[region]/sites/[site]/page";
import VisitPage from "@/app/[locale]/(public)/[region]/visits/[visit]/page";
import EventPage from "@/app/[locale]/(public)/events/[event]/page";
import ProjectPage from "@/app/[locale]/(public)/projects/[project]/page";
import RegimePage from "@/app/[locale]/(public)/regimes/[regime]/page";
import MeasurePage from "@/app/[locale]/(public)/support/[measure]/page";
import { PreviewBar } from "@/components/layout/preview-bar";
import { now } from "@/lib/core/dates";
import type { Locale } from "@/lib/i18n/locales";
import { pageLocale } from "@/lib/i18n/page-locale";
import { type OpenedPreview, openPreview } from "@/lib/record/preview/actions";

type Params = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const t = await getTranslations({ locale, namespace: "layout.preview" });
  return { title: t("title"), robots: { index: false, follow: false } };
}

/** The page as it will be when the drafts are in force, for whoever has the link. */
export default async function PreviewPage({ params }: Params) {
  const locale = await pageLocale(params);
  const { token } = await params;
  const opened = await openPreview(token, now());
  if (!opened) notFound();
  return (
    <>
      <PreviewBar expiresAt={opened.expiresAt} isReady={opened.status === "shown"} />
      {opened.status === "shown" && pageOf(opened, locale)}
    </>
  );
}

type Shown = Extract<OpenedPreview, { status: "shown" }>;

function pageOf({ kind, slug, region }: Shown, locale: Locale): ReactNode {
  const draw = <P extends Record<string, string>>(
    Page: ComponentType<{ params: Promise<P & { locale: string }> }>,
    own: P,
  ) => <Page params={Promise.resolve({ locale, ...own })} />;
  switch (kind) {
    case "region":
      return draw(RegionPage, { region: slug });
    case "site":
      return region && draw(SitePage, { region, site: slug });
    case "visit":
      return region && draw(VisitPage, { region, visit: slug });
    case "event":
      return draw(EventPage, { event: slug });
    case "project":
      return draw(ProjectPage, { project: slug });
    case "regime":
      return draw(RegimePage, { regime: slug });
    case "measure":
      return draw(MeasurePage, { measure: slug });
    default:
      notFound();
  }
}
