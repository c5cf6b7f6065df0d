import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageFrame } from "@/components/layout/page-frame";
import { SectorPage } from "@/components/sector/sector-page";
import { pageMetadata } from "@/lib/core/page-metadata";
import { paths } from "@/lib/core/paths";
import { pageLocale } from "@/lib/i18n/page-locale";
import { listOutcomesOfSector } from "@/lib/outcome/sector/public-queries";
import { listProjects } from "@/lib/project/public-queries";
import { listRegions } from "@/lib/region/public-queries";
import { listSectors } from "@/lib/sector/public-queries";
import { keyOfSector, sectorOfKey } from "@/lib/sector/rules";
import { listSitesOfSector } from "@/lib/site/links/public-queries";

type Params = { params: Promise<{ locale: string; sector: string }> };

export const revalidate = 3600;
export const generateStaticParams = () => [];

/** A sector of which there is nothing has no page, as one that does not exist. */
async function read(params: Params["params"]) {
  const locale = await pageLocale(params);
  const { sector: key } = await params;
  const sector = sectorOfKey(key);
  const held = await listSectors();
  if (!sector || !held.some((one) => one.sector === sector)) notFound();
  return { locale, sector };
}

export async function generateMetadata({ params }: Params) {
  const { locale, sector } = await read(params);
  const t = await getTranslations({ locale, namespace: "sector" });
  const names = await getTranslations({ locale, namespace: "common.sector" });
  const layout = await getTranslations({ locale, namespace: "layout" });
  return pageMetadata({
    locale,
    title: names(sector),
    portalName: layout("name"),
    description: t("detail.description", { name: names(sector) }),
    pathIn: (other) => paths.sector(other, keyOfSector(sector)),
  });
}

export default async function Page({ params }: Params) {
  const { locale, sector } = await read(params);
  const [regions, sites, projects, outcomes, t, names, home] = await Promise.all([
    listRegions(locale),
    listSitesOfSector(sector, locale),
    listProjects(locale),
    listOutcomesOfSector(sector, locale),
    getTranslations({ locale, namespace: "sector" }),
    getTranslations({ locale, namespace: "common.sector" }),
    getTranslations({ locale, namespace: "home" }),
  ]);
  const crumbs = [
    { label: home("title"), href: paths.home(locale) },
    { label: t("title"), href: paths.sectors(locale) },
    { label: names(sector) },
  ];
  return (
    <PageFrame pathIn={(other) => paths.sector(other, keyOfSector(sector))} regions={regions} crumbs={crumbs}>
      <SectorPage
        sector={sector}
        regions={regions.filter((region) => region.sectors.includes(sector))}
        sites={sites}
        projects={projects.filter((project) => project.sectors.includes(sector))}
        outcomes={outcomes}
      />
    </PageFrame>
  );
}
