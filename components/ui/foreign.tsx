import { usePageLocale } from "@/components/ui/use-page-locale";
import { languageByScript } from "@/lib/i18n/format";
import { htmlLang } from "@/lib/i18n/locales";

/** A text that stands in its source's own language, such as a publisher: `lang` is told by the script. */
export function Foreign({ text }: { text: string }) {
  const lang = languageByScript(text);
  return lang === usePageLocale() ? text : <span lang={htmlLang[lang]}>{text}</span>;
}
