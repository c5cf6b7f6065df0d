import { describe, expect, it } from "vitest";
import { parseDay } from "@/lib/core/dates";
import { isOpen, isOverdue, tallyOf } from "@/lib/outcome/rules";
import { outcomeStages } from "@/lib/outcome/types";

const open = ["announced", "agreed", "signed", "in_work"];

describe("an outcome", () => {
  it.each(outcomeStages)("at %s owes a step or not", (stage) => {
    expect(isOpen(stage)).toBe(open.includes(stage));
  });

  it.each([
    ["2026-12-30", false],
    ["2026-12-31", false],
    ["2027-01-01", true],
  ])("due by the end of 2026 is overdue on %s: %s", (today, expected) => {
    const dueOn = parseDay("2026-12-31");
    expect(isOverdue({ stage: "agreed", dueOn, today: parseDay(today) })).toBe(expected);
  });

  it("is never overdue without a date or when it is closed", () => {
    const today = parseDay("2030-01-01");
    const dueOn = parseDay("2026-12-31");
    expect(isOverdue({ stage: "agreed", dueOn: null, today })).toBe(false);
    for (const stage of ["launched", "kept", "discontinued"] as const) {
      expect(isOverdue({ stage, dueOn, today })).toBe(false);
    }
  });
});

describe("the tally of outcomes", () => {
  const bare = { isDated: false, isOwned: false, isOverdue: false, hasNoFollowUp: false };

  it("of none is all zeros", () => {
    expect(tallyOf([])).toEqual({ total: 0, undated: 0, unowned: 0, overdue: 0, byStage: {} });
  });

  it("counts what is missing of open ones only", () => {
    const stages = outcomeStages.map((stage) => ({ stage, ...bare }));
    expect(tallyOf(stages)).toMatchObject({ total: 7, undated: 4, unowned: 4, overdue: 0 });
  });

  it("asks nothing of those of which both sides agreed that nothing follows", () => {
    expect(tallyOf([{ stage: "announced", ...bare, hasNoFollowUp: true }])).toMatchObject({ undated: 0, unowned: 0 });
  });

  it("counts each thing for itself", () => {
    const tally = tallyOf([
      { stage: "announced", ...bare, isDated: true },
      { stage: "announced", ...bare, isOwned: true },
      { stage: "signed", ...bare, isDated: true, isOwned: true, isOverdue: true },
    ]);
    expect(tally).toEqual({ total: 3, undated: 1, unowned: 1, overdue: 1, byStage: { announced: 2, signed: 1 } });
  });
});
