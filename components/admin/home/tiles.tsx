import { useTranslations } from "next-intl";
import { useDates } from "@/components/ui/use-dates";
import type { Todo } from "@/lib/record/todo/types";

/** The numbers of the day, each leading to its list below. */
export function Tiles({ todo: { waiting, own, behind, stale } }: { todo: Todo }) {
  const t = useTranslations("todo");
  const dates = useDates();
  const returned = own.rows.filter(({ isReturned }) => isReturned).length;
  const behindCount = behind?.languages.reduce((sum, one) => sum + one.behind, 0) ?? 0;
  const behindZh = behind?.languages.find(({ locale }) => locale === "zh")?.behind ?? 0;
  const oldest = stale?.rows[0]?.reviewBy;
  return (
    <nav className="today" aria-label={t("tiles")}>
      {waiting && (
        <a href="#waiting" className={waiting.total > 0 ? "today-act" : undefined}>
          <b>{waiting.total}</b>
          <span>{t("tile.waiting", { count: waiting.total })}</span>
        </a>
      )}
      <a href="#own" className={returned > 0 ? "today-bad" : undefined}>
        <b>{own.total}</b>
        <span>{t("tile.own", { count: own.total })}</span>
        {own.total > 0 && <small>{t("tile.returned", { count: returned })}</small>}
      </a>
      {behind && (
        <a href="#behind" className={behindCount > 0 ? "today-warn" : undefined}>
          <b>{behindCount}</b>
          <span>{t("tile.behind", { count: behindCount })}</span>
          {behindZh > 0 && <small>{t("tile.behindZh", { count: behindZh })}</small>}
        </a>
      )}
      {stale && (
        <a href="#stale" className={stale.total > 0 ? "today-warn" : undefined}>
          <b>{stale.total}</b>
          <span>{t("tile.stale", { count: stale.total })}</span>
          {oldest && <small>{t("tile.staleOldest", { date: dates.shortDay(oldest) })}</small>}
        </a>
      )}
    </nav>
  );
}
