import type { OutcomeView } from "@/lib/outcome/types";
import type { Country, RegionRef } from "@/lib/region/types";
import type { PartialDate, Provenance } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";
import type { VisitRow } from "@/lib/visit/types";

export const eventKinds = ["forum", "exhibition", "ceremony", "signing"] as const;
export type EventKind = (typeof eventKinds)[number];

/** One forum or exhibition in a list. */
export type EventRow = {
  slug: string;
  kind: EventKind;
  name: Words;
  summary: Words | null;
  place: Words | null;
  country: Country;
  dates: PartialDate | null;
  /** last day is before today; null where no date is known */
  isPast: boolean | null;
  /** whose forum it is; null for one that several regions go to */
  region: RegionRef | null;
  visitCount: number;
  outcomeCount: number;
  provenance: Provenance;
};

/** One event with the delegations that came to it and what was promised there or about it. */
export type EventView = EventRow & { visits: VisitRow[]; outcomes: OutcomeView[] };
