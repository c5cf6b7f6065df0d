import { createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import { loadMessages, type Messages } from "@/lib/i18n/messages";
import { makeDates } from "@/lib/source/dates";

function makeTranslator(locale: Locale, messages: Messages) {
  return createTranslator({ locale, messages, timeZone: "UTC" });
}

/** The words of one language on a paper: papers are made outside of pages, and often in two languages at once. */
export type PaperWords = {
  locale: Locale;
  t: ReturnType<typeof makeTranslator>;
  dates: ReturnType<typeof makeDates>;
};

export async function loadPaperWords(locale: Locale): Promise<PaperWords> {
  const t = makeTranslator(locale, await loadMessages(locale));
  const dates = makeDates((key, values) => t(`common.${key}`, values as never), locale);
  return { locale, t, dates };
}

/** Chinese first: the two languages of papers for both sides. */
export type BothWords = { zh: PaperWords; ru: PaperWords };

export async function loadBothWords(): Promise<BothWords> {
  const [zh, ru] = await Promise.all([loadPaperWords("zh"), loadPaperWords("ru")]);
  return { zh, ru };
}
