/** The languages of the portal. A fourth: one value here, one enum migration, one folder of messages. */
export const locales = ["zh", "ru", "en"] as const;
export type Locale = (typeof locales)[number];

/** What `lang` and `hreflang` say. Chinese is simplified everywhere. */
export const htmlLang: Record<Locale, string> = { zh: "zh-Hans", ru: "ru", en: "en" };

/** What a reader without a stated language gets. */
export const defaultLocale: Locale = "zh";

export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
