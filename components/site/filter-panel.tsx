import { useTranslations } from "next-intl";
import { FacetLabel } from "@/components/site/facet-label";
import type { Facet } from "@/components/site/facets";

/** Every choice is a link, so each view has its address; on phones each row of choices slides sideways. */
export function FilterPanel({ facets }: { facets: Facet[] }) {
  const t = useTranslations("site.catalogue");
  return (
    <nav className="facets" aria-label={t("filters")}>
      {facets
        .filter(({ options }) => options.length > 0)
        .map(({ key, options }) => (
          <section key={key} className="facet" aria-labelledby={`facet-${key}`}>
            <h2 id={`facet-${key}`}>{t(`facet.${key}`)}</h2>
            <ul>
              {options.map((option) => (
                <li key={option.value}>
                  <a href={option.href} aria-current={option.isSelected ? "true" : undefined} rel="nofollow">
                    <span>
                      <FacetLabel facet={key} option={option} />
                    </span>
                    <small>{option.count}</small>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      <p className="xs muted">{t("notFilterable")}</p>
    </nav>
  );
}
