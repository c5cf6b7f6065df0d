import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useDates } from "@/components/ui/use-dates";
import { Words } from "@/components/ui/words";
import type { OutcomeView } from "@/lib/outcome/types";

/** When the next step is due; without a date a dashed frame says so, with the words that were used instead. */
export function DueMark({
  outcome: { due, dueText, isOverdue, hasNoFollowUp },
}: {
  outcome: Pick<OutcomeView, "due" | "dueText" | "isOverdue" | "hasNoFollowUp">;
}) {
  const t = useTranslations("outcome.due");
  const dates = useDates();
  if (hasNoFollowUp) return <span className="due">{t("noFollowUp")}</span>;
  if (!due) {
    return (
      <>
        <span className="due due-none">
          <Icon name="no-date" />
          {t("none")}
        </span>
        {dueText && (
          <span className="xs muted">
            <Words value={dueText} />
          </span>
        )}
      </>
    );
  }
  return (
    <span className={isOverdue ? "due due-late" : "due"}>
      <Icon name="calendar" />
      {t(isOverdue ? "late" : "by", { date: dates.deadline(due) })}
    </span>
  );
}
