import type { Locale } from "@/lib/i18n/locales";

/**
 * Words of a record and the language they are really in. `lang` differs from the page's language
 * when the reader gets a fall-back; the element then carries its own `lang` and says so.
 */
export type Words = { text: string; lang: Locale };

/** One text in the languages that it has, for outputs that show several at once. */
export type Texts = Partial<Record<Locale, string>>;
