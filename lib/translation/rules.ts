import type { Locale } from "@/lib/i18n/locales";
import type { Words } from "@/lib/translation/types";

/** Which language a reader gets when his own is missing. English is read more widely than Russian in China. */
const fallbackOrder: Record<Locale, readonly Locale[]> = {
  zh: ["zh", "en", "ru"],
  ru: ["ru", "en", "zh"],
  en: ["en", "ru", "zh"],
};

/**
 * The text for a reader of this language, with the language it is really in.
 *
 * @param texts  what is published, at most one per language
 * @returns      null when there is none in any language
 */
export function pick(texts: Partial<Record<Locale, string | null>>, locale: Locale): Words | null {
  for (const lang of fallbackOrder[locale]) {
    const text = texts[lang];
    if (text) return { text, lang };
  }
  return null;
}
