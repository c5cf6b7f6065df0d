import type { RecordKind } from "@/lib/auth/rules";

/** Kinds whose records have an address or an anchor, and so a slug. */
const kindsWithPage: readonly RecordKind[] = [
  "region",
  "site",
  "visit",
  "outcome",
  "event",
  "project",
  "place",
  "measure",
  "regime",
  "crossing",
];

export function hasPage(kind: RecordKind): boolean {
  return kindsWithPage.includes(kind);
}

/** The Russian letters in the order of their codes from U+0430, in Latin letters as passports write them. */
const latin = "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia"
  .split(" ")
  .map((one) => one.replace("-", ""));
const firstLetter = 0x430;
/** U+0451, which stands behind the others. */
const yo = 0x451;

/** A small Russian letter in Latin letters; "" for those that have none; undefined for any other letter. */
export function latinLetter(letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0;
  return code === yo ? "e" : latin[code - firstLetter];
}

const longestSlug = 60;

/**
 * An address made of a name.
 *
 * @param name in Russian or English
 * @returns    lower-case letters, digits and single hyphens; "" where nothing of the name can be written so
 */
export function slugOf(name: string): string {
  const letters = [...name.normalize("NFC").toLowerCase()].map((letter) => latinLetter(letter) ?? letter);
  return letters
    .join("")
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longestSlug)
    .replace(/^-+|-+$/g, "");
}
