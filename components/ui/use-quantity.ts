import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { m2FromHa, muFromHa } from "@/lib/core/units";
import { formatCount, formatMoneyParts, formatNumber } from "@/lib/i18n/format";
import type { Unit } from "@/lib/region/types";
import type { Qualifier } from "@/lib/source/types";

type Amount = { value: number; valueTo?: number | null; qualifier?: Qualifier | null };
type Written = { value: string; unit: string };

/** How many of the plain thing one of the unit is. Chinese counts these in 万 and 亿 instead of millions. */
const scales: Partial<Record<Unit, number>> = {
  million_people: 1e6,
  million_m2: 1e6,
  million_tonnes: 1e6,
  billion_rub: 1e9,
  trillion_rub: 1e12,
  billion_usd: 1e9,
  billion_usd_ppp: 1e9,
  billion_cny: 1e9,
};

/** Numbers with their units in the words of the page's language. */
export function useQuantity() {
  const t = useTranslations("common");
  const locale = usePageLocale();

  /** With "about" or "over" around it; a range keeps both ends. */
  function written(
    { value, valueTo, qualifier }: Amount,
    format = (part: number) => formatCount(part, locale),
  ): string {
    const number =
      valueTo === null || valueTo === undefined
        ? format(value)
        : t("range", { from: format(value), to: format(valueTo) });
    switch (qualifier) {
      case "about":
      case "almost":
      case "more_than":
      case "less_than":
        return t(`qualifier.${qualifier}`, { value: number });
      default:
        return number;
    }
  }

  /** Estimate, forecast, target: words of their own that stand beside the number. */
  function caveat(qualifier: Qualifier | null): string | null {
    return qualifier === "estimate" || qualifier === "forecast" || qualifier === "target"
      ? t(`qualifier.${qualifier}`)
      : null;
  }

  function withUnit(amount: Amount, unit: Unit): Written {
    const scale = locale === "zh" ? (scales[unit] ?? 1) : 1;
    const format = (part: number) => formatCount(scale === 1 ? part : Math.round(part * scale), locale);
    const value = written(amount, format);
    // 万 and 亿 stand small with the unit, as in 210 万平方米 on a sign
    const [, digits = value, scaleWord = ""] = /^(.*\d)(\p{Script=Han}+)$/u.exec(value) ?? [];
    return { value: digits, unit: scaleWord + t(`unit.${unit}`, { count: amount.value }) };
  }

  /** In running text: Chinese sets no space before the unit. */
  function inline({ value, unit }: Written): string {
    return t("quantity", { value, unit });
  }

  /** One area in every unit: hectares first, then the others in the order of the language. */
  function area(amount: Amount): Written & { others: string } {
    const part = (unit: "mu" | "m2", convert: (areaHa: number) => number) =>
      t(`area.${unit}`, {
        value: written({ ...amount, qualifier: null }, (areaHa) => formatCount(convert(areaHa), locale)),
      });
    const mu = part("mu", muFromHa);
    const m2 = part("m2", m2FromHa);
    return {
      value: written(amount, (areaHa) => formatNumber(areaHa, locale, 4)),
      unit: t("unit.ha"),
      others: (locale === "zh" ? [mu, m2] : [m2, mu]).join(t("list.dot")),
    };
  }

  /** In the currency of record; nothing is converted. */
  function money(amount: number, currency: "rub" | "cny" | "usd"): string {
    const { value, scale } = formatMoneyParts(amount, locale);
    return t(`money.${currency}.${scale}`, { value });
  }

  return { written, caveat, withUnit, inline, area, money, number: (value: number) => formatNumber(value, locale) };
}
