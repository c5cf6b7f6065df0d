import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { toFindingQuery } from "@/lib/record/finding/schema";
import type { FindingCode } from "@/lib/record/finding/types";
import type { Todo } from "@/lib/record/todo/types";

/** What cannot wait. */
const urgent: readonly FindingCode[] = ["promise_overdue", "link_broken"];

/** The numbers of the day, each leading to its list; of what is in order nothing is said. */
export function Tiles({ todo: { waiting, own, findings }, locale }: { todo: Todo; locale: Locale }) {
  const t = useTranslations("todo");
  const names = useTranslations("finding");
  const returned = own.rows.filter(({ isReturned }) => isReturned).length;
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
      {findings
        .filter(({ total }) => total > 0)
        .map(({ code, total, mine }) => (
          <a
            key={code}
            href={`/${locale}/admin/todo${toFindingQuery({ code, isMine: false, page: 1 })}`}
            className={urgent.includes(code) ? "today-bad" : "today-warn"}
          >
            <b>{total}</b>
            <span>{names(`tile.${code}`, { count: total })}</span>
            {mine > 0 && <small>{names("mineCount", { count: mine })}</small>}
          </a>
        ))}
    </nav>
  );
}
