import { offsetMinutes } from "@/lib/core/zones";
import type { Locale } from "@/lib/i18n/locales";

const formatLocale: Record<Locale, string> = { zh: "zh-Hans-CN", ru: "ru-RU", en: "en-GB" };

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Making a format costs far more than using it, and a page needs the same few many times. */
function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(formatLocale[locale], options);
    numberFormats.set(key, format);
  }
  return format;
}

/**
 * A number as written in the language: 1 092 and 17,9 in Russian, 1,092 and 17.9 in Chinese and English.
 *
 * @param maxFraction  digits after the decimal sign at most
 */
export function formatNumber(value: number, locale: Locale, maxFraction = 2): string {
  return numberFormat(locale, { maximumFractionDigits: maxFraction }).format(value);
}

/**
 * A large number as people say it: Chinese counts from ten thousand in 万 and 亿, but only where nothing is
 * lost by it (129.2万; 17,098 stays whole). Russian and English write the digits.
 */
export function formatCount(value: number, locale: Locale): string {
  if (locale !== "zh" || Math.abs(value) < 10_000) return formatNumber(value, locale);
  const step = Math.abs(value) < 100_000_000 ? 100 : 1_000_000;
  if (value % step !== 0) return formatNumber(value, locale);
  return numberFormat(locale, { notation: "compact", maximumFractionDigits: 2 }).format(value);
}

/** The words that go with an amount are in the messages: `money.<currency>.<scale>`. */
export type MoneyParts = { value: string; scale: "one" | "million" | "billion" };

/**
 * An amount of money in the way of the language: 5亿 in Chinese; 500 and "million" in Russian and English.
 * Only amounts that keep their value with two decimals are shortened.
 *
 * @param amount  in whole units of the currency of record; never converted
 */
export function formatMoneyParts(amount: number, locale: Locale): MoneyParts {
  if (locale === "zh") return { value: formatCount(amount, locale), scale: "one" };
  if (Math.abs(amount) >= 1e9 && amount % 1e7 === 0)
    return { value: formatNumber(amount / 1e9, locale), scale: "billion" };
  if (Math.abs(amount) >= 1e6 && amount % 1e4 === 0)
    return { value: formatNumber(amount / 1e6, locale), scale: "million" };
  return { value: formatNumber(amount, locale), scale: "one" };
}

/**
 * A date in figures for chips and tables: 2026-11-21, in Russian 21.11.2026.
 *
 * @param day        ISO day
 * @param precision  what of it is known; nothing finer is written
 */
export function formatShortDate(day: string, locale: Locale, precision: "day" | "month" | "year" = "day"): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const known = precision === "year" ? [year] : precision === "month" ? [year, month] : [year, month, date];
  return locale === "ru" ? known.reverse().join(".") : known.join("-");
}

/** Noon in UTC: the same calendar day in every zone that a page may be formatted in. */
export function dateOfDay(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/**
 * The day `days` after another one.
 *
 * @param day  ISO day
 */
export function addDays(day: string, days: number): string {
  const date = dateOfDay(day);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one ISO day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dateOfDay(to).getTime() - dateOfDay(from).getTime()) / 86_400_000);
}

/**
 * Offset of a zone from UTC on a day.
 *
 * @param timeZone  IANA name
 * @param day       ISO day; the offset is that at noon UTC
 * @returns         hours, with fractions where the zone has them
 */
export function utcOffsetHours(timeZone: string, day: string): number {
  return offsetMinutes(timeZone, dateOfDay(day)) / 60;
}

/**
 * The language of a text that stands in its source's own language, told by its script.
 *
 * @returns Chinese for Han, Russian for Cyrillic, English for everything else
 */
export function languageByScript(text: string): Locale {
  if (/\p{Script=Han}/u.test(text)) return "zh";
  if (/\p{Script=Cyrillic}/u.test(text)) return "ru";
  return "en";
}
