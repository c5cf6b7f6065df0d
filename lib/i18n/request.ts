import { locale as rootLocale } from "next/root-params";
import { getRequestConfig } from "next-intl/server";
import { defaultLocale, isLocale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

/** The language of a page is the first segment of its address; what has no such segment names it itself. */
export default getRequestConfig(async ({ locale: given }) => {
  const wanted = given ?? (await rootLocale());
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  return { locale, messages: await loadMessages(locale), timeZone: "UTC" };
});
