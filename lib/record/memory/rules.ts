import { type Locale, locales } from "@/lib/i18n/locales";
import type { Sheet } from "@/lib/publishing/types";
import type { PartView, TextStatus } from "@/lib/record/editor/types";
import type { Offer, Wanted } from "@/lib/record/memory/types";

/** How many earlier translations stand beside one text. */
export const mostOffers = 4;
/** Less alike is no help; the query of the memory has the same limit (migration of the translation memory). */
const leastPercent = 60;

/** One version of the record: the words of its source language and of the translation that was put in force then. */
export type Version = { version: number; source: Sheet; words: Sheet };

/**
 * Likeness of two texts by the groups of three letters that both have, as PostgreSQL's pg_trgm counts it.
 *
 * @returns whole percent; 100 only for the very same text
 */
export function percentOf(a: string, b: string): number {
  if (a === b) return 100;
  const [left, right] = [groupsOf(a), groupsOf(b)];
  const shared = [...left].filter((group) => right.has(group)).length;
  const all = left.size + right.size - shared;
  return toPercent(all === 0 ? 0 : shared / all);
}

/** A share as percent, below 100: what is the very same is told before. */
export function toPercent(likeness: number): number {
  return Math.min(99, Math.round(likeness * 100));
}

function groupsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) => {
      const letters = [..."  ", ...word, " "];
      return letters.slice(2).map((_, index) => letters.slice(index, index + 3).join(""));
    }),
  );
}

/** What this text was translated by in earlier versions of the same record. */
export function offersOfVersions(path: string, source: string, now: string, versions: readonly Version[]): Offer[] {
  return versions.flatMap(({ version, source: then, words }): Offer[] => {
    const [before, text] = [then[path] ?? "", words[path] ?? ""];
    if (before === "" || text === "" || text === now) return [];
    const percent = percentOf(before, source);
    if (percent < leastPercent) return [];
    return [{ isWhole: true, percent, before, after: source, text, record: null, version }];
  });
}

/** The best of them, each text once: the likest first, whole texts before sentences. */
export function bestOffers(offers: readonly Offer[]): Offer[] {
  const sorted = [...offers].sort(
    (a, b) => Number(b.isWhole) - Number(a.isWhole) || b.percent - a.percent || (b.version ?? 0) - (a.version ?? 0),
  );
  const seen = new Set<string>();
  return sorted
    .filter(({ text }) => {
      if (seen.has(text)) return false;
      seen.add(text);
      return true;
    })
    .slice(0, mostOffers);
}

/** A sentence that is taken stands behind what is there; Chinese needs no space between sentences. */
export function appended(text: string, sentence: string, locale: Locale): string {
  if (text.trim() === "") return sentence;
  return `${text.trimEnd()}${locale === "zh" || text.endsWith("\n") ? "" : " "}${sentence}`;
}

/** Texts of the source that somebody has work with: without a translation, behind, a machine's, or being written now. */
export function wantedTexts(
  parts: Record<Locale, Pick<PartView, "sheet" | "mayEdit" | "changed">>,
  textStatus: Record<Locale, Record<string, TextStatus>>,
  sourceLocale: Locale,
): Wanted[] {
  return Object.entries(parts[sourceLocale].sheet).flatMap(([path, source]): Wanted[] => {
    const now = Object.fromEntries(
      locales.flatMap((locale): [Locale, string][] => {
        const { sheet, mayEdit, changed } = parts[locale];
        if (locale === sourceLocale || !mayEdit) return [];
        const isDone = textStatus[locale][path] === "current" && sheet[path] && !changed.includes(path);
        return isDone ? [] : [[locale, sheet[path] ?? ""]];
      }),
    );
    return Object.keys(now).length > 0 ? [{ path, source, now }] : [];
  });
}
