import { plainWords } from "@/lib/register/cell/word";

/** Words that many regions have in their names, and those that say nothing. */
const generic = /^(?:область|край|республика|округ|автономн(?:ый|ая)|город|г|region|oblast|krai|republic|okrug)$/;

/**
 * The region that a cell names: by its code, its address or its name, also as people shorten it: "ХМАО - Югра",
 * "Тверская обл.", "г. Москва". Each word must be explained, and by one region alone.
 *
 * @param regions ids by their names as `plainWords` writes them
 */
export function findRegion(cell: string, regions: ReadonlyMap<string, string>): string | undefined {
  const plain = plainWords(cell);
  const exact = regions.get(plain);
  if (exact !== undefined) return exact;
  const words = plain.split(" ");
  const found = new Set([...regions].filter(([name]) => isShortFor(words, name.split(" "))).map(([, id]) => id));
  return found.size === 1 ? [...found][0] : undefined;
}

function isShortFor(words: readonly string[], name: readonly string[]): boolean {
  const initials = name.map((word) => word[0]).join("");
  const isInitials = (word: string) => word.length >= 3 && initials.includes(word);
  const isPart = (word: string) => name.some((one) => one === word || (word.length >= 3 && one.startsWith(word)));
  const says = (word: string) => isInitials(word) || (word.length >= 4 && !generic.test(word) && name.includes(word));
  return words.some(says) && words.every((word) => isInitials(word) || isPart(word) || /^(?:г|город|ао)$/.test(word));
}
