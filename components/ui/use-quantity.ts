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

  /**
   * One area in every unit: hectares first, then the others in the order of the language. `swap` are the attributes by
   * which the units island puts another unit first.
   */
  function area(amount: Amount): Written & { others: string; swap: Record<string, string> } {
    const m2 = (areaHa: number) => formatCount(m2FromHa(areaHa), locale);
    const mu = (areaHa: number) => formatCount(muFromHa(areaHa), locale);
    const ha = written(amount, (areaHa) => formatNumber(areaHa, locale, 4));
    const plain = { ...amount, qualifier: null };
    const other = { mu: t("area.mu", { value: written(plain, mu) }), m2: t("area.m2", { value: written(plain, m2) }) };
    return {
      value: ha,
      unit: t("unit.ha"),
      others: (locale === "zh" ? [other.mu, other.m2] : [other.m2, other.mu]).join(t("list.dot")),
      swap: {
        "data-ha": `${ha}|${t("unit.ha")}`,
        "data-mu": `${written(amount, mu)}|${t("unit.mu")}`,
        "data-m2": `${written(amount, m2)}|${t("unit.m2")}`,
      },
    };
  }

  /** In the currency of record; nothing is converted. */
  function money(amount: number, currency: "rub" | "cny" | "usd"): string {
    const { value, scale } = formatMoneyParts(amount, locale);
    return t(`money.${currency}.${scale}`, { value });
  }

  return { written, caveat, withUnit, inline, area, money, number: (value: number) => formatNumber(value, locale) };
}
