/** How much of a date is known. A beginning stores its first day, a deadline its last. */
export const datePrecisions = ["day", "week", "month", "quarter", "half", "year"] as const;
export type DatePrecision = (typeof datePrecisions)[number];

/** A date or period no finer than known. `from` and `to` are ISO days (YYYY-MM-DD), inclusive. */
export type PartialDate = { from: string; to: string; precision: DatePrecision };

/** fresh: until review-by · ageing: 12 months after it, or without an as-of date · stale: later, or past a legal term. */
export type Freshness = "fresh" | "ageing" | "stale";

export const qualifiers = ["about", "almost", "more_than", "less_than", "estimate", "forecast", "target"] as const;
export type Qualifier = (typeof qualifiers)[number];

/** A document or report that a fact rests on. Title and publisher stand in the source's own language. */
export type SourceView = {
  code: string;
  title: string;
  publisher: string;
  url: string | null;
  /** ISO day; null: the source carries no date, which is said */
  publishedOn: string | null;
  /** what of the portal this source backs, and where it disagrees with others; written in English */
  supports: string;
  /** slug of the region whose source it is; null where several share it */
  region: string | null;
};

/** A source in the list of all, and how many facts that readers can see cite it. */
export type ListedSource = SourceView & { factCount: number };

/** What one source says about one fact. One that disagrees stays readable with its own value. */
export type CitationView = { source: SourceView; agrees: boolean; says: string | null; saysValue: number | null };

/** Where a fact comes from, as of when, until when it counts. Newest source first; at least one citation. */
export type Provenance = {
  asOf: PartialDate | null;
  reviewBy: PartialDate | null;
  /** ISO day on which the region said last that it is still true */
  checkedOn: string | null;
  freshness: Freshness;
  citations: CitationView[];
};

/** A number that may be shown: never without its provenance. `valueTo` is the upper end of a range. */
export type Figure = { value: number; valueTo: number | null; qualifier: Qualifier | null; provenance: Provenance };
