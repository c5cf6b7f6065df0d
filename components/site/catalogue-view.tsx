import type { ReactNode } from "react";
import { SitesMap } from "@/components/map/sites-map";
import { Catalogue } from "@/components/site/catalogue";
import type { Facet } from "@/components/site/facets";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { paths } from "@/lib/core/paths";
import type { RegionRef } from "@/lib/region/types";
import { everySite, toggled } from "@/lib/site/catalogue/rules";
import { toSiteFilterQuery } from "@/lib/site/catalogue/schema";
import type { Catalogue as CatalogueOfSites, SiteFilter } from "@/lib/site/catalogue/types";

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
  const { filter, facets } = catalogue;
  const hrefOf = (next: SiteFilter) => {
    const query = toSiteFilterQuery(next);
    if (!region) return paths.sites(locale, query);
    const { region: _, ...rest } = query;
    return paths.regionSites(locale, region.slug, rest);
  };
  const all: (Facet | false)[] = [
    {
      key: "kind",
      options: facets.kinds.map(({ kind, count }) => ({
        value: kind,
        name: null,
        count,
        href: hrefOf(toggled(filter, "kinds", kind)),
        isSelected: filter.kinds.includes(kind),
      })),
    },
    !region && {
      key: "region",
      options: facets.regions.map(({ slug, name, count }) => ({
        value: slug,
        name,
        count,
        href: hrefOf(toggled(filter, "regions", slug)),
        isSelected: filter.regions.includes(slug),
      })),
    },
    {
      key: "status",
      options: facets.statuses.map(({ status, count }) => ({
        value: status,
        name: null,
        count,
        href: hrefOf(toggled(filter, "statuses", status)),
        isSelected: filter.statuses.includes(status),
      })),
    },
  ];
  return (
    <Catalogue
      title={title}
      facets={all.filter((facet) => facet !== false)}
      sites={catalogue.rows}
      total={catalogue.total}
      unknownAreaCount={catalogue.unknownAreaCount}
      page={filter.page}
      pages={catalogue.pageCount}
      hrefOfPage={(page) => hrefOf({ ...filter, page })}
      clearHref={hrefOf({ ...everySite, regions: region ? [region.slug] : [] })}
      map={<SitesMap pins={catalogue.pins} region={region} unplacedCount={catalogue.unplacedCount} />}
    />
  );
}
