import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import type { Country } from "@/lib/region/types";
import type { SiteKind } from "@/lib/site/types";

const chinese: readonly Country[] = ["cn", "hk", "mo"];

export function isInChina(country: Country): boolean {
  return chinese.includes(country);
}

/**
 * One sign per kind of place, the same in list, map, programme and print; a site in China has its own whatever its kind,
 * a host enterprise is drawn in line. The word for it always stands near, so screen readers skip the sign.
 */
export function KindSign({
  kind,
  country = "ru",
  size,
}: {
  kind: SiteKind;
  country?: Country;
  size?: "small" | "large";
}) {
  const t = useTranslations("site.sign");
  const isLatin = usePageLocale() !== "zh";
  const isFacility = kind === "facility";
  const classes = [
    "ks",
    isLatin && "ks-lat",
    size === "small" && "ks-s",
    size === "large" && "ks-l",
    isFacility && "ks-line",
  ];
  return (
    <span className={classes.filter(Boolean).join(" ")} aria-hidden="true">
      {t(isInChina(country) && !isFacility ? "in_china" : kind)}
    </span>
  );
}
