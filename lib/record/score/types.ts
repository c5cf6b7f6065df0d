import type { FindingCode } from "@/lib/record/finding/types";

/**
 * What a region is measured by. Each criterion is a share of things that are as they should be; what they are stands in
 * messages/…/score.json, where staff read it. The list of things to do names what is missing, where it can.
 */
export const criteria = {
  facts_current: "fact_due",
  languages_current: "translation_late",
  promises_dated: "promise_undated",
  promises_owned: "promise_unowned",
  promises_on_time: "promise_overdue",
  sites_contact: "contact_missing",
  sites_position: null,
  sites_free_area: null,
  sites_utilities: null,
  sites_picture: null,
  pictures_alt: "alt_missing",
  links_work: "link_broken",
} as const satisfies Record<string, FindingCode | null>;
export type Criterion = keyof typeof criteria;

/** `good` of `of`; a criterion without anything to measure does not count. */
export type Measure = { criterion: Criterion; good: number; of: number };

export type RegionScore = {
  id: string;
  name: string;
  /** 0 to 100; null where there is nothing to measure yet */
  score: number | null;
  measures: Measure[];
};
