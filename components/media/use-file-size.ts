import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { formatNumber } from "@/lib/i18n/format";

/** Lengths of files as people say them. */
export function useFileSize(): (bytes: number) => string {
  const t = useTranslations("media.bytes");
  const locale = usePageLocale();
  return (bytes) => {
    const mebibytes = bytes / 1024 / 1024;
    if (mebibytes >= 1) return t("mb", { value: formatNumber(Math.round(mebibytes * 10) / 10, locale) });
    return t("kb", { value: formatNumber(Math.max(1, Math.round(bytes / 1024)), locale) });
  };
}
