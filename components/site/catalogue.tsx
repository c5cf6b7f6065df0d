import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyResult } from "@/components/site/empty-result";
import type { Facet } from "@/components/site/facets";
import { FilterPanel } from "@/components/site/filter-panel";
import { PageLinks } from "@/components/site/page-links";
import { ResultHead } from "@/components/site/result-head";
import { SiteRow } from "@/components/site/site-row";
import type { SiteRow as SiteOfList } from "@/lib/site/types";

/**
 * All sites, or those that a filter leaves.
 *
 * @param title  of the page, such as the region's sites; the general one when left out
 * @param map    of the sites found, drawn by the page
 */
export function Catalogue({
  title,
  facets,
  sites,
  total,
  unknownAreaCount,
  page,
  pages,
  hrefOfPage,
  clearHref,
  map,
}: {
  title?: ReactNode;
  facets: Facet[];
  sites: SiteOfList[];
  total: number;
  unknownAreaCount?: number;
  page: number;
  pages: number;
  hrefOfPage: (page: number) => string;
  clearHref: string;
  map?: ReactNode;
}) {
  const t = useTranslations("site");
  return (
    <div className="wrap">
      <header className="cat-h">
        <h1>{title ?? t("title")}</h1>
        <p className="muted">{t("catalogue.intro")}</p>
      </header>
      <div className={map ? "catalog catalog-map" : "catalog"}>
        <FilterPanel facets={facets} />
        <section aria-labelledby="results">
          <h2 className="vh" id="results">
            {t("catalogue.results")}
          </h2>
          <ResultHead total={total} unknownAreaCount={unknownAreaCount} facets={facets} clearHref={clearHref} />
          {sites.length === 0 ? (
            <EmptyResult clearHref={clearHref} />
          ) : (
            <div className="rows">
              {sites.map((site) => (
                <SiteRow key={site.slug} site={site} />
              ))}
            </div>
          )}
          <PageLinks page={page} pages={pages} hrefOf={hrefOfPage} />
        </section>
        {map && <div className="cat-map">{map}</div>}
      </div>
    </div>
  );
}
