import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everySite, toggled } from "@/lib/site/catalogue/rules";
import { parseSiteFilter, toSiteFilterQuery } from "@/lib/site/catalogue/schema";
import { kindGroupKeys } from "@/lib/site/rules";
import { siteStatuses } from "@/lib/site/types";

describe("the query of the catalogue", () => {
  it("reads what was asked", () => {
    const query = { region: "tver,yugra", kind: "asez", status: "planned,operating", page: "3" };
    expect(parseSiteFilter(query)).toEqual({
      regions: ["tver", "yugra"],
      kinds: ["asez"],
      statuses: ["operating", "planned"],
      page: 3,
    });
  });

  it("that is empty asks for every site", () => {
    expect(parseSiteFilter({})).toEqual(everySite);
  });

  it.each([
    { kind: "castle" },
    { kind: "sez_industrial" },
    { kind: "__proto__,constructor" },
    { status: "' OR 1=1 --" },
    { region: "<svg onload=x>" },
    { region: "../yugra" },
    { region: "a".repeat(61) },
    { page: "0" },
    { page: "-1" },
    { page: "1.5" },
    { page: "10001" },
    { page: "1e9" },
    { page: "NaN" },
    { page: "" },
    { region: ["tver", "yugra"] },
    { unknown: "x" },
  ])("ignores the broken value in %j", (query) => {
    expect(parseSiteFilter(query)).toEqual(everySite);
  });

  it("keeps the good values beside broken ones, each once", () => {
    expect(parseSiteFilter({ kind: "castle,sez,sez", region: "tver,,TVER,tver" })).toEqual({
      ...everySite,
      kinds: ["sez"],
      regions: ["tver"],
    });
  });

  it.each([
    ["1", 1],
    ["9999", 9999],
    ["10000", 10_000],
  ])("takes page %s", (page, expected) => {
    expect(parseSiteFilter({ page }).page).toBe(expected);
  });

  it("comes back from the address of its view", () => {
    const filter = fc.record({
      regions: fc.subarray(["khabarovsk", "tver", "yugra"]),
      kinds: fc.subarray(kindGroupKeys),
      statuses: fc.subarray([...siteStatuses]),
      page: fc.integer({ min: 1, max: 10_000 }),
    });
    fc.assert(
      fc.property(filter, (asked) => {
        expect(parseSiteFilter(toSiteFilterQuery(asked))).toEqual(asked);
      }),
    );
  });

  it("never throws and never lets an unknown value through", () => {
    const query = fc.dictionary(fc.constantFrom("region", "kind", "status", "page", "x"), fc.string());
    fc.assert(
      fc.property(query, (given) => {
        const { kinds, statuses, regions, page } = parseSiteFilter(given);
        expect(kindGroupKeys).toEqual(expect.arrayContaining(kinds));
        expect(siteStatuses).toEqual(expect.arrayContaining(statuses));
        expect(regions.every((slug) => /^[a-z0-9-]+$/.test(slug))).toBe(true);
        expect(Number.isInteger(page) && page > 0).toBe(true);
      }),
    );
  });
});

describe("a choice of a filter", () => {
  it("is taken, and taken again left out", () => {
    const taken = toggled(everySite, "kinds", "sez");
    expect(taken.kinds).toEqual(["sez"]);
    expect(toggled(taken, "kinds", "sez")).toEqual(everySite);
  });

  it("leaves the other groups as they are and goes back to the first page", () => {
    const filter = { regions: ["tver"], kinds: ["sez" as const], statuses: ["planned" as const], page: 3 };
    expect(toggled(filter, "regions", "yugra")).toEqual({ ...filter, regions: ["tver", "yugra"], page: 1 });
  });

  it("does not change the filter it came from", () => {
    toggled(everySite, "regions", "tver");
    expect(everySite.regions).toEqual([]);
  });
});
