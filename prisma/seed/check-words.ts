import type { Fault } from "./fault";
import { isObject, walk } from "./json";

const LANGUAGES = ["ru", "zh", "en"] as const;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const HAN = /\p{Script=Han}/u;

/** What may not stand in a language, and why. Chinese follows GB/T 15834: full-width marks, one dash in ranges. */
const RULES: [language: (typeof LANGUAGES)[number], pattern: RegExp, reason: string][] = [
  ["zh", CYRILLIC, "has Cyrillic letters"],
  ["en", CYRILLIC, "has Cyrillic letters"],
  ["ru", HAN, "has Chinese characters"],
  ["en", HAN, "has Chinese characters"],
  ["zh", /\u2013/, "has an en dash; a range takes a single —"],
  ["zh", /\p{Script=Han}[,;:?!.()]|[,;:?!()]\p{Script=Han}/u, "has Western punctuation beside Chinese characters"],
  ["zh", /\p{Script=Han} \p{Script=Han}/u, "has a space between Chinese characters"],
];

/**
 * Looks at every text of a file: all three languages filled, each in its own script, no stray white space, and no member
 * that is null or empty (unknown is left out).
 */
export function checkWords(file: string, root: unknown): Fault[] {
  const faults: Fault[] = [];
  walk(root, (value, path) => {
    if (value === null || value === "") {
      faults.push({ file, path, reason: "is empty: leave out what is not known" });
    } else if (isText(value)) {
      for (const reason of faultsOf(value)) faults.push({ file, path, reason });
    }
  });
  return faults;
}

/** Anything with a translated word is taken for a text; a lone `ru` may be the owner on the Russian side. */
function isText(value: unknown): value is Record<string, unknown> {
  return isObject(value) && ("zh" in value || "en" in value);
}

function faultsOf(text: Record<string, unknown>): string[] {
  const reasons: string[] = [];
  for (const language of LANGUAGES) {
    const words = text[language];
    if (typeof words !== "string" || words.trim() === "") reasons.push(`has no text in "${language}"`);
    else if (words !== words.trim() || /\s{2,}/.test(words)) reasons.push(`has stray white space in "${language}"`);
  }
  for (const [language, pattern, reason] of RULES) {
    const words = text[language];
    if (typeof words === "string" && pattern.test(words)) reasons.push(`"${language}" ${reason}`);
  }
  return reasons;
}
