import { useLocale } from "next-intl";
import { defaultLocale, isLocale, type Locale } from "@/lib/i18n/locales";

/** The language of the page that is being drawn. */
export function usePageLocale(): Locale {
  const locale = useLocale();
  return isLocale(locale) ? locale : defaultLocale;
}
