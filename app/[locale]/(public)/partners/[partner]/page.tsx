import { getTranslations } from "next-intl/server";
import { absent } from "@/app/[locale]/(public)/absent";
import { PageFrame } from "@/components/layout/page-frame";
import { PartnerPage } from "@/components/partner/partner-page";
import { JsonLd } from "@/components/ui/json-ld";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { breadcrumbData } from "@/lib/core/structured-data";
import { pageLocale } from "@/lib/i18n/page-locale";
import { getPublishedPartner } from "@/lib/partner/public-queries";
import { listRegions } from "@/lib/region/public-queries";

type Params = { params: Promise<{ locale: string; partner: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

async function readPartner(params: Params["params"]) {
  const locale = await pageLocale(params);
  const { partner: slug } = await params;
  const partner = await getPublishedPartner(slug, locale);
  if (!partner) return absent("place", slug, (now) => paths.partner(locale, now.slug));
  const t = await getTranslations({ locale, namespace: "partner" });
  const pair = { holder: (partner.holder ?? partner.region.name).text, place: partner.name.text };
  const title = t.markup("pair", { holder: () => pair.holder, place: () => pair.place });
  return { locale, partner, pair, title };
}

export async function generateMetadata({ params }: Params) {
  const { locale, partner, pair, title } = await readPartner(params);
  const t = await getTranslations({ locale, namespace: "partner" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title,
    portalName: layout("name"),
    description: t("description", pair),
    pathIn: (other) => paths.partner(other, partner.slug),
  });
}

export default async function Page({ params }: Params) {
  const { locale, partner, title } = await readPartner(params);
  const [regions, home, t] = await Promise.all([
    listRegions(locale),
    getTranslations({ locale, namespace: "home" }),
    getTranslations({ locale, namespace: "partner" }),
  ]);
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: t("title"), href: paths.partners(locale) },
    { label: title },
  ];
  return (
    <PageFrame pathIn={(other) => paths.partner(other, partner.slug)} regions={regions} region={partner.region.slug}>
      <JsonLd data={[breadcrumbData(crumbs.map(({ label, href }) => ({ name: label, path: href })))]} />
      <PartnerPage partner={partner} crumbs={crumbs} />
    </PageFrame>
  );
}
