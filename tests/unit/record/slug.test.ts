import { expect, it } from "vitest";
import { slugOf } from "@/lib/record/rules";

it.each([
  ["ОЭЗ «Нягань»", "oez-niagan"],
  ["Индустриальный парк «Щёлково-2»", "industrialnyi-park-shchelkovo-2"],
  ["Подъезд № 7, юг", "podezd-7-iug"],
  ["Zürich  Park", "zurich-park"],
  ["工业园", ""],
  ["— … —", ""],
  [`${"а".repeat(59)} б`, "a".repeat(59)],
])("makes an address of %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
