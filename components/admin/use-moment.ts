import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { formatLocalTime } from "@/lib/core/zones";
import { formatShortDate } from "@/lib/i18n/format";

/** An instant by the clock of Moscow, which all of staff know. */
export function useMoment() {
  const t = useTranslations("admin");
  const locale = usePageLocale();
  return (at: Date) => {
    const [day = "", time = ""] = formatLocalTime(at, "Europe/Moscow").split(" ");
    return t("moment", { day: formatShortDate(day, locale), time });
  };
}
