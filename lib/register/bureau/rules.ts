import type { Locale } from "@/lib/i18n/locales";
import type { BureauProblem, BureauText } from "@/lib/register/bureau/types";
import { longestName, longestSummary, textFields } from "@/lib/translation/fields";
import { keepsNumbers } from "@/lib/translation/machine/rules";
import { wrongTerms } from "@/lib/translation/terms";

/** Names a text in the file; nobody is to change it. */
export function bureauKey({ recordId, path, version }: Pick<BureauText, "recordId" | "path" | "version">): string {
  return `${recordId}/${path}/${version}`;
}

export type BureauKey = { recordId: string; path: string; version: number };

/** @returns null for what is no key */
export function readBureauKey(text: string): BureauKey | null {
  const [, recordId, path, version] =
    /^([0-9a-f-]{36})\/(name|summary|texts\.[0-9a-f-]{36}\.[A-Za-z]{1,40})\/(\d{1,9})$/.exec(text.trim()) ?? [];
  return recordId && path && version ? { recordId, path, version: Number(version) } : null;
}

/** Most characters of a text by its path. */
function longest(path: string): number {
  if (path === "name") return longestName;
  if (path === "summary") return longestSummary;
  const field = path.split(".").at(-1);
  return Math.max(0, ...textFields.filter((one) => one.field === field).map(({ maxLength }) => maxLength));
}

/** What is to be said of a translation beside its source; the first that leaves it out ends the search. */
export function checkTranslation(
  { path, source, from }: Pick<BureauText, "path" | "source" | "from">,
  text: string,
  to: Locale,
): { problem: BureauProblem; detail: string }[] {
  if (text.length > longest(path)) return [{ problem: "too_long", detail: String(longest(path)) }];
  const hasOwnLetters = /\p{L}/u.test(source) && !/^[\p{Script=Latin}\P{L}]*$/u.test(source);
  if (text === source && hasOwnLetters) return [{ problem: "not_translated", detail: source.slice(0, 80) }];
  const found: { problem: BureauProblem; detail: string }[] = [];
  if (!keepsNumbers(source, text)) found.push({ problem: "numbers", detail: text.slice(0, 80) });
  if (/<\/?[a-z][^>]*>/i.test(text)) found.push({ problem: "markup", detail: text.slice(0, 80) });
  for (const { wrong, right } of wrongTerms(source, text, from, to)) {
    found.push({ problem: "term", detail: `${wrong} → ${right}` });
  }
  return found;
}
