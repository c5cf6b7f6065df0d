import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Facet, type FacetOption, isAnswered } from "@/components/ui/facets";

/**
 * Every choice is a link, so each view has its address; on phones each row of choices slides sideways. A choice that
 * gives nothing is told, but leads nowhere.
 *
 * @param note  what cannot be filtered, and why
 */
export function FacetPanel({ facets, note }: { facets: Facet[]; note?: ReactNode }) {
  const t = useTranslations("common.results");
  return (
    <nav className="facets" aria-label={t("filters")}>
      {facets.filter(isAnswered).map(({ key, title, options }) => (
        <section key={key} className="facet" aria-labelledby={`facet-${key}`}>
          <h2 id={`facet-${key}`}>{title}</h2>
          <ul>
            {options.map((option) => (
              <li key={option.value}>
                <Choice option={option} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {note && <p className="xs muted">{note}</p>}
    </nav>
  );
}

function Choice({ option: { label, count, href, isSelected } }: { option: FacetOption }) {
  const content = (
    <>
      <span>{label}</span>
      <small>{count}</small>
    </>
  );
  if (count === 0 && !isSelected) return <span className="facet-none">{content}</span>;
  return (
    <a href={href} aria-current={isSelected ? "true" : undefined} rel="nofollow">
      {content}
    </a>
  );
}
