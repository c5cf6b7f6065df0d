import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Crumb = { label: ReactNode; href?: string };

/** Where the page stands. The last entry is the page itself and leads nowhere. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("crumbs")}>
      <ol className="crumbs">
        {crumbs.map(({ label, href }, index) => (
          // the trail never changes its order
          <li key={href ?? index}>{href ? <a href={href}>{label}</a> : <span aria-current="page">{label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
