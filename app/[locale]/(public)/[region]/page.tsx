import { getTranslations } from "next-intl/server";
import { absent } from "@/app/[locale]/(public)/absent";
import { PageFrame } from "@/components/layout/page-frame";
import { WideCover } from "@/components/media/cover";
import { MediaSections } from "@/components/media/media-blocks";
import { RegionContact } from "@/components/region/contact";
import { RegionHead } from "@/components/region/head";
import { RegionIndicators } from "@/components/region/indicators";
import { RegionMeasures } from "@/components/region/measures";
import { RegionOutcomes } from "@/components/region/outcomes";
import { RegionPartners } from "@/components/region/partners";
import { RegionProjects } from "@/components/region/projects";
import { RegionRules } from "@/components/region/rules";
import { RegionSites } from "@/components/region/sites";
import { RegionStrengths } from "@/components/region/strengths";
import { RegionSubNav } from "@/components/region/sub-nav";
import { RegionVisits } from "@/components/region/visits";
import { JsonLd } from "@/components/ui/json-ld";
import { now } from "@/lib/core/dates";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { placeData } from "@/lib/core/structured-data";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listMedia } from "@/lib/media/public-queries";
import { listOutcomesOfRegion } from "@/lib/outcome/public-queries";
import { getPublishedRegion, listRegions } from "@/lib/region/public-queries";
import { listSitesOfRegion } from "@/lib/site/catalogue/public-queries";
import { listVisitsOfRegion } from "@/lib/visit/public-queries";

type Params = { params: Promise<{ locale: string; region: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

export async function generateMetadata({ params }: Params) {
  const locale = await pageLocale(params);
  const { region: slug } = await params;
  const region = await getPublishedRegion(slug, locale);
  if (!region) return absent("region", slug, (now) => paths.region(locale, now.slug));
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: region.fullName.text,
    portalName: layout("name"),
    description: region.summary.text,
    pathIn: (other) => paths.region(other, slug),
  });
}

export default async function RegionPage({ params }: Params) {
  const locale = await pageLocale(params);
  const { region: slug } = await params;
  const region = await getPublishedRegion(slug, locale);
  if (!region) return absent("region", slug, (now) => paths.region(locale, now.slug));
  const [regions, sites, visits, outcomes, media] = await Promise.all([
    listRegions(locale),
    listSitesOfRegion(slug, locale),
    listVisitsOfRegion(slug, locale),
    listOutcomesOfRegion(slug, locale),
    listMedia("region", slug, locale),
  ]);
  const parts = { region, sites, visits, outcomes };
  return (
    <PageFrame pathIn={(other) => paths.region(other, slug)} nav="regions" regions={regions} region={slug}>
      <JsonLd
        data={[
          placeData(
            {
              name: region.fullName.text,
              description: region.summary.text,
              path: paths.region(locale, slug),
              country: "RU",
            },
            "AdministrativeArea",
          ),
        ]}
      />
      <RegionHead region={region} at={now()} />
      <RegionSubNav {...parts} />
      <WideCover picture={media.cover} />
      <RegionIndicators region={region} />
      <RegionStrengths region={region} />
      <RegionSites region={region} sites={sites} />
      <RegionVisits region={region} visits={visits} />
      <RegionOutcomes region={region} outcomes={outcomes} />
      <RegionPartners partners={region.partners} />
      <RegionMeasures measures={region.measures} />
      <RegionProjects region={region} />
      <MediaSections media={media} />
      <RegionRules flags={region.flags} />
      <RegionContact region={region} />
    </PageFrame>
  );
}
