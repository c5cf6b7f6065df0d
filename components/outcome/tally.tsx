import { useTranslations } from "next-intl";
import type { OutcomeStage, OutcomeTally } from "@/lib/outcome/types";

const signedOrFurther: readonly OutcomeStage[] = ["signed", "in_work", "launched", "kept"];

/** How many promises, and how many of them lack a date or an owner. */
export function Tally({ tally }: { tally: OutcomeTally }) {
  const t = useTranslations("outcome.tally");
  const signed = signedOrFurther.reduce((sum, stage) => sum + (tally.byStage[stage] ?? 0), 0);
  return (
    <ul className="tally">
      <li>
        <b>{tally.total}</b> {t("total", { count: tally.total })}
      </li>
      <li>
        <b>{signed}</b> {t("signed")}
      </li>
      <li className={tally.undated > 0 ? "tally-w" : undefined}>
        <b>{tally.undated}</b> {t("undated")}
      </li>
      <li className={tally.unowned > 0 ? "tally-w" : undefined}>
        <b>{tally.unowned}</b> {t("unowned")}
      </li>
      {tally.overdue > 0 && (
        <li className="tally-w">
          <b>{tally.overdue}</b> {t("overdue")}
        </li>
      )}
    </ul>
  );
}
