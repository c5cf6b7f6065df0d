import { getTranslations } from "next-intl/server";
import { absent } from "@/app/[locale]/(public)/absent";
import { PageFrame } from "@/components/layout/page-frame";
import { RouteMap } from "@/components/map/route-map";
import { JsonLd } from "@/components/ui/json-ld";
import { VisitPage } from "@/components/visit/visit-page";
import { formatDay, today } from "@/lib/core/dates";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { breadcrumbData, eventData, startAndEnd } from "@/lib/core/structured-data";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listMedia } from "@/lib/media/public-queries";
import { listRegions } from "@/lib/region/public-queries";
import { getPublishedVisit } from "@/lib/visit/public-queries";

type Params = { params: Promise<{ locale: string; region: string; visit: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function readVisit(params: Params["params"]) {
  const locale = await pageLocale(params);
  const { region, visit: slug } = await params;
  const visit = await getPublishedVisit(region, slug, locale);
  if (!visit) return absent("visit", slug, (now) => now.region && paths.visit(locale, now.region, now.slug), region);
  return { locale, visit };
}

export async function generateMetadata({ params }: Params) {
  const { locale, visit } = await readVisit(params);
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: visit.name.text,
    portalName: layout("name"),
    description: visit.summary?.text ?? visit.name.text,
    pathIn: (other) => paths.visit(other, visit.region.slug, visit.slug),
    hasCard: true,
  });
}

export default async function Page({ params }: Params) {
  const { locale, visit } = await readVisit(params);
  const [regions, media, t, home] = await Promise.all([
    listRegions(locale),
    listMedia("visit", visit.slug, locale),
    getTranslations({ locale, namespace: "layout" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const region = visit.region.slug;
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: visit.region.name.text, href: paths.region(locale, region) },
    { label: t("nav.visits"), href: paths.visits(locale, { region }) },
    { label: visit.name.text },
  ];
  const data = [
    eventData({
      name: visit.name.text,
      description: visit.summary?.text,
      path: paths.visit(locale, region, visit.slug),
      dates: visit.dates && startAndEnd(visit.dates),
      places: visit.places.map(({ name }) => name.text),
    }),
    breadcrumbData(crumbs.map(({ label, href }) => ({ name: label, path: href }))),
  ];
  return (
    <PageFrame
      pathIn={(other) => paths.visit(other, region, visit.slug)}
      nav="visits"
      regions={regions}
      region={region}
    >
      <JsonLd data={data} />
      <VisitPage
        visit={visit}
        crumbs={crumbs}
        media={media}
        today={formatDay(today())}
        map={<RouteMap region={visit.region} items={visit.items} />}
      />
    </PageFrame>
  );
}
