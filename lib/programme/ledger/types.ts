import type { OutcomeKind, OutcomeStage } from "@/lib/outcome/types";
import type { Words } from "@/lib/translation/types";

export const ledgerViews = ["open", "undated", "overdue", "unowned", "closed", "all"] as const;
export type LedgerView = (typeof ledgerViews)[number];

export type LedgerFilter = { view: LedgerView; region: string | null; visit: string | null };

/** What an entry still lacks: it is asked of everything that somebody owes. */
export const lacks = ["owner_ru", "owner_cn", "next_step", "due"] as const;
export type Lack = (typeof lacks)[number];

/** One promise as staff see it: as it is in force, and whether more is in work. */
export type LedgerRow = {
  id: string;
  name: Words | null;
  visit: { id: string; name: Words | null } | null;
  kind: OutcomeKind | null;
  stage: OutcomeStage;
  owners: { ru: Words | null; cn: Words | null };
  nextStep: Words | null;
  dueOn: string | null;
  isOverdue: boolean;
  hasNoFollowUp: boolean;
  lacks: Lack[];
  /** not in force yet, or with changes that are not */
  isDrafted: boolean;
  isInForce: boolean;
};
