import type { Locale } from "@/lib/db/generated/enums";
import type { EditableKind } from "@/lib/record/shapes";

/** What the rest of the staff area knows of a record before it looks into it. */
export type RecordHead = {
  id: string;
  kind: EditableKind;
  slug: string | null;
  regionId: string | null;
  version: number;
  state: "draft" | "published" | "withdrawn";
  sourceLocale: Locale;
  sectors: string[];
  /** zone for moments that name none: that of the region, else UTC */
  zone: string;
};
