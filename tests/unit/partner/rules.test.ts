import { describe, expect, it } from "vitest";
import { bareName, belongsTo, isNamedIn, newestFirst } from "@/lib/partner/rules";

describe("the name of a place in running text", () => {
  it.each([
    ["辽宁省", "辽宁"],
    ["沈阳市", "沈阳"],
    ["Провинция Ляонин", "Ляонин"],
    ["Liaoning Province", "Liaoning"],
    ["City of Khabarovsk", "Khabarovsk"],
    ["Харбин", "Харбин"],
    ["津市", "津市"],
  ])("of %s is %s", (name, bare) => {
    expect(bareName(name)).toBe(bare);
  });

  it.each([
    ["黑龙江省哈尔滨市", "哈尔滨市"],
    ["辽宁省代表团访问特维尔", "辽宁省"],
    ["Визит делегации провинции Ляонин", "Провинция Ляонин"],
    ["переговоры в Шанхае", "Шанхай"],
    ["выставка в Харбине", "Харбин"],
    ["Шанхайский фонд", "Шанхай"],
    ["Shenyang, Liaoning", "Liaoning Province"],
  ])("is found in %s", (text, name) => {
    expect(isNamedIn(text, name)).toBe(true);
  });

  it.each([
    ["Shanxi trade office", "Shanxi Provinces"],
    ["Newharbin Road", "Harbin"],
    ["Harbinger", "Harbin"],
    ["Подпекинье", "Пекин"],
    ["Визит в Шэньси", "Шаньси"],
    ["吉林省", "辽宁省"],
    ["anything", "省"],
    ["", "辽宁省"],
  ])("is not found in %s: %s", (text, name) => {
    expect(isNamedIn(text, name)).toBe(false);
  });

  it("may hold signs that a pattern would read otherwise", () => {
    expect(isNamedIn("Xian", "X.an")).toBe(false);
    expect(isNamedIn("Zone (A) today", "Zone (A")).toBe(true);
  });
});

describe("a record belongs to a place", () => {
  const place = { ids: new Set(["liaoning", "shenyang"]), names: ["辽宁省", "Liaoning Province"] };

  it("when any of its words names it in any language", () => {
    expect(belongsTo({ texts: ["Talks", "辽宁省人民政府"], placeIds: [] }, place)).toBe(true);
  });

  it("when it is linked to the place or to one in it, whatever its words", () => {
    expect(belongsTo({ texts: [], placeIds: [null, "shenyang"] }, place)).toBe(true);
  });

  it("not when neither is so", () => {
    expect(belongsTo({ texts: ["Talks in Harbin"], placeIds: [null, "harbin"] }, place)).toBe(false);
    expect(belongsTo({ texts: [], placeIds: [] }, place)).toBe(false);
  });

  it("not to a place of which no name is published", () => {
    expect(belongsTo({ texts: ["Liaoning"], placeIds: [] }, { ids: new Set(["x"]), names: [] })).toBe(false);
  });
});

it("sorts a timeline by its beginnings, newest first, the undated last", () => {
  const on = (from: string | null) => ({ dates: from === null ? null : { from } });
  const sorted = [on(null), on("2023-07-12"), on("2024-06-05"), on("2023-11-20")].sort(newestFirst);
  expect(sorted.map(({ dates }) => dates?.from)).toEqual(["2024-06-05", "2023-11-20", "2023-07-12", undefined]);
});
