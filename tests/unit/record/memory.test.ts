import { describe, expect, it } from "vitest";
import { readIntent, takeOffer } from "@/lib/record/editor/schema";
import { appended, bestOffers, percentOf, wantedTexts } from "@/lib/record/memory/rules";
import type { Offer } from "@/lib/record/memory/types";
import { shapes } from "@/lib/record/shapes";

const id = "01990000-0000-7000-8000-000000000001";
const offer = (percent: number, text: string, more: Partial<Offer> = {}): Offer => ({
  isWhole: true,
  percent,
  before: "a",
  after: "b",
  text,
  record: null,
  version: null,
  ...more,
});

describe("the rules of the translation memory", () => {
  it("count likeness as PostgreSQL does, and call only the very same 100 %", () => {
    // what SELECT similarity(…) gives
    expect(percentOf("word", "two words")).toBe(36);
    expect(percentOf("Дорога отсыпана", "Дорога уже отсыпана")).toBe(80);
    expect(percentOf("вода", "небо")).toBe(0);
    expect(percentOf("Парк.", "парк")).toBe(99);
    expect(percentOf("Парк.", "Парк.")).toBe(100);
  });

  it("offer the likest first, whole texts before sentences, each text once", () => {
    const sorted = bestOffers([
      offer(70, "seventy"),
      offer(100, "one sentence", { isWhole: false }),
      offer(90, "ninety"),
      offer(80, "ninety"),
    ]);
    expect(sorted.map(({ text, percent }) => [text, percent])).toEqual([
      ["ninety", 90],
      ["seventy", 70],
      ["one sentence", 100],
    ]);
  });

  it("ask for texts with work only, in languages that the actor may write", () => {
    const part = (sheet: Record<string, string>, mayEdit = true, changed: string[] = []) => ({
      sheet,
      mayEdit,
      changed,
    });
    const wanted = wantedTexts(
      {
        ru: part({ name: "Имя", summary: "Слова" }, false),
        zh: part({ name: "名称", summary: "文字" }, true, ["summary"]),
        en: part({}, false),
      },
      { ru: {}, zh: { name: "current", summary: "current" }, en: { name: "missing", summary: "missing" } },
      "ru",
    );
    expect(wanted).toEqual([{ path: "summary", source: "Слова", now: { zh: "文字" } }]);
  });

  it("put a text where its button says, and nowhere else", () => {
    const intent = readIntent(`take/zh:texts.${id}.municipality/涅甘市/二`);
    expect(takeOffer({ name: "x" }, intent, "zh", shapes.site)).toEqual({
      name: "x",
      [`texts.${id}.municipality`]: "涅甘市/二",
    });
    expect(takeOffer({ name: "x" }, intent, "en", shapes.site)).toEqual({ name: "x" });
    expect(takeOffer({ name: "x" }, readIntent("take/zh:values.phone/1"), "zh", shapes.site)).toEqual({ name: "x" });
    expect(takeOffer({ name: "x" }, readIntent("append/en:name/y."), "en", shapes.site)).toEqual({ name: "x y." });
    expect(appended("一。", "二。", "zh")).toBe("一。二。");
    expect(appended(" ", "Two.", "en")).toBe("Two.");
  });
});
