import { dateOfDay, formatShortDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { PartialDate } from "@/lib/source/types";

type DateKey =
  | `date.${"day" | "dayRange" | "dayRangeMonths" | "dayRangeYears" | "week" | "month" | "monthRange" | "quarter"}`
  | `date.${"half" | "year" | "yearRange" | "endOfYear" | "shortQuarter"}`
  | "range";

/** The words of dates in one language: `common` of its messages. */
export type SayDate = (key: DateKey, values: Record<string, string | number | Date>) => string;

/** Dates in the words of a language, never finer than known. */
export function makeDates(t: SayDate, locale: Locale) {
  /** For headings and text: 2026年1月, 3–4 December 2025. */
  function long(date: PartialDate): string {
    const values = { from: dateOfDay(date.from), to: dateOfDay(date.to), date: dateOfDay(date.from) };
    const sameYear = date.from.slice(0, 4) === date.to.slice(0, 4);
    const sameMonth = date.from.slice(0, 7) === date.to.slice(0, 7);
    const month = Number(date.from.slice(5, 7));
    switch (date.precision) {
      case "day":
        if (date.from === date.to) return t("date.day", values);
        if (sameMonth) return t("date.dayRange", values);
        return sameYear ? t("date.dayRangeMonths", values) : t("date.dayRangeYears", values);
      case "week":
        return t("date.week", values);
      case "month":
        return sameMonth ? t("date.month", values) : t("date.monthRange", values);
      case "quarter":
        return t("date.quarter", { ...values, quarter: Math.ceil(month / 3) });
      case "half":
        return t("date.half", { ...values, half: month < 7 ? "first" : "second" });
      case "year":
        return sameYear ? t("date.year", values) : t("date.yearRange", values);
    }
  }

  /** For chips and tables: 2026-11-21, in Russian 21.11.2026. */
  function short(date: PartialDate): string {
    const month = Number(date.from.slice(5, 7));
    switch (date.precision) {
      case "day":
      case "month":
      case "year": {
        const from = formatShortDate(date.from, locale, date.precision);
        const to = formatShortDate(date.to, locale, date.precision);
        return from === to ? from : t("range", { from, to });
      }
      case "quarter":
        return t("date.shortQuarter", { from: dateOfDay(date.from), quarter: Math.ceil(month / 3) });
      default:
        return long(date);
    }
  }

  /** A last day: a year or its December reads as the end of the year. */
  function deadline(date: PartialDate): string {
    const isEndOfYear = date.precision === "year" || (date.precision === "month" && date.to.slice(5, 7) === "12");
    return isEndOfYear ? t("date.endOfYear", { to: dateOfDay(date.to) }) : long(date);
  }

  return { long, short, deadline, shortDay: (day: string) => formatShortDate(day, locale) };
}
