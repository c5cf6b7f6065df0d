/** Where a record shows that it has to do with a place: its words, and places that it is linked to. */
export type Traces = { texts: readonly string[]; placeIds: readonly (string | null)[] };

/** What is known of a place: the ids of itself and of places in it, and its names in all languages. */
export type KnownPlace = { ids: ReadonlySet<string>; names: readonly string[] };

const han = /\p{Script=Han}/u;
const cyrillic = /\p{Script=Cyrillic}/u;
const genericWords = /^(?:Провинция|Город|City of)\s+|\s+(?:Province|City)$|(?<=..)(?:省|市)$/u;

/** A name as running text uses it: without the word for province or city. */
export function bareName(name: string): string {
  return name.trim().replace(genericWords, "");
}

/**
 * Does a text name the place? Chinese is searched as it stands; Russian with its endings; English as whole words.
 *
 * @param name  as in the records, with or without the word for province or city
 */
export function isNamedIn(text: string, name: string): boolean {
  const bare = bareName(name);
  if (bare.length < 2) return false;
  if (han.test(bare)) return text.includes(bare);
  const escaped = bare.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = cyrillic.test(bare)
    ? `(?<!\\p{L})${escaped.replace(/[йь]$/u, "")}\\p{L}{0,5}(?!\\p{L})`
    : `(?<!\\p{L})${escaped}(?!\\p{L})`;
  return new RegExp(pattern, "u").test(text);
}

/**
 * Has a record to do with a place? It is linked to the place or to one in it, or its words name the place.
 * The page says this rule.
 */
export function belongsTo({ texts, placeIds }: Traces, { ids, names }: KnownPlace): boolean {
  return (
    placeIds.some((id) => id !== null && ids.has(id)) ||
    texts.some((text) => names.some((name) => isNamedIn(text, name)))
  );
}

/** Newest beginning first, what has no date last; the order of equals stays. */
export function newestFirst(a: { dates: { from: string } | null }, b: { dates: { from: string } | null }): number {
  return (b.dates?.from ?? "").localeCompare(a.dates?.from ?? "");
}
