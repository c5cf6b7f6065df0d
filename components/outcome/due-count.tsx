import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

/** How many promises of a visit nobody gave a date. */
export function DueCount({ count }: { count: number }) {
  const t = useTranslations("outcome.due");
  return (
    <span className="due due-none">
      <Icon name="no-date" />
      {t("unknownCount", { count })}
    </span>
  );
}
