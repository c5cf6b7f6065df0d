import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SiteRow } from "@/components/site/site-row";
import type { Facet } from "@/components/ui/facets";
import { ListPage } from "@/components/ui/list-page";
import type { Catalogue as CatalogueOfSites } from "@/lib/site/catalogue/types";

/**
 * All sites, or those that a filter leaves.
 *
 * @param title  of the page, such as the region's sites; the general one when left out
 * @param map    of the sites found, drawn by the page
 */
export function Catalogue({
  title,
  facets,
  catalogue,
  hrefOfPage,
  clearHref,
  map,
}: {
  title?: ReactNode;
  facets: Facet[];
  catalogue: Pick<CatalogueOfSites, "rows" | "total" | "unknownAreaCount" | "pageCount" | "filter">;
  hrefOfPage: (page: number) => string;
  clearHref: string;
  map?: ReactNode;
}) {
  const t = useTranslations("site");
  const { rows, total, unknownAreaCount, pageCount, filter } = catalogue;
  return (
    <ListPage
      title={title ?? t("title")}
      intro={t("catalogue.intro")}
      facets={facets}
      count={t("catalogue.count", { count: total })}
      note={unknownAreaCount > 0 && t("catalogue.unknownArea", { count: unknownAreaCount })}
      panelNote={t("catalogue.notFilterable")}
      clearHref={clearHref}
      page={filter.page}
      pageCount={pageCount}
      hrefOfPage={hrefOfPage}
      map={map}
      hasRows={rows.length > 0}
    >
      <div className="rows">
        {rows.map((site) => (
          <SiteRow key={site.slug} site={site} />
        ))}
      </div>
    </ListPage>
  );
}
