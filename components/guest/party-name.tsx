import { OrganisationName } from "@/components/organisation/organisation-name";
import { usePageLocale } from "@/components/ui/use-page-locale";
import { namesOf } from "@/components/visit/person-name";
import { htmlLang } from "@/lib/i18n/locales";
import type { OrganisationView } from "@/lib/organisation/types";
import type { PartyOrganisation, PartyPerson } from "@/lib/programme/types";
import { pick } from "@/lib/translation/rules";

export type NamedParty = Extract<PartyPerson, { shown: "named" }>;

/** Names of a person in all known scripts, that of the page first. Those who are not named have none. */
export function useNames() {
  const locale = usePageLocale();
  return (person: NamedParty) => namesOf({ ...person, position: null }, locale);
}

/** The first name in the reader's script, the others small beside it. */
export function PartyNames({ person }: { person: NamedParty }) {
  const locale = usePageLocale();
  const [first, ...others] = useNames()(person);
  if (!first) return null;
  return (
    <>
      <span lang={first.lang === locale ? undefined : htmlLang[first.lang]}>{first.text}</span>
      {others.map(({ text, lang }) => (
        <span key={lang} className="g-alt" lang={htmlLang[lang]}>
          {" "}
          {text}
        </span>
      ))}
    </>
  );
}

/** An organisation of a programme as consent allows. */
export function PartyOrganisationName({ organisation }: { organisation: PartyOrganisation }) {
  const locale = usePageLocale();
  return <OrganisationName organisation={toView(organisation)} />;

  function toView(one: PartyOrganisation): OrganisationView {
    if (one.shown === "sector") return { ...one, place: pick(one.place, locale) };
    const name = one.shown === "named" ? pick(one.name, locale) : null;
    if (one.shown === "counted" || !name) return { shown: "counted" };
    return { shown: "named", slug: "", name, kind: one.kind, country: one.country, profile: null };
  }
}
