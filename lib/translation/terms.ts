import { z } from "zod";
import type { Locale } from "@/lib/i18n/locales";
import glossary from "@/lib/translation/glossary.json";

const byLanguage = z.partialRecord(z.enum(["ru", "zh", "en"]), z.string());
const termSchema = z.object({
  id: z.string(),
  ru: z.string(),
  zh: z.string(),
  en: z.string(),
  abbr: byLanguage.optional(),
  avoid: z.partialRecord(z.enum(["ru", "zh", "en"]), z.array(z.string())).optional(),
});

/** A term of the glossary as a text uses it: what stands there, and what should. */
export type TermNote = { id: string; wrong: string; right: string };

type Term = z.infer<typeof termSchema>;

const terms: readonly Term[] = z.array(termSchema).parse(glossary);

/** How the glossary renders the terms that these texts use, each once. */
export function termPairs(texts: readonly string[], from: Locale, to: Locale): { from: string; to: string }[] {
  const used = new Set(texts.flatMap((text) => termsIn(text, from)));
  return [...used].map((term) => ({ from: term[from], to: term[to] }));
}

/** Which terms a text uses. Looked up by the plain beginning of a word first: nearly all terms are not there. */
function termsIn(text: string, locale: Locale): Term[] {
  const lower = text.toLowerCase();
  return terms.filter((term) =>
    [term[locale], term.abbr?.[locale]].some(
      (form) => form !== undefined && lower.includes(beginningOf(form)) && occurrence(form).test(text),
    ),
  );
}

function beginningOf(form: string): string {
  return stemOf(form.split(/\s+/)[0] ?? "").toLowerCase();
}

/** Russian and English words change their endings: of longer words the beginning counts. */
function stemOf(word: string): string {
  if (/\p{Script=Han}/u.test(word) || word.length < 4) return word;
  return word.slice(0, word.length > 4 ? -2 : -1);
}

/**
 * Looks for terms of the source whose rendering the glossary warns of: 经济特区 for a ТОР, which is a 超前发展区. A word is
 * only wrong where the source has its term, because elsewhere it may be right.
 *
 * @returns wrong renderings, each once, in the order of the glossary
 */
export function wrongTerms(source: string, text: string, from: Locale, to: Locale): TermNote[] {
  if (from === to || source === "" || text === "") return [];
  const used = termsIn(source, from);
  const warned = used.filter((term) => (term.avoid?.[to]?.length ?? 0) > 0);
  if (warned.length === 0) return [];
  // A wrong form may be a part of a right one: 开发区 in 经济技术开发区.
  const rest = used.reduce((left, term) => left.replaceAll(term[to], " "), text);
  return warned.flatMap((term) => {
    const wrong = term.avoid?.[to]?.find((one) => contains(rest, one, to));
    return wrong === undefined ? [] : [{ id: term.id, wrong, right: term[to] }];
  });
}

function contains(text: string, part: string, locale: Locale): boolean {
  return locale === "zh" ? text.includes(part) : occurrence(part).test(text);
}

const occurrences = new Map<string, RegExp>();

/** Finds a form in running text, whatever the endings of its words; made when it is first needed. */
function occurrence(form: string): RegExp {
  const known = occurrences.get(form);
  if (known) return known;
  const words = form.split(/\s+/).map((word) => {
    const stem = stemOf(word);
    return stem === word ? escaped(word) : `${escaped(stem)}\\p{L}*`;
  });
  const pattern = /\p{Script=Han}/u.test(form) ? escaped(form) : `(?<!\\p{L})${words.join("[\\s\\u00a0]+")}(?!\\p{L})`;
  const made = new RegExp(pattern, "iu");
  occurrences.set(form, made);
  return made;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
