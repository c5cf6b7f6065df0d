import type { OutcomeKind, OutcomeStage, OutcomeTally, OutcomeView } from "@/lib/outcome/types";
import type { Words } from "@/lib/translation/types";

/** Whether the next step has a date, and whether that is past. Closed outcomes owe none. */
export const dueStates = ["undated", "dated", "overdue", "closed"] as const;
export type DueState = (typeof dueStates)[number];

/** What a reader asked of the register; empty lists ask for all. */
export type OutcomeFilter = {
  regions: string[];
  kinds: OutcomeKind[];
  stages: OutcomeStage[];
  dues: DueState[];
  page: number;
};

export type OutcomeRegister = {
  filter: OutcomeFilter;
  rows: OutcomeView[];
  total: number;
  pageCount: number;
  /** of all outcomes that match, not of this page alone */
  tally: OutcomeTally;
  /** how many outcomes each choice of a group would give; choices without any are left out of kinds */
  facets: {
    regions: { slug: string; name: Words; count: number }[];
    kinds: { kind: OutcomeKind; count: number }[];
    stages: { stage: OutcomeStage; count: number }[];
    dues: { due: DueState; count: number }[];
  };
};
