import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { makeDates } from "@/lib/source/dates";

/** Dates in the words of the page's language, never finer than known. */
export function useDates() {
  const t = useTranslations("common");
  return makeDates((key, values) => t(key, values as never), usePageLocale());
}
