import { describe, expect, it } from "vitest";
import { lacksOf, lacksOfSheets, stageIn, withOwnersAndStep } from "@/lib/programme/ledger/rules";
import { letterFor } from "@/lib/programme/reminder/rules";

describe("what a promise lacks", () => {
  const nothing = {
    stage: "agreed" as const,
    hasOwner: { ru: false, cn: false },
    hasNextStep: false,
    hasDue: false,
    hasNoFollowUp: false,
  };

  it("is all four things at first, and nothing once both sides agreed that nothing follows or it is closed", () => {
    expect(lacksOf(nothing)).toEqual(["owner_ru", "owner_cn", "next_step", "due"]);
    expect(lacksOf({ ...nothing, hasNoFollowUp: true })).toEqual([]);
    expect(lacksOf({ ...nothing, stage: "discontinued" })).toEqual([]);
  });

  it("is read from sheets in work, in any language", () => {
    const shared = { "rows.owners.ru.post": "директор парка", "values.dueOn": "2027-03-01" };
    expect(lacksOfSheets("id", "agreed", shared, [{}, { "texts.id.nextStep": "签署备忘录" }])).toEqual(["owner_cn"]);
  });
});

describe("owners and steps of a form", () => {
  it("name a side only where somebody is named", () => {
    const sheet = withOwnersAndStep({ "rows.owners.ru.post": "директор", "rows.owners.cn.side": "cn" }, null);
    expect(sheet).toEqual({ "rows.owners": "ru", "rows.owners.ru.post": "директор", "rows.owners.ru.side": "ru" });
  });

  it("add a step once, however often the form is sent", () => {
    const step = { id: "s1", toStage: "signed", happenedOn: "2026-12-14", reason: "", sourceId: "", assetId: "" };
    const once = withOwnersAndStep({}, step);
    expect(once["rows.steps"]).toBe("s1");
    expect(withOwnersAndStep(once, step)).toEqual(once);
    expect(stageIn(once, "announced")).toBe("signed");
    expect(stageIn({}, "agreed")).toBe("agreed");
  });
});

describe("the letter for a due date", () => {
  it("is one at a time: two weeks before, three days before, and when it has passed", () => {
    expect([20, 15, 14, 4, 3, 0, -1, -40].map(letterFor)).toEqual([null, null, 14, 14, 3, 3, -1, -1]);
  });
});
