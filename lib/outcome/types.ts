import type { OrganisationView } from "@/lib/organisation/types";
import type { RegionRef, Sector } from "@/lib/region/types";
import type { PartialDate, Provenance } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

export const outcomeKinds = [
  "memorandum",
  "agreement",
  "joint_venture",
  "joint_rnd",
  "technology_transfer",
  "supply",
  "preliminary",
  "negotiation",
  "intent",
  "invitation",
  "service_promise",
  "twin_relation",
  "announcement",
] as const;
export type OutcomeKind = (typeof outcomeKinds)[number];

/** Rungs of the ladder in order, then the two ways of being closed. */
export const outcomeStages = ["announced", "agreed", "signed", "in_work", "launched", "kept", "discontinued"] as const;
export type OutcomeStage = (typeof outcomeStages)[number];

/** Who owes the next step on one side; null: nobody was named, which the page says. No name: named, but not to the public. */
export type OutcomeOwnerView = { name: Words | null } | null;

export type OutcomeView = {
  slug: string;
  kind: OutcomeKind;
  stage: OutcomeStage;
  name: Words;
  /** number of papers, where the report counts them */
  documentCount: number | null;
  parties: OrganisationView[];
  partiesNote: Words | null;
  site: { slug: string; regionSlug: string; name: Words } | null;
  sectors: Sector[];
  owners: { ru: OutcomeOwnerView; cn: OutcomeOwnerView };
  nextStep: Words | null;
  /** last day by which the next step is due */
  due: PartialDate | null;
  /** what was said of the time when no date was: "soon" */
  dueText: Words | null;
  isOverdue: boolean;
  /** both sides agreed that nothing follows */
  hasNoFollowUp: boolean;
  /** when the present stage was reached, where known */
  reachedOn: PartialDate | null;
  discontinuedReason: string | null;
  visit: { slug: string; region: RegionRef; name: Words; dates: PartialDate | null } | null;
  /** the forum or exhibition that it is about or was made at */
  event: { slug: string; name: Words; dates: PartialDate | null } | null;
  /** page of the unfiltered register on which it stands */
  registerPage: number;
  provenance: Provenance;
};

/** Counts over some outcomes. `undated` (no due date), `unowned` (no owner on either side) and `overdue` count open ones of which something follows. */
export type OutcomeTally = {
  total: number;
  undated: number;
  unowned: number;
  overdue: number;
  byStage: Partial<Record<OutcomeStage, number>>;
};
