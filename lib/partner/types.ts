import type { EventRow } from "@/lib/event/types";
import type { OutcomeTally, OutcomeView } from "@/lib/outcome/types";
import type { PartnerRow, RegionRef } from "@/lib/region/types";
import type { PartialDate } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";
import type { VisitRow } from "@/lib/visit/types";

/** The tie of a region, or of a town of it, with a place in China. */
export type PartnerTie = PartnerRow & {
  region: RegionRef;
  placeKind: "province" | "city" | "municipality";
  summary: Words | null;
};

/** A tie in the list of all, with how much of it is on record. */
export type PartnerListRow = PartnerTie & { visitCount: number; latestVisit: PartialDate | null };

/** What happened between the two, each with its date. Undated entries stand last. */
export type TimelineEntry = { dates: PartialDate | null } & (
  | {
      kind: "visit";
      visit: VisitRow;
      /** those that name the place */
      outcomes: OutcomeView[];
      /** the visit's other outcomes, such as those with other places of the same trip */
      otherCount: number;
    }
  /** of a visit that was not to the place, or a stage that was reached after the visit */
  | { kind: "outcome"; outcome: OutcomeView }
  | { kind: "event"; event: EventRow }
  /** the beginning of the relation itself */
  | { kind: "relation" }
);

export type PartnerView = PartnerTie & {
  /** newest first */
  timeline: TimelineEntry[];
  /** of all outcomes in the timeline */
  tally: OutcomeTally;
  /** other ties of the same region */
  ofRegion: PartnerTie[];
  /** ties of other regions with the same place */
  ofPlace: PartnerTie[];
};
