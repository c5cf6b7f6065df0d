import { describe, expect, it } from "vitest";
import { offsetMinutes, relationToBeijing } from "@/lib/core/zones";
import { facts, regionNames } from "@/tests/support/facts";

const winter = new Date("2026-01-15T00:00:00Z");
const summer = new Date("2026-07-15T00:00:00Z");

describe("clocks beside Beijing's", () => {
  const expected = {
    yugra: { relation: "behind", hours: 3 },
    khabarovsk: { relation: "ahead", hours: 2 },
    tver: { relation: "behind", hours: 5 },
    moscow: { relation: "behind", hours: 5 },
    "moscow-oblast": { relation: "behind", hours: 5 },
  };

  it.each(regionNames)("of %s stand as everybody there knows, winter and summer", (name) => {
    const zone = facts(name).region.timezone;
    expect(relationToBeijing(zone, winter)).toEqual(expected[name]);
    expect(relationToBeijing(zone, summer)).toEqual(expected[name]);
  });

  it("are the same in China", () => {
    expect(relationToBeijing("Asia/Shanghai", winter)).toEqual({ relation: "same", hours: 0 });
    expect(relationToBeijing("Asia/Hong_Kong", winter)).toEqual({ relation: "same", hours: 0 });
  });

  it("may differ by a part of an hour", () => {
    expect(relationToBeijing("Asia/Kolkata", winter)).toEqual({ relation: "behind", hours: 2.5 });
    expect(relationToBeijing("Asia/Kathmandu", winter)).toEqual({ relation: "behind", hours: 2.25 });
    expect(relationToBeijing("Australia/Darwin", winter)).toEqual({ relation: "ahead", hours: 1.5 });
  });

  it("follow the summer time of a zone that has it", () => {
    expect(relationToBeijing("Europe/Berlin", winter).hours).toBe(7);
    expect(relationToBeijing("Europe/Berlin", summer).hours).toBe(6);
  });
});

describe("an offset", () => {
  it.each([
    ["UTC", 0],
    ["Europe/Moscow", 180],
    ["America/New_York", -300],
    ["America/St_Johns", -210],
  ])("of %s in winter is %i minutes", (zone, minutes) => {
    expect(offsetMinutes(zone, winter)).toBe(minutes);
  });

  it("changes at the moment of the switch, not before", () => {
    expect(offsetMinutes("Europe/Berlin", new Date("2026-03-29T00:59:59Z"))).toBe(60);
    expect(offsetMinutes("Europe/Berlin", new Date("2026-03-29T01:00:00Z"))).toBe(120);
  });

  it("of an unknown zone is an error", () => {
    expect(() => offsetMinutes("Mars/Olympus", winter)).toThrow(RangeError);
  });
});
