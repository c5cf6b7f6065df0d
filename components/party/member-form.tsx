import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckInput, SelectInput, TextInput } from "@/components/admin/field";
import { FormFrame } from "@/components/admin/form-frame";
import { useOptionWords } from "@/components/admin/option-words";
import { useTried } from "@/components/admin/use-tried";
import { LinkInput } from "@/components/party/link-input";
import { Names } from "@/components/party/names";
import { visitPath } from "@/components/programme/visit-frame";
import { Capacity, ConsentLevel, Country, OrganisationKind, Side } from "@/lib/db/generated/enums";
import type { Tried } from "@/lib/form/types";
import { htmlLang, type Locale } from "@/lib/i18n/locales";
import { suggestSpelling } from "@/lib/programme/party-list/spelling";
import { grounds, type Known, type MemberInput } from "@/lib/programme/party-list/types";
import { longestName } from "@/lib/translation/fields";

type Props = {
  recordId: string;
  locale: Locale;
  tried: Tried | null;
  /** people of the same name, where there are any */
  known: Known[];
  /** side and country that most newcomers have */
  side: "cn" | "ru";
};

const languages = ["zh", "ru", "en"] as const;
const scripts = [
  ["han", "zh"],
  ["cyrillic", "ru"],
  ["latin", "en"],
] as const;

/** One participant by one press: known by name, or new with names in three scripts, a company and how far he agreed. */
export function MemberForm({ recordId, locale, tried, known, side }: Props) {
  const t = useTranslations("party.form");
  const option = useOptionWords();
  const { value, error } = useTried(tried);
  const typed = { han: value("han", "") ?? "", cyrillic: value("cyrillic", "") ?? "", latin: value("latin", "") ?? "" };
  const offers = tried ? suggestSpelling(typed) : {};
  const taken = value("intent") ?? "";
  const spelled = (one: (typeof scripts)[number][0]) =>
    (taken === `take/${one}` ? offers[one] : undefined) ?? typed[one];
  const text = (name: MemberInput, label: string, lang: Locale | undefined, max: number, now = value(name)) => (
    <TextInput key={name} name={name} label={label} value={now} error={error(name)} lang={lang} max={max} />
  );
  const select = (name: MemberInput, label: string, set: string, options: readonly string[], first: string) => (
    <SelectInput
      name={name}
      label={label}
      value={value(name, first)}
      error={error(name)}
      choices={options.map((one) => ({ value: one, label: option(set, one) }))}
    />
  );
  return (
    <FormFrame locale={locale} action="party-add" back={visitPath(recordId, "people")} id="member">
      {/* The first button is the one that Enter presses. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true">
        {t("add")}
      </button>
      <input type="hidden" name="record" value={recordId} />
      {known.length > 0 && <Namesakes known={known} />}
      <Part title={t("who")}>
        <LinkInput
          name="person"
          to="person"
          label={t("person")}
          help={t("personHelp")}
          value={value("person")}
          error={error("person")}
        />
        <div className="pf-3">
          {scripts.map(([name, lang]) => (
            <div key={name}>
              {text(name, t(`name.${name}`), lang, longestName, spelled(name))}
              {offers[name] && taken !== `take/${name}` && (
                <p className="pf-offer">
                  <span lang={htmlLang[lang]}>{offers[name]}</span>
                  <button type="submit" className="btn btn-small" name="intent" value={`take/${name}`}>
                    {t("take")}
                  </button>
                </p>
              )}
            </div>
          ))}
        </div>
        <div className="pf-line">
          <button type="submit" className="btn btn-small" name="intent" value="suggest">
            {t("suggest")}
          </button>
          <CheckInput name="fill" label={t("fill")} isOn={value("fill") === "yes"} />
        </div>
        <div className="pf-3">
          {languages.map((lang) => text(`position.${lang}`, t(`position.${lang}`), lang, 300))}
        </div>
      </Part>
      <Part title={t("organisation")}>
        <LinkInput
          name="organisation"
          to="organisation"
          label={t("knownOrganisation")}
          help={t("organisationHelp")}
          value={value("organisation")}
          error={error("organisation")}
        />
        <details className="pf-more" open={languages.some((lang) => value(`organisation.${lang}`))}>
          <summary>{t("newOrganisation")}</summary>
          <div className="pf-3">
            {languages.map((lang) => text(`organisation.${lang}`, t(`organisationName.${lang}`), lang, longestName))}
          </div>
          <div className="pf-3">
            {select("organisation.kind", t("kind"), "OrganisationKind", Object.values(OrganisationKind), "company")}
            {select("organisation.country", t("country"), "Country", Object.values(Country), side)}
            {select(
              "organisation.level",
              t("organisationLevel"),
              "ConsentLevel",
              Object.values(ConsentLevel),
              "counted",
            )}
          </div>
        </details>
      </Part>
      <Part title={t("visit")}>
        <div className="pf-3">
          {select("side", t("side"), "Side", Object.values(Side), side)}
          {select("capacity", t("capacity"), "Capacity", Object.values(Capacity), "member")}
        </div>
        <div className="pf-3">{languages.map((lang) => text(`role.${lang}`, t(`role.${lang}`), lang, 300))}</div>
      </Part>
      <Part title={t("consent")}>
        <ConsentFields tried={tried} />
      </Part>
      <p className="pf-end">
        <button className="btn btn-primary" type="submit">
          {t("add")}
        </button>
      </p>
    </FormFrame>
  );
}

/** How far somebody agreed to be shown, with the ground for it. */
export function ConsentFields({ tried }: { tried: Tried | null }) {
  const t = useTranslations("party.form");
  const option = useOptionWords();
  const { value, error } = useTried(tried);
  return (
    <>
      <p className="hint">{t("consentHelp")}</p>
      <div className="pf-3">
        <SelectInput
          name="level"
          label={t("level")}
          value={value("level", "counted")}
          error={error("level")}
          choices={Object.values(ConsentLevel).map((one) => ({ value: one, label: option("ConsentLevel", one) }))}
        />
        <SelectInput
          name="basis"
          label={t("basis")}
          value={value("basis", "")}
          error={error("basis")}
          choices={[
            { value: "", label: t("noBasis") },
            ...grounds.map((one) => ({ value: one, label: option("ConsentBasis", one) })),
          ]}
        />
        <TextInput
          name="evidence"
          label={t("evidence")}
          help={undefined}
          value={value("evidence")}
          error={error("evidence")}
          max={600}
        />
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="pf">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

/** Somebody of this name is known: each is a button, and so is "another person". */
function Namesakes({ known }: { known: Known[] }) {
  const t = useTranslations("party.form");
  return (
    <div className="note note-warn pf-known">
      <div>
        <p>{t("namesakes")}</p>
        <ul>
          {known.map(({ id, name, organisation }) => (
            <li key={id}>
              <button type="submit" className="btn btn-small" name="chosen" value={id}>
                <Names name={name} otherwise={id} />
              </button>
              <Names name={organisation} otherwise="" />
            </li>
          ))}
        </ul>
        <button type="submit" className="btn btn-small" name="another" value="yes">
          {t("another")}
        </button>
      </div>
    </div>
  );
}
