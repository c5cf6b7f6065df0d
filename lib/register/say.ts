import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import type { Messages } from "@/lib/i18n/messages";

/** Interface words by the path that a description gives, for files that are made outside of pages. */
export function makeSay(
  messages: Messages,
  locale: Locale,
): (path: string, values?: Record<string, string | number>) => string {
  const translate = createTranslator({ locale, messages });
  return (path, values) => translate(path as "import.title", values as never);
}
