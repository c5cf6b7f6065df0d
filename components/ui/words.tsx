import { useTranslations } from "next-intl";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { htmlLang } from "@/lib/i18n/locales";
import type { Words as WordsOfRecord } from "@/lib/translation/types";

/**
 * Words of a record. In another language than the page's they carry their own `lang` and a short mark that says so.
 *
 * @param hasMark  false where the same list already says it
 */
export function Words({ value, hasMark = true }: { value: WordsOfRecord; hasMark?: boolean }) {
  const t = useTranslations("common.fallback");
  if (value.lang === usePageLocale()) return value.text;
  return (
    <>
      <span lang={htmlLang[value.lang]}>{value.text}</span>
      {hasMark && <small className="fb">{t(value.lang)}</small>}
    </>
  );
}
