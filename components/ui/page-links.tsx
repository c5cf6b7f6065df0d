import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

/** Links to the pages of a list; nothing for a single page. */
export function PageLinks({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  const t = useTranslations("common.results");
  if (pages < 2) return null;
  const near = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) < 2,
  );
  return (
    <nav className="pages" aria-label={t("pages")}>
      {page > 1 && (
        <a className="btn" href={hrefOf(page - 1)} rel="prev">
          <Icon name="left" />
          {t("previous")}
        </a>
      )}
      {near.map((number, index) => (
        <span key={number}>
          {index > 0 && number - (near[index - 1] ?? 0) > 1 && <span className="muted">… </span>}
          <a
            className="btn"
            href={hrefOf(number)}
            aria-label={t("page", { page: number })}
            aria-current={number === page ? "page" : undefined}
          >
            {number}
          </a>
        </span>
      ))}
      {page < pages && (
        <a className="btn" href={hrefOf(page + 1)} rel="next">
          {t("next")}
          <Icon name="right" />
        </a>
      )}
    </nav>
  );
}
