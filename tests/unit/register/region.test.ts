import { describe, expect, it } from "vitest";
import { findRegion } from "@/lib/register/cell/region";

const regions = new Map([
  ["ханты мансийский автономный округ югра", "yugra"],
  ["тверская область", "tver"],
  ["москва", "moscow"],
  ["московская область", "moscow-oblast"],
  ["ru twe", "tver"],
]);

describe("regions as people write them", () => {
  it.each([
    ["ХМАО - Югра", "yugra"],
    ["ХМАО", "yugra"],
    ["Ханты-Мансийский АО - Югра", "yugra"],
    ["Тверская обл.", "tver"],
    ["г. Москва", "moscow"],
    ["Московская область", "moscow-oblast"],
    ["область", undefined],
    ["Нижневартовский район", undefined],
    ["ЯНАО", undefined],
  ])("%s", (cell, region) => {
    expect(findRegion(cell, regions)).toBe(region);
  });
});
