import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Facet } from "@/components/ui/facets";

/**
 * How many were found, and which filters are on.
 *
 * @param count  the number with its noun
 * @param note   what the found ones lack
 */
export function ResultHead({
  count,
  note,
  facets,
  clearHref,
}: {
  count: ReactNode;
  note?: ReactNode;
  facets: Facet[];
  clearHref: string;
}) {
  const t = useTranslations("common.results");
  const selected = facets.flatMap(({ key, options }) =>
    options.filter(({ isSelected }) => isSelected).map((option) => ({ key, option })),
  );
  return (
    <div className="result-head">
      <p>
        <b>{count}</b>
        {note && <span className="muted small"> {note}</span>}
      </p>
      {selected.length > 0 && (
        <p className="tags">
          {selected.map(({ key, option }) => (
            <a key={key + option.value} className="tag" href={option.href} rel="nofollow">
              {option.label} <span aria-hidden="true">×</span>
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
