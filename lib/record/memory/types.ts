import type { Locale } from "@/lib/i18n/locales";

/** A source text that somebody translates, and what stands in its translations now. */
export type Wanted = { path: string; source: string; now: Partial<Record<Locale, string>> };

/** By language and path of words. */
export type Offers = Record<Locale, Record<string, Offer[]>>;

/** An earlier translation of the same or a similar text. */
export type Offer = {
  /** of the whole text, or of one sentence of it */
  isWhole: boolean;
  /** how like the source text it was made from is, whole percent; 100 only where it is the very same */
  percent: number;
  /** what was translated then, and what stands in its place now */
  before: string;
  after: string;
  text: string;
  /** `name` in the reader's language; `id` null: he may not open it */
  record: { id: string | null; name: string; lang: Locale } | null;
  /** of the same record, from an earlier version of it */
  version: number | null;
};
