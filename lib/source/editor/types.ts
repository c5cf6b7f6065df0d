/** What staff enter about a source, as typed; "" is "not stated". */
export const sourceFields = ["title", "publisher", "url", "publishedOn", "supports", "region", "archivedUrl"] as const;
export type SourceField = (typeof sourceFields)[number];
export type SourceTexts = Record<SourceField, string>;

/** A source as its form shows it; `base` tells later what it was drawn from. */
export type SourceForm = { id: string; code: string; texts: SourceTexts; base: string; factCount: number };

export type SourceRow = {
  id: string;
  title: string;
  publisher: string;
  url: string | null;
  publishedOn: string | null;
  /** id; null: shared by all regions */
  regionId: string | null;
  factCount: number;
  mayEdit: boolean;
};

export type SourceFilter = {
  search: string;
  /** id of a region, or "shared" */
  region: string | null;
  page: number;
};

export type SourceList = { rows: SourceRow[]; total: number; page: number; pages: number };
