import type { ConsentLevel } from "@/lib/organisation/types";

const order: readonly ConsentLevel[] = ["counted", "sector", "named"];

/**
 * What may be shown where several consents meet: the least of all.
 *
 * @returns `counted` when there is none at all
 */
export function leastConsent(...levels: (ConsentLevel | null | undefined)[]): ConsentLevel {
  const given = levels.filter((level) => level !== null && level !== undefined);
  return order[Math.min(...given.map((level) => order.indexOf(level)))] ?? "counted";
}

/** What stands in a text where the name of somebody stood who did not agree to be named. */
const maskedName = "•••";

const han = /\p{Script=Han}/u;

/**
 * Finds names in texts that people wrote: whole words of letters with spaces between them, any place in Chinese.
 *
 * @param names all spellings; too short a one would spoil every text and is passed over
 * @returns     null where there is nothing to look for
 */
export function hiddenPattern(names: readonly string[]): RegExp | null {
  const parts = [...new Set(names.map((name) => name.normalize("NFC").trim()))]
    .filter((name) => (han.test(name) ? name.length >= 2 : name.length >= 4))
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      const text = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
      return han.test(name) ? text : `(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`;
    });
  return parts.length > 0 ? new RegExp(parts.join("|"), "giu") : null;
}

/** A text without the names that a pattern finds. */
export function maskText(text: string, hidden: RegExp | null): string {
  return hidden ? text.normalize("NFC").replace(hidden, maskedName) : text;
}
