import { useTranslations } from "next-intl";
import { useDates } from "@/components/ui/use-dates";
import type { MeasureView } from "@/lib/support/types";

/** Whether a measure counts today, and its first and last day as far as they were published. */
export function MeasureTerm({ measure: { validity, validFrom, validTo } }: { measure: MeasureView }) {
  const t = useTranslations("support");
  const dates = useDates();
  if (validity === "unstated") return <span className="unk">{t("validity.unstated")}</span>;
  const days = [
    validFrom && t("from", { date: dates.shortDay(validFrom) }),
    validTo && t("to", { date: dates.shortDay(validTo) }),
  ].filter((day) => day !== null);
  return (
    <span className={validity === "ended" ? "term term-ended" : "term"}>
      <b>{t(`validity.${validity}`)}</b>{" "}
      {days.map((day) => (
        <span key={day} className="small">
          {day}{" "}
        </span>
      ))}
    </span>
  );
}
