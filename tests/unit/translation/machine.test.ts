import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/core/env";
import { keepsNumbers, mostCharacters, numbersIn, thatFit, usableText } from "@/lib/translation/machine/rules";
import { termPairs } from "@/lib/translation/terms";

describe("what a machine may say", () => {
  it("knows a number however its language writes it", () => {
    expect(numbersIn("12 500 га, 7,6 % и 2026 год")).toEqual(["12500", "76", "2026"]);
    expect(keepsNumbers("12 500 га и 7,6 %", "12,500 ha and 7.6%")).toBe(true);
    expect(keepsNumbers("12 500 га", "125 ha")).toBe(false);
    expect(keepsNumbers("5 и 5", "5")).toBe(false);
    expect(keepsNumbers("нет чисел", "3 numbers")).toBe(true);
  });

  it("refuses what is empty, endless or lacks a number", () => {
    expect(usableText("Вода 3 МВт", " 水3兆瓦 ")).toBe("水3兆瓦");
    expect(usableText("Вода", "  ")).toBeNull();
    expect(usableText("Вода", "水".repeat(361))).toBeNull();
    expect(usableText("Вода", "水".repeat(360))).not.toBeNull();
    expect(usableText("Вода 3", "水")).toBeNull();
  });

  it("asks for no more than one answer can hold", () => {
    expect(thatFit(Array.from({ length: 60 }, () => ({ source: "x" })))).toHaveLength(40);
    expect(thatFit([{ source: "x".repeat(mostCharacters) }, { source: "y" }])).toHaveLength(1);
  });

  it("gets the terms that its texts use", () => {
    expect(termPairs(["Особая экономическая зона и ещё раз особая экономическая зона"], "ru", "zh")).toContainEqual(
      expect.objectContaining({ to: expect.stringContaining("经济特区") }),
    );
    expect(termPairs(["слово"], "ru", "zh")).toEqual([]);
  });

  it("is asked over https, or on this machine", () => {
    for (const url of ["https://translate.example/v1", "http://127.0.0.1:5000/", "http://localhost/x"]) {
      expect(parseEnv({ TRANSLATE_URL: url }).TRANSLATE_URL).toBe(url);
    }
    for (const url of ["http://translate.example/", "ftp://x.example/", "translate"]) {
      expect(() => parseEnv({ TRANSLATE_URL: url })).toThrow(/TRANSLATE_URL/);
    }
  });
});
