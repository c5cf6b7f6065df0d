import { usePageLocale } from "@/components/ui/use-page-locale";
import { htmlLang, type Locale } from "@/lib/i18n/locales";
import type { PersonView } from "@/lib/organisation/types";

type NamedPerson = Extract<PersonView, { shown: "named" }>;
type Script = { text: string; lang: Locale };

/** Names in all known scripts, that of the page's readers first. Characters that nobody confirmed are not shown. */
export function namesOf({ names }: NamedPerson, locale: Locale): Script[] {
  const han = names.isHanConfirmed ? names.han : null;
  const scripts: { text: string | null; lang: Locale }[] = [
    { text: han, lang: "zh" },
    { text: names.latin, lang: "en" },
    { text: names.cyrillic, lang: "ru" },
  ];
  const known = scripts.filter((script): script is Script => script.text !== null);
  return [...known.filter(({ lang }) => lang === locale), ...known.filter(({ lang }) => lang !== locale)];
}

/** The name in the script that suits the page best. */
export function PersonName({ person }: { person: NamedPerson }) {
  const locale = usePageLocale();
  const [first] = namesOf(person, locale);
  if (!first) return null;
  return first.lang === locale ? first.text : <span lang={htmlLang[first.lang]}>{first.text}</span>;
}
