import { Capacity, ConsentLevel, Country, OrganisationKind, Side } from "@/lib/db/generated/enums";
import type { FormFields, RefusalCode } from "@/lib/form/types";
import { locales } from "@/lib/i18n/locales";
import { type NameInScripts, suggestSpelling } from "@/lib/programme/party-list/spelling";
import { type Ground, grounds, type MemberInput, type NewMember } from "@/lib/programme/party-list/types";
import { longestName, textFieldsOf } from "@/lib/translation/fields";
import type { Texts } from "@/lib/translation/types";

type Refused = Partial<Record<MemberInput, RefusalCode>>;

/** What the form says of a new participant; links are ids by now, or null where they lead nowhere. */
export type MemberForm = Omit<NewMember, "rowId" | "organisation"> & {
  organisation: NewMember["organisation"] | null;
};

type Links = { person: string | null; organisation: string | null };

const longestEvidence = 600;

const scripts = [
  ["zh", "han"],
  ["ru", "cyrillic"],
  ["en", "latin"],
] as const;

/** The names as typed; those that are empty by suggestion where that was asked for. */
export function readNames(fields: FormFields): NameInScripts {
  const typed = { han: name(fields, "han"), cyrillic: name(fields, "cyrillic"), latin: name(fields, "latin") };
  return fields.get("fill") === "yes" ? { ...typed, ...suggestSpelling(typed) } : typed;
}

/** The words of an interface language are those of its script. */
export function toTexts({ han, cyrillic, latin }: NameInScripts): Texts {
  return without({ zh: han, ru: cyrillic, en: latin });
}

/**
 * Reads the form of a new participant.
 *
 * @param links what was found for what was typed into the fields of links
 */
export function readMember(fields: FormFields, links: Links): { member: MemberForm } | { refused: Refused } {
  const refused: Refused = {};
  const names = toTexts(readNames(fields));
  const [position, role] = [texts(fields, "position"), texts(fields, "role")];
  const newName = texts(fields, "organisation");
  if (fields.get("person") !== "" && links.person === null) refused.person = "not_there";
  else if (links.person === null && Object.keys(names).length === 0) refused.han = "required";
  for (const [locale, input] of scripts) if ((names[locale]?.length ?? 0) > longestName) refused[input] = "too_long";
  // A text stands beside a name of its language.
  if (links.person === null) {
    for (const [locale, input] of scripts) if (position[locale] && !names[locale]) refused[input] ??= "required";
  }
  tooLong(position, "position", longestOf("person", "position"), refused);
  tooLong(role, "role", longestOf("participant", "role"), refused);
  tooLong(newName, "organisation", longestName, refused);
  const side = choice(Side, fields.get("side")) ?? "cn";
  const capacity = choice(Capacity, fields.get("capacity")) ?? "member";
  const level = choice(ConsentLevel, fields.get("level")) ?? "counted";
  const companyLevel = choice(ConsentLevel, fields.get("organisation.level")) ?? "counted";
  const needsGround = level !== "counted" || (Object.keys(newName).length > 0 && companyLevel !== "counted");
  const ground = needsGround ? readGround(fields, refused) : null;
  let organisation: MemberForm["organisation"] = null;
  if (fields.get("organisation") !== "" && links.organisation === null) refused.organisation = "not_there";
  else if (links.organisation) organisation = { id: links.organisation };
  else if (Object.keys(newName).length > 0) {
    organisation = {
      id: null,
      name: newName,
      kind: choice(OrganisationKind, fields.get("organisation.kind")) ?? "company",
      country: choice(Country, fields.get("organisation.country")) ?? side,
      level: companyLevel,
    };
  } else if (!links.person) refused.organisation = "required";
  if (Object.keys(refused).length > 0) return { refused };
  return {
    member: { personId: links.person, name: names, position, role, organisation, side, capacity, level, ground },
  };
}

function readGround(fields: FormFields, refused: Refused): Ground | null {
  const basis = grounds.find((one) => one === fields.get("basis"));
  const evidence = fields.get("evidence");
  if (!basis) refused.basis = "required";
  if (evidence === "") refused.evidence = "required";
  if (evidence.length > longestEvidence) refused.evidence = "too_long";
  return basis ? { basis, evidence } : null;
}

function name(fields: FormFields, input: MemberInput): string {
  return fields.get(input).normalize("NFC").replace(/\s+/g, " ").trim();
}

function texts(fields: FormFields, input: "position" | "role" | "organisation"): Texts {
  return without(Object.fromEntries(locales.map((locale) => [locale, name(fields, `${input}.${locale}`)])));
}

function without(all: Texts): Texts {
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ""));
}

function tooLong(all: Texts, input: "position" | "role" | "organisation", most: number, refused: Refused): void {
  for (const locale of locales) if ((all[locale]?.length ?? 0) > most) refused[`${input}.${locale}`] = "too_long";
}

function longestOf(kind: "person" | "participant", field: string): number {
  return textFieldsOf(kind).find((one) => one.field === field)?.maxLength ?? longestName;
}

function choice<T extends string>(set: Record<string, T>, text: string): T | null {
  return Object.values(set).find((one) => one === text) ?? null;
}
