import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { outcomeKinds } from "@/lib/outcome/types";
import { hashOf, toJson } from "@/prisma/seed/hash";
import { stageOf } from "@/prisma/seed/load-outcome";

describe("the stage of an outcome", () => {
  it.each([
    ["announced", "announced"],
    ["signed", "signed"],
    ["in-progress", "in_work"],
  ] as const)("of status %s is %s for every kind", (status, stage) => {
    for (const kind of outcomeKinds) expect(stageOf({ kind, status })).toBe(stage);
  });

  it("of what is done is launched for agreements, ventures and supplies, kept for the rest", () => {
    const launched = outcomeKinds.filter((kind) => stageOf({ kind, status: "done" }) === "launched");
    expect(launched).toEqual(["agreement", "joint_venture", "supply"]);
    const kept = outcomeKinds.filter((kind) => stageOf({ kind, status: "done" }) === "kept");
    expect(kept).toHaveLength(outcomeKinds.length - 3);
  });
});

describe("the hash of a fact", () => {
  it("does not depend on the order of members", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fact) => {
        const reversed = Object.fromEntries(Object.entries(fact).reverse());
        return hashOf(fact) === hashOf(reversed);
      }),
    );
  });

  it("depends on every value and on the order of lists", () => {
    expect(hashOf({ a: 1, b: [1, 2] })).not.toBe(hashOf({ a: 1, b: [2, 1] }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: 2 }));
    expect(hashOf({ a: 1 })).not.toBe(hashOf({ b: 1 }));
    expect(hashOf("a", "b")).not.toBe(hashOf("ab"));
  });

  it("takes an undefined member for a missing one", () => {
    expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
  });

  it("refuses what JSON cannot hold", () => {
    expect(() => toJson(() => 1)).toThrow(TypeError);
  });
});
