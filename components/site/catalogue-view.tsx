import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SitesMap } from "@/components/map/sites-map";
import { Catalogue } from "@/components/site/catalogue";
import { KindSign } from "@/components/site/kind-sign";
import type { Facet } from "@/components/ui/facets";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { Words } from "@/components/ui/words";
import { paths } from "@/lib/core/paths";
import type { RegionRef } from "@/lib/region/types";
import { everySite, toggled } from "@/lib/site/catalogue/rules";
import { toSiteFilterQuery } from "@/lib/site/catalogue/schema";
import type { Catalogue as CatalogueOfSites, SiteFilter } from "@/lib/site/catalogue/types";
import { kindGroups } from "@/lib/site/rules";

/**
 * The catalogue as links: every choice, page and pin has its address.
 *
 * @param region  when the catalogue is that of one region: its address then carries the region, and the choice of
 *                regions is left out
 */
export function CatalogueView({
  catalogue,
  region,
  title,
}: {
  catalogue: CatalogueOfSites;
  region?: RegionRef;
  title?: ReactNode;
}) {
  const locale = usePageLocale();
  const { filter } = catalogue;
  const hrefOf = (next: SiteFilter) => {
    const query = toSiteFilterQuery(next);
    if (!region) return paths.sites(locale, query);
    const { region: _, ...rest } = query;
    return paths.regionSites(locale, region.slug, rest);
  };
  const facets = useFacets(catalogue, hrefOf);
  return (
    <Catalogue
      title={title}
      facets={region ? facets.filter(({ key }) => key !== "region") : facets}
      catalogue={catalogue}
      hrefOfPage={(page) => hrefOf({ ...filter, page })}
      clearHref={hrefOf({ ...everySite, regions: region ? [region.slug] : [] })}
      map={<SitesMap pins={catalogue.pins} region={region} unplacedCount={catalogue.unplacedCount} />}
    />
  );
}

function useFacets({ filter, facets }: CatalogueOfSites, hrefOf: (next: SiteFilter) => string): Facet[] {
  const t = useTranslations("site");
  const kinds = useTranslations("home.kinds");
  return [
    {
      key: "kind",
      title: t("catalogue.facet.kind"),
      options: facets.kinds.map(({ kind, count }) => ({
        value: kind,
        label: (
          <>
            <KindSign kind={kindGroups[kind][0]} size="small" /> {kinds(`${kind}.name`)}
          </>
        ),
        count,
        href: hrefOf(toggled(filter, "kinds", kind)),
        isSelected: filter.kinds.includes(kind),
      })),
    },
    {
      key: "region",
      title: t("catalogue.facet.region"),
      options: facets.regions.map(({ slug, name, count }) => ({
        value: slug,
        label: <Words value={name} />,
        count,
        href: hrefOf(toggled(filter, "regions", slug)),
        isSelected: filter.regions.includes(slug),
      })),
    },
    {
      key: "status",
      title: t("catalogue.facet.status"),
      options: facets.statuses.map(({ status, count }) => ({
        value: status,
        label: t(`status.${status}`),
        count,
        href: hrefOf(toggled(filter, "statuses", status)),
        isSelected: filter.statuses.includes(status),
      })),
    },
  ];
}
