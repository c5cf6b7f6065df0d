import { useTranslations } from "next-intl";
import { Panel } from "@/components/admin/panel";
import { DataTable, type TableRow } from "@/components/ui/data-table";
import type { Locale } from "@/lib/i18n/locales";
import { toFindingQuery } from "@/lib/record/finding/schema";
import { criteria, type RegionScore } from "@/lib/record/score/types";

/** One region by each criterion; where a list says what is missing, the number leads there. */
export function ScorePanel({ region, locale }: { region: RegionScore; locale: Locale }) {
  const t = useTranslations("score");
  const rows = region.measures.map(({ criterion, good, of }): TableRow => {
    const code = criteria[criterion];
    const count = t("count", { good, of });
    const name = t(`criterion.${criterion}`);
    return {
      key: criterion,
      head: (
        <>
          {name}
          <small className="score-how">{t(`how.${criterion}`)}</small>
        </>
      ),
      cells: [
        of > 0 ? (
          <progress key="share" max={of} value={good} aria-label={`${name}: ${count}`} />
        ) : (
          <span key="share" className="muted">
            {t("nothing")}
          </span>
        ),
        of === 0 ? (
          ""
        ) : code && good < of ? (
          <a key="count" href={`/${locale}/admin/todo${toFindingQuery({ code, isMine: false, page: 1 })}`}>
            {count}
          </a>
        ) : (
          count
        ),
      ],
    };
  });
  return (
    <Panel
      title={region.name}
      aside={
        <b className="score-sum">{region.score === null ? t("nothing") : t("percent", { value: region.score })}</b>
      }
    >
      <div className="meters">
        <DataTable
          caption={t("caption", { region: region.name })}
          columns={[t("column.criterion"), t("column.share"), t("column.count")]}
          rows={rows}
        />
      </div>
    </Panel>
  );
}
