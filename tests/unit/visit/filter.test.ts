import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byYear } from "@/lib/core/dates";
import { toggledOutcomes } from "@/lib/outcome/register/rules";
import { everyOutcome, parseOutcomeFilter, toOutcomeFilterQuery } from "@/lib/outcome/register/schema";
import { dueStates } from "@/lib/outcome/register/types";
import { outcomeKinds, outcomeStages } from "@/lib/outcome/types";
import { toggledVisits } from "@/lib/visit/list/rules";
import { everyVisit, parseVisitFilter, toVisitFilterQuery } from "@/lib/visit/list/schema";
import { directions } from "@/lib/visit/types";

describe("the query of the list of visits", () => {
  it("that is empty or broken asks for every visit", () => {
    expect(parseVisitFilter({})).toEqual(everyVisit);
    expect(parseVisitFilter({ direction: "sideways", year: "20", region: "../x", page: "0" })).toEqual(everyVisit);
  });

  it("comes back from the address of its view", () => {
    const filter = fc.record({
      regions: fc.subarray(["khabarovsk", "tver"]),
      directions: fc.subarray([...directions]),
      years: fc.subarray(["2016", "2025"]),
      page: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(filter, (asked) => {
        expect(parseVisitFilter(toVisitFilterQuery(asked))).toEqual(asked);
      }),
    );
  });

  it("takes a choice, leaves it out again and goes back to the first page", () => {
    const taken = toggledVisits({ ...everyVisit, page: 3 }, "years", "2025");
    expect(taken).toEqual({ ...everyVisit, years: ["2025"] });
    expect(toggledVisits(taken, "years", "2025")).toEqual(everyVisit);
  });
});

describe("the query of the register", () => {
  it("comes back from the address of its view", () => {
    const filter = fc.record({
      regions: fc.subarray(["khabarovsk", "tver"]),
      kinds: fc.subarray([...outcomeKinds]),
      stages: fc.subarray([...outcomeStages]),
      dues: fc.subarray([...dueStates]),
      page: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(filter, (asked) => {
        expect(parseOutcomeFilter(toOutcomeFilterQuery(asked))).toEqual(asked);
      }),
    );
  });

  it("takes a choice, leaves it out again and goes back to the first page", () => {
    const taken = toggledOutcomes({ ...everyOutcome, page: 2 }, "dues", "overdue");
    expect(taken).toEqual({ ...everyOutcome, dues: ["overdue"] });
    expect(toggledOutcomes(taken, "dues", "overdue")).toEqual(everyOutcome);
  });
});

describe("rows under their years", () => {
  const on = (from: string | null) => ({ dates: from === null ? null : { from } });

  it("stand together and keep their order, the undated under none", () => {
    const rows = [on("2025-12-31"), on("2025-01-01"), on("2024-12-31"), on(null)];
    expect(byYear(rows)).toEqual([
      { year: "2025", rows: rows.slice(0, 2) },
      { year: "2024", rows: rows.slice(2, 3) },
      { year: null, rows: rows.slice(3) },
    ]);
  });

  it("are none for an empty list", () => {
    expect(byYear([])).toEqual([]);
  });
});
