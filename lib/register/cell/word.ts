import type { Locale } from "@/lib/i18n/locales";
import { locales } from "@/lib/i18n/locales";
import { isNotStated } from "@/lib/register/cell/number";
import type { Notice } from "@/lib/register/types";

/** How texts are compared: without case, signs and the two ways to write one Russian letter. */
export function plainWords(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[«»"'„“”‘’`()[\]{}.,:;!?*№#/\\|_–—-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** The words of one set of options in all languages, by what they mean. */
export type OptionBook = Map<string, string>;

/** @param words of each value in each language */
export function makeBook(
  words: Partial<Record<Locale, Record<string, string>>>,
  more: readonly (readonly [value: string, ...words: string[]])[] = [],
): OptionBook {
  const book: OptionBook = new Map();
  for (const [value, ...list] of more) for (const word of list) book.set(plainWords(word), value);
  for (const locale of locales) {
    for (const [value, word] of Object.entries(words[locale] ?? {})) {
      book.set(plainWords(value), value);
      book.set(plainWords(word), value);
    }
  }
  return book;
}

export type WordRead = { value: string; notices: Notice[] };

/**
 * One of a set of options by any of its words. A word that only resembles one is taken with a question.
 *
 * @returns "" where nothing is stated or no option is meant
 */
export function readOption(cell: string | number | boolean, book: OptionBook, column: number): WordRead {
  const stood = String(cell).trim();
  if (isNotStated(stood)) return { value: "", notices: [{ code: "not_stated", level: "note", column, stood }] };
  const plain = plainWords(stood);
  const exact = book.get(plain);
  if (exact !== undefined) return { value: exact, notices: [] };
  const near = [...book]
    .filter(([word]) => word.length >= 3 && (plain.startsWith(`${word} `) || ` ${plain} `.includes(` ${word} `)))
    .sort(([one], [other]) => other.length - one.length)[0];
  if (near) {
    return {
      value: near[1],
      notices: [{ code: "similar_word", level: "confirm", column, stood, understood: near[0] }],
    };
  }
  return { value: "", notices: [{ code: "not_known_word", level: "error", column, stood }] };
}

/** Several options in one cell, parted by commas, semicolons or lines. What is no option is left out and said. */
export function readOptions(cell: string | number | boolean, book: OptionBook, column: number): WordRead {
  const stood = String(cell).trim();
  if (isNotStated(stood)) return { value: "", notices: [{ code: "not_stated", level: "note", column, stood }] };
  const whole = book.get(plainWords(stood));
  const pieces = whole ? [stood] : stood.split(/[;,、，；\n]+/u).filter((one) => one.trim() !== "");
  const read = pieces.map((piece) => readOption(piece, book, column));
  const unknown = pieces.filter((_, index) => read[index]?.value === "");
  const value = [...new Set(read.flatMap((one) => one.value || []))].join(" ");
  const notices = read.flatMap((one) => one.notices).filter(({ level }) => level === "confirm");
  if (unknown.length > 0) {
    notices.push({
      code: "not_known_word",
      level: value ? "confirm" : "error",
      column,
      stood: unknown.join(", ").trim(),
    });
  }
  return { value, notices };
}
