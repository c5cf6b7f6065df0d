import { useTranslations } from "next-intl";
import { Panel } from "@/components/admin/panel";
import { FindingRows } from "@/components/admin/todo/finding-rows";
import type { Locale } from "@/lib/i18n/locales";
import { toFindingQuery } from "@/lib/record/finding/schema";
import type { FindingCode, FindingList } from "@/lib/record/finding/types";

/** The first of one kind, with the way to all of them. */
export function FindingPanel({ code, list, locale }: { code: FindingCode; list: FindingList; locale: Locale }) {
  const t = useTranslations("finding");
  const all = `/${locale}/admin/todo${toFindingQuery({ code, isMine: false, page: 1 })}`;
  return (
    <Panel
      title={t(`title.${code}`)}
      id={code}
      aside={list.total > 0 && <a href={all}>{t("all", { count: list.total })}</a>}
    >
      {list.total === 0 ? (
        <p className="muted">{t(`none.${code}`)}</p>
      ) : (
        <FindingRows rows={list.rows} locale={locale} back={`/admin#${code}`} />
      )}
    </Panel>
  );
}
