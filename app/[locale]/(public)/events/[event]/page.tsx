import { getTranslations } from "next-intl/server";
import { absent } from "@/app/[locale]/(public)/absent";
import { EventPage } from "@/components/event/event-page";
import { PageFrame } from "@/components/layout/page-frame";
import { JsonLd } from "@/components/ui/json-ld";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { breadcrumbData, eventData, startAndEnd } from "@/lib/core/structured-data";
import { getPublishedEvent } from "@/lib/event/public-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listMedia } from "@/lib/media/public-queries";
import { listRegions } from "@/lib/region/public-queries";

type Params = { params: Promise<{ locale: string; event: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function readEvent(params: Params["params"]) {
  const locale = await pageLocale(params);
  const { event: slug } = await params;
  const event = await getPublishedEvent(slug, locale);
  if (!event) return absent("event", slug, (now) => paths.event(locale, now.slug));
  return { locale, event };
}

export async function generateMetadata({ params }: Params) {
  const { locale, event } = await readEvent(params);
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: event.name.text,
    portalName: layout("name"),
    description: event.summary?.text ?? event.name.text,
    pathIn: (other) => paths.event(other, event.slug),
  });
}

export default async function Page({ params }: Params) {
  const { locale, event } = await readEvent(params);
  const [regions, media, home, t] = await Promise.all([
    listRegions(locale),
    listMedia("event", event.slug, locale),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "event" }),
  ]);
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: t("title"), href: paths.events(locale) },
    { label: event.name.text },
  ];
  const data = [
    eventData({
      name: event.name.text,
      description: event.summary?.text,
      path: paths.event(locale, event.slug),
      dates: event.dates && startAndEnd(event.dates),
      places: event.place ? [event.place.text] : [],
    }),
    breadcrumbData(crumbs.map(({ label, href }) => ({ name: label, path: href }))),
  ];
  return (
    <PageFrame pathIn={(other) => paths.event(other, event.slug)} regions={regions} region={event.region?.slug}>
      <JsonLd data={data} />
      <EventPage event={event} media={media} crumbs={crumbs} />
    </PageFrame>
  );
}
