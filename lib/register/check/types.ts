import type { RecordDocument } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import type { Bounds } from "@/lib/register/cell/place";
import type { ImportField } from "@/lib/register/fields";
import type { BatchHead, Notice } from "@/lib/register/types";
import type { AllMessages } from "@/lib/register/words";

/** Records of one kind by what a table calls them. */
export type NameIndex = {
  bySlug: ReadonlyMap<string, string>;
  /** in any language, as `plainWords` writes it; several may have one name */
  byName: ReadonlyMap<string, readonly string[]>;
};

/** What a batch is compared with. */
export type CheckContext = {
  batch: BatchHead;
  all: AllMessages;
  region: { id: string; slug: string; zone: string; bounds: Bounds | null };
  /** every region by its names and its slug */
  regions: ReadonlyMap<string, string>;
  /** of the batch's region */
  sites: NameIndex;
  links: Record<"place" | "regime" | "organisation", NameIndex>;
  organisationByTaxNumber: ReadonlyMap<string, string>;
  /** addresses that sites have, had or are to have */
  takenSlugs: Set<string>;
  /** records that somebody has a draft of, with his name */
  drafted: ReadonlyMap<string, string>;
};

/** One cell as it was understood. */
export type ReadCell = {
  field: ImportField;
  /** null: a value for all rows */
  column: number | null;
  /** as a sheet holds it; "" is not stated */
  value: string;
  qualifier?: string;
  valueTo?: string;
};

export type ReadRow = { number: number; cells: ReadCell[]; notices: Notice[] };

/** A record as it is, and as the file wants it. */
export type Draft = {
  head: RecordHead;
  isNew: boolean;
  before: RecordDocument;
  after: RecordDocument;
  /** which cell a text of the sheets comes from */
  origins: Map<string, { row: ReadRow; column: number | null }>;
  rows: ReadRow[];
};
