import { getTranslations } from "next-intl/server";
import { EventList } from "@/components/event/event-list";
import { PageFrame } from "@/components/layout/page-frame";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { listEvents } from "@/lib/event/public-queries";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listRegions } from "@/lib/region/public-queries";

type Params = { params: Promise<{ locale: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const layout = await getTranslations({ locale, namespace: "layout" });
  const t = await getTranslations({ locale, namespace: "event" });
  return pageMetadata({
    locale,
    title: t("title"),
    portalName: layout("name"),
    description: t("intro"),
    pathIn: paths.events,
  });
}

export default async function Page({ params }: Params) {
  const locale = await pageLocale(params);
  const [regions, events, home, t] = await Promise.all([
    listRegions(locale),
    listEvents(locale),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "event" }),
  ]);
  return (
    <PageFrame
      pathIn={paths.events}
      regions={regions}
      crumbs={[{ label: home("title"), href: paths.home(locale) }, { label: t("title") }]}
    >
      <EventList events={events} />
    </PageFrame>
  );
}
