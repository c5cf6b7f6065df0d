import type { OutcomeStage, OutcomeTally, OutcomeView } from "@/lib/outcome/types";

/** Rows on one page of the register. */
export const outcomesPerPage = 50;

const closedStages: readonly OutcomeStage[] = ["launched", "kept", "discontinued"];

/** Does somebody still owe a step? Launched, kept and discontinued outcomes are closed. */
export function isOpen(stage: OutcomeStage): boolean {
  return !closedStages.includes(stage);
}

/** Is the next step late? A due date counts to its last known day. */
export function isOverdue({ stage, dueOn, today }: { stage: OutcomeStage; dueOn: Date | null; today: Date }): boolean {
  return isOpen(stage) && dueOn !== null && dueOn < today;
}

type Counted = {
  stage: OutcomeStage;
  isDated: boolean;
  isOwned: boolean;
  isOverdue: boolean;
  hasNoFollowUp: boolean;
};

/** Counts outcomes for a list or a head; an empty list gives zeros. */
export function tallyOf(outcomes: readonly Counted[]): OutcomeTally {
  const open = outcomes.filter(({ stage, hasNoFollowUp }) => isOpen(stage) && !hasNoFollowUp);
  const byStage: OutcomeTally["byStage"] = {};
  for (const { stage } of outcomes) byStage[stage] = (byStage[stage] ?? 0) + 1;
  return {
    total: outcomes.length,
    undated: open.filter(({ isDated }) => !isDated).length,
    unowned: open.filter(({ isOwned }) => !isOwned).length,
    overdue: open.filter((outcome) => outcome.isOverdue).length,
    byStage,
  };
}

/** Counts outcomes as they are shown; an owner on either side is an owner. */
export function tallyOfViews(
  outcomes: readonly Pick<OutcomeView, "stage" | "due" | "owners" | "isOverdue" | "hasNoFollowUp">[],
): OutcomeTally {
  return tallyOf(
    outcomes.map(({ stage, due, owners, isOverdue: isLate, hasNoFollowUp }) => ({
      stage,
      isDated: due !== null,
      isOwned: owners.ru !== null || owners.cn !== null,
      isOverdue: isLate,
      hasNoFollowUp,
    })),
  );
}
