import { describe, expect, it } from "vitest";
import { wrongTerms } from "@/lib/translation/terms";

describe("the glossary", () => {
  it("warns of 经济特区 for an advanced special economic zone, whatever the case of the Russian words", () => {
    const source = "Резидентам территории опережающего развития снизили взносы.";
    expect(wrongTerms(source, "经济特区入驻企业社保费率降低。", "ru", "zh")).toEqual([
      expect.objectContaining({ wrong: "经济特区", right: "超前发展区" }),
    ]);
    expect(wrongTerms(source, "超前发展区入驻企业社保费率降低。", "ru", "zh")).toEqual([]);
  });

  it("lets 经济特区 stand where the source speaks of a special economic zone", () => {
    expect(wrongTerms("Особая экономическая зона «Нягань»", "尼亚甘经济特区", "ru", "zh")).toEqual([]);
    expect(
      wrongTerms("Особая экономическая зона и территория опережающего развития", "经济特区和超前发展区", "ru", "zh"),
    ).toEqual([]);
  });

  it("says nothing where the source lacks the term, and nothing about the source itself", () => {
    expect(wrongTerms("Визит делегации", "经济特区", "ru", "zh")).toEqual([]);
    expect(wrongTerms("Особая экономическая зона", "Особая экономическая зона", "ru", "ru")).toEqual([]);
  });

  it("reads English words with their endings", () => {
    expect(wrongTerms("Особые экономические зоны", "The free economic zones", "ru", "en")).toEqual([
      expect.objectContaining({ wrong: "free economic zone" }),
    ]);
  });
});
