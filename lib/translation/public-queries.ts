import "server-only";
import { db } from "@/lib/db/client";
import { type Locale, locales } from "@/lib/i18n/locales";
import { pick } from "@/lib/translation/rules";
import type { Words } from "@/lib/translation/types";

/** Fields that no public page may show, whatever the record's state. */
const privateFields = ["workingNote", "result"];

type Texts = Partial<Record<Locale, string | null>>;

/**
 * The published words of some records, in a reader's language with its fall-backs. A record that is not published, or a
 * language of it that is not, has no words here.
 */
export class WordBook {
  readonly #locale: Locale;
  readonly #names: ReadonlyMap<string, Texts>;
  readonly #summaries: ReadonlyMap<string, Texts>;
  readonly #words: ReadonlyMap<string, Texts>;

  constructor(
    locale: Locale,
    names: ReadonlyMap<string, Texts>,
    summaries: ReadonlyMap<string, Texts>,
    words: ReadonlyMap<string, Texts>,
  ) {
    this.#locale = locale;
    this.#names = names;
    this.#summaries = summaries;
    this.#words = words;
  }

  /** The same words without what a rule takes out of them. */
  changed(change: (text: string) => string): WordBook {
    const all = (texts: ReadonlyMap<string, Texts>) =>
      new Map(
        [...texts].map(([id, one]): [string, Texts] => [
          id,
          Object.fromEntries(Object.entries(one).map(([lang, text]) => [lang, text && change(text)])),
        ]),
      );
    return new WordBook(this.#locale, all(this.#names), all(this.#summaries), all(this.#words));
  }

  /** @returns null when the record is not published in any language */
  name(recordId: string): Words | null {
    return pick(this.#names.get(recordId) ?? {}, this.#locale);
  }

  /** The name in one language, with no fall-back. */
  nameIn(recordId: string, locale: Locale): string | null {
    return this.#names.get(recordId)?.[locale] ?? null;
  }

  /** @throws Error for a record that is not published: its query should not have found it */
  nameOf(recordId: string): Words {
    const name = this.name(recordId);
    if (!name) throw new Error(`record ${recordId} has no published name`);
    return name;
  }

  summary(recordId: string): Words | null {
    return pick(this.#summaries.get(recordId) ?? {}, this.#locale);
  }

  word(partId: string, field: string): Words | null {
    return pick(this.#words.get(`${partId}/${field}`) ?? {}, this.#locale);
  }

  /** A word that the database demands of its row. */
  wordOf(partId: string, field: string): Words {
    const word = this.word(partId, field);
    if (!word) throw new Error(`${field} of ${partId} has no published text`);
    return word;
  }

  /** The names in the languages that `name` does not give. */
  otherNamesOf(recordId: string): Words[] {
    const shown = this.name(recordId)?.lang;
    return locales.flatMap((lang) => {
      const text = this.nameIn(recordId, lang);
      return text && lang !== shown ? [{ text, lang }] : [];
    });
  }

  /** All languages of a record's name and summary, or of one field of a part; for searching in, not for showing. */
  inAllLanguages(id: string, field?: string): string[] {
    const texts = field ? [this.#words.get(`${id}/${field}`)] : [this.#names.get(id), this.#summaries.get(id)];
    return texts.flatMap((one) => Object.values(one ?? {})).flatMap((text) => text ?? []);
  }

  /** Languages in which the record is published. */
  localesOf(recordId: string): Locale[] {
    return locales.filter((locale) => this.nameIn(recordId, locale) !== null);
  }
}

/**
 * Reads the words of records for public pages.
 *
 * @param fields  only these words beside name and summary; all when left out
 */
export async function loadWords(
  recordIds: readonly string[],
  locale: Locale,
  fields?: readonly string[],
): Promise<WordBook> {
  const ids = [...new Set(recordIds)];
  const published = { in: ids };
  const [texts, words] = await Promise.all([
    db().recordText.findMany({
      where: { recordId: published, state: "published", record: { state: "published" } },
      select: { recordId: true, locale: true, name: true, summary: true },
    }),
    fields?.length === 0
      ? []
      : db().partText.findMany({
          where: {
            recordId: published,
            field: { notIn: privateFields, ...(fields ? { in: [...fields] } : {}) },
            text: { state: "published", record: { state: "published" } },
          },
          select: { partId: true, field: true, locale: true, value: true },
        }),
  ]);
  const names = new Map<string, Texts>();
  const summaries = new Map<string, Texts>();
  const others = new Map<string, Texts>();
  for (const { recordId, locale: lang, name, summary } of texts) {
    add(names, recordId, lang, name);
    add(summaries, recordId, lang, summary);
  }
  for (const { partId, field, locale: lang, value } of words) add(others, `${partId}/${field}`, lang, value);
  return new WordBook(locale, names, summaries, others);
}

function add(texts: Map<string, Texts>, key: string, lang: Locale, value: string | null): void {
  const known = texts.get(key) ?? {};
  known[lang] = value;
  texts.set(key, known);
}
