import { hiddenPattern, leastConsent, maskText } from "@/lib/organisation/consent";
import type { ConsentLevel, OrganisationKind } from "@/lib/organisation/types";
import type { PartyOrganisation, PartyPerson } from "@/lib/programme/types";
import type { Country, Sector } from "@/lib/region/types";
import type { Texts } from "@/lib/translation/types";

export type KnownOrganisation = {
  kind: OrganisationKind;
  country: Country;
  sectors: Sector[];
  place: Texts;
  consentLevel: ConsentLevel;
  name: Texts;
  otherNames: string[];
};
export type KnownPerson = {
  organisationId: string;
  consentLevel: ConsentLevel;
  isHanziConfirmed: boolean;
  name: Texts;
  otherNames: string[];
  position: Texts;
};

const han = /\p{Script=Han}/u;
const latin = /\p{Script=Latin}/u;

/**
 * Everybody who takes part in one visit, published or not, as consent allows. The only way in which names reach a guest page,
 * a paper, a calendar or a table of a visit.
 */
export class Party {
  readonly #people: ReadonlyMap<string, KnownPerson>;
  readonly #organisations: ReadonlyMap<string, KnownOrganisation>;
  readonly #levels: ReadonlyMap<string, ConsentLevel>;
  readonly #hidden: RegExp | null;

  /**
   * @param levels  agreed for this one visit, by id of the person or organisation; the least of all counts, wherever in the
   *                programme somebody is met
   */
  constructor(
    people: ReadonlyMap<string, KnownPerson>,
    organisations: ReadonlyMap<string, KnownOrganisation>,
    levels: ReadonlyMap<string, ConsentLevel>,
  ) {
    this.#people = people;
    this.#organisations = organisations;
    this.#levels = levels;
    this.#hidden = hiddenPattern([
      ...[...people].flatMap(([id, one]) => (this.levelOfPerson(id) === "named" ? [] : namesOf(one))),
      ...[...organisations].flatMap(([id, one]) => (this.levelOfOrganisation(id) === "named" ? [] : namesOf(one))),
    ]);
  }

  levelOfPerson(id: string, own: ConsentLevel = "named"): ConsentLevel {
    const row = this.#people.get(id);
    return row ? leastConsent(row.consentLevel, this.#levels.get(id), own) : "counted";
  }

  levelOfOrganisation(id: string, own: ConsentLevel = "named"): ConsentLevel {
    const row = this.#organisations.get(id);
    return row ? leastConsent(row.consentLevel, this.#levels.get(id), own) : "counted";
  }

  person(id: string | null, own: ConsentLevel = "named"): PartyPerson | null {
    if (id === null) return null;
    const row = this.#people.get(id);
    const shown = this.levelOfPerson(id, own);
    if (!row || shown !== "named") return { shown: shown === "sector" ? "sector" : "counted" };
    const zh = row.name.zh ?? null;
    return {
      shown,
      id,
      names: {
        latin: row.name.en ?? null,
        cyrillic: row.name.ru ?? null,
        // A Chinese name whose characters nobody gave stands there in Latin letters.
        han: zh && han.test(zh) && !latin.test(zh) ? zh : null,
        isHanConfirmed: row.isHanziConfirmed,
      },
      position: this.mask(row.position),
    };
  }

  organisation(id: string | null, own: ConsentLevel = "named"): PartyOrganisation | null {
    if (id === null) return null;
    const row = this.#organisations.get(id);
    const shown = this.levelOfOrganisation(id, own);
    if (!row || shown === "counted") return { shown: "counted" };
    const { kind, country, sectors, place, name } = row;
    return shown === "sector" ? { shown, kind, country, sectors, place } : { shown, id, kind, country, name };
  }

  organisationOf(personId: string | null, own: ConsentLevel = "named"): PartyOrganisation | null {
    const row = personId === null ? undefined : this.#people.get(personId);
    return row ? this.organisation(row.organisationId, own) : null;
  }

  /** A text that people wrote, without the names of those who did not agree to be named. */
  mask(texts: Texts): Texts {
    const hidden = this.#hidden;
    if (!hidden) return texts;
    return Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, maskText(text, hidden)]));
  }

  maskText(text: string | null): string | null {
    return text === null ? null : maskText(text, this.#hidden);
  }

  /** Does somebody's hidden name stand in this text? */
  names(text: string): boolean {
    return this.#hidden ? new RegExp(this.#hidden.source, "iu").test(text.normalize("NFC")) : false;
  }
}

function namesOf({ name, otherNames }: { name: Texts; otherNames: string[] }): string[] {
  return [...Object.values(name), ...otherNames];
}
