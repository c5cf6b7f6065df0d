import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { useDates } from "@/components/ui/use-dates";

/** Says on every preview, before anything else, that this is a draft. */
export function PreviewBar({ expiresAt, isReady }: { expiresAt: string; isReady: boolean }) {
  const t = useTranslations("layout.preview");
  const dates = useDates();
  const day = expiresAt.slice(0, 10);
  return (
    <div className="preview-bar" role="status">
      <p>
        <Icon name="warn" />
        <strong>{t("draft")}</strong> {t(isReady ? "text" : "unready")}{" "}
        {t("until", { date: dates.long({ from: day, to: day, precision: "day" }) })}
      </p>
    </div>
  );
}
