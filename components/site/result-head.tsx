import { useTranslations } from "next-intl";
import { FacetLabel } from "@/components/site/facet-label";
import type { Facet } from "@/components/site/facets";

/** How many were found, how many of them lack an area, and which filters are on. */
export function ResultHead({
  total,
  unknownAreaCount,
  facets,
  clearHref,
}: {
  total: number;
  unknownAreaCount?: number;
  facets: Facet[];
  clearHref: string;
}) {
  const t = useTranslations("site.catalogue");
  const selected = facets.flatMap(({ key, options }) =>
    options.filter(({ isSelected }) => isSelected).map((option) => ({ key, option })),
  );
  return (
    <div className="result-head">
      <p>
        <b>{t("count", { count: total })}</b>
        {unknownAreaCount !== undefined && unknownAreaCount > 0 && (
          <span className="muted small"> {t("unknownArea", { count: unknownAreaCount })}</span>
        )}
      </p>
      {selected.length > 0 && (
        <p className="tags">
          {selected.map(({ key, option }) => (
            <a key={key + option.value} className="tag" href={option.href} rel="nofollow">
              <FacetLabel facet={key} option={option} /> <span aria-hidden="true">×</span>
            </a>
          ))}
          <a className="tag" href={clearHref}>
            {t("clear")}
          </a>
        </p>
      )}
    </div>
  );
}
