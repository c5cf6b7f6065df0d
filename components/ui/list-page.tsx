import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyResult } from "@/components/ui/empty-result";
import { FacetPanel } from "@/components/ui/facet-panel";
import type { Facet } from "@/components/ui/facets";
import { PageLinks } from "@/components/ui/page-links";
import { ResultHead } from "@/components/ui/result-head";

/**
 * A list with its filters: choices at the side, what was found in the middle, perhaps a map beside it.
 *
 * @param count      how many were found, with the noun
 * @param note       what the found ones lack
 * @param panelNote  what cannot be filtered, and why
 * @param lead       stands above what was found, such as a tally
 * @param hasRows    false where nothing was found, or nothing is left on this page
 */
export function ListPage({
  title,
  intro,
  facets,
  count,
  note,
  panelNote,
  clearHref,
  page,
  pageCount,
  hrefOfPage,
  lead,
  map,
  hasRows,
  children,
}: {
  title: ReactNode;
  intro: ReactNode;
  facets: Facet[];
  count: ReactNode;
  note?: ReactNode;
  panelNote?: ReactNode;
  clearHref: string;
  page: number;
  pageCount: number;
  hrefOfPage: (page: number) => string;
  lead?: ReactNode;
  map?: ReactNode;
  hasRows: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("common.results");
  return (
    <div className="wrap">
      <header className="cat-h">
        <h1>{title}</h1>
        <p className="muted">{intro}</p>
      </header>
      <div className={map ? "catalog catalog-map" : "catalog"}>
        <FacetPanel facets={facets} note={panelNote} />
        <section aria-labelledby="results">
          <h2 className="vh" id="results">
            {t("title")}
          </h2>
          {hasRows && lead && <div className="list-lead">{lead}</div>}
          <ResultHead count={count} note={note} facets={facets} clearHref={clearHref} />
          {hasRows ? children : <EmptyResult clearHref={clearHref} />}
          <PageLinks page={page} pages={pageCount} hrefOf={hrefOfPage} />
        </section>
        {map && <div className="cat-map">{map}</div>}
      </div>
    </div>
  );
}
