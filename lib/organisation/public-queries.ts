import "server-only";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { type Locale, locales } from "@/lib/i18n/locales";
import { hiddenPattern, leastConsent } from "@/lib/organisation/consent";
import type { ConsentLevel, OrganisationKind, OrganisationView, PersonView } from "@/lib/organisation/types";
import type { Country, Sector } from "@/lib/region/types";
import { loadWords, type WordBook } from "@/lib/translation/public-queries";

type OrganisationRow = {
  slug: string;
  kind: OrganisationKind;
  country: Country;
  sectors: Sector[];
  placeId: string | null;
  consentLevel: ConsentLevel;
};
type PersonRow = { organisationId: string; consentLevel: ConsentLevel; isHanziConfirmed: boolean };

const han = /\p{Script=Han}/u;
const latin = /\p{Script=Latin}/u;

/**
 * People and organisations as readers may see them. The only way in which their names leave the database for a public
 * page: consent is applied here, so no component ever gets a name that it must not show.
 */
export class Directory {
  readonly #organisations: ReadonlyMap<string, OrganisationRow>;
  readonly #people: ReadonlyMap<string, PersonRow>;
  readonly #words: WordBook;

  constructor(organisations: Map<string, OrganisationRow>, people: Map<string, PersonRow>, words: WordBook) {
    this.#organisations = organisations;
    this.#people = people;
    this.#words = words;
  }

  /**
   * @param ownLevel  consent given for this one occasion, such as a participation; the least of all counts
   * @returns         null for no id; `counted` for an organisation that is not published
   */
  organisation(id: string | null, ownLevel: ConsentLevel = "named"): OrganisationView | null {
    if (id === null) return null;
    const row = this.#organisations.get(id);
    const name = this.#words.name(id);
    const shown = row && name ? leastConsent(row.consentLevel, ownLevel) : "counted";
    if (!row || !name || shown === "counted") return { shown: "counted" };
    const { slug, kind, country, sectors, placeId } = row;
    if (shown === "sector") return { shown, kind, country, sectors, place: placeId ? this.#words.name(placeId) : null };
    return { shown, slug, kind, country, name, profile: this.#words.summary(id) };
  }

  /** The names of an organisation in all languages, where it may be named; for searching in, not for showing. */
  namesInAllLanguages(id: string | null, ownLevel: ConsentLevel = "named"): string[] {
    if (id === null || this.organisation(id, ownLevel)?.shown !== "named") return [];
    return locales.flatMap((locale) => this.#words.nameIn(id, locale) ?? []);
  }

  /** A person is never shown further than the own consent allows; the organisation has a consent of its own. */
  person(id: string | null, ownLevel: ConsentLevel = "named"): PersonView | null {
    if (id === null) return null;
    const row = this.#people.get(id);
    const shown = row && this.#words.name(id) ? leastConsent(row.consentLevel, ownLevel) : "counted";
    if (!row || shown !== "named") return { shown: shown === "sector" ? "sector" : "counted" };
    const hanName = this.#words.nameIn(id, "zh");
    return {
      shown,
      names: {
        latin: this.#words.nameIn(id, "en"),
        cyrillic: this.#words.nameIn(id, "ru"),
        // A Chinese name whose characters nobody published stands there in Latin letters.
        han: hanName && han.test(hanName) && !latin.test(hanName) ? hanName : null,
        isHanConfirmed: row.isHanziConfirmed,
      },
      position: this.#words.word(id, "position"),
    };
  }

  /** The organisation that a person belongs to; it must not tell more of an occasion than was agreed for that. */
  organisationOf(personId: string | null, ownLevel: ConsentLevel = "named"): OrganisationView | null {
    const row = personId === null ? undefined : this.#people.get(personId);
    return row ? this.organisation(row.organisationId, ownLevel) : null;
  }
}

/** Reads people and organisations for public pages; nulls among the ids are passed over. */
export async function loadDirectory(
  ids: { organisations: readonly (string | null)[]; people?: readonly (string | null)[] },
  locale: Locale,
): Promise<Directory> {
  const people = await db().person.findMany({
    where: { id: { in: known(ids.people ?? []) }, record: { state: "published" } },
    select: { id: true, organisationId: true, consentLevel: true, isHanziConfirmed: true },
  });
  const organisationIds = [...known(ids.organisations), ...people.map((person) => person.organisationId)];
  const organisations = await db().organisation.findMany({
    where: { id: { in: organisationIds }, record: { state: "published" } },
    select: {
      id: true,
      kind: true,
      country: true,
      placeId: true,
      consentLevel: true,
      record: { select: { slug: true, sectors: true } },
    },
  });
  const words = await loadWords(
    [...people.map(({ id }) => id), ...organisations.flatMap(({ id, placeId }) => (placeId ? [id, placeId] : [id]))],
    locale,
    ["position"],
  );
  return new Directory(
    new Map(
      organisations.map(({ id, record, ...row }) => [id, { ...row, slug: record.slug ?? "", sectors: record.sectors }]),
    ),
    new Map(people.map(({ id, ...row }) => [id, row])),
    words,
  );
}

/** Somebody who is met in a record, with what was agreed for that one occasion. */
export type Met = { id: string | null; level?: ConsentLevel };

/**
 * Finds, in texts that people wrote, the names of those among these people and organisations who did not agree to be named,
 * published or not. Only to hide them or to say that they stand there: nothing of it is shown.
 *
 * @returns null where all may be named
 */
export async function loadHidden(tx: Tx, met: readonly Met[]): Promise<RegExp | null> {
  const levels = new Map<string, ConsentLevel>();
  for (const { id, level = "named" } of met) if (id) levels.set(id, leastConsent(levels.get(id), level));
  const ids = { in: [...levels.keys()] };
  const [people, organisations] = await Promise.all([
    tx.person.findMany({ where: { id: ids }, select: { id: true, consentLevel: true } }),
    tx.organisation.findMany({ where: { id: ids }, select: { id: true, consentLevel: true } }),
  ]);
  const hidden = [...people, ...organisations].filter(
    ({ id, consentLevel }) => leastConsent(consentLevel, levels.get(id)) !== "named",
  );
  if (hidden.length === 0) return null;
  const names = await tx.recordText.findMany({
    where: { recordId: { in: hidden.map(({ id }) => id) } },
    select: { name: true },
  });
  return hiddenPattern(names.map(({ name }) => name));
}

function known(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
