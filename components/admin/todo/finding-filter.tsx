import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { toFindingQuery } from "@/lib/record/finding/schema";
import type { FindingCount, FindingFilter } from "@/lib/record/finding/types";

/** All kinds of things to see to, with their numbers; each leads to its list. */
export function FindingFilterLinks({
  filter,
  counts,
  locale,
}: {
  filter: FindingFilter;
  counts: readonly FindingCount[];
  locale: Locale;
}) {
  const t = useTranslations("finding");
  const hrefOf = (part: Partial<FindingFilter>) =>
    `/${locale}/admin/todo${toFindingQuery({ ...filter, page: 1, ...part })}`;
  return (
    <div className="tabs">
      <nav aria-label={t("kinds")}>
        {counts.map(({ code, total, mine }) => (
          <a key={code} href={hrefOf({ code })} aria-current={code === filter.code ? "page" : undefined}>
            {t(`title.${code}`)} <b>{filter.isMine ? mine : total}</b>
          </a>
        ))}
      </nav>
      <nav aria-label={t("whose")}>
        {[false, true].map((isMine) => (
          <a
            key={String(isMine)}
            href={hrefOf({ isMine })}
            aria-current={isMine === filter.isMine ? "page" : undefined}
          >
            {t(isMine ? "mine" : "everybody")}
          </a>
        ))}
      </nav>
    </div>
  );
}
