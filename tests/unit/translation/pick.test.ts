import { describe, expect, it } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { pick } from "@/lib/translation/rules";

const all = { zh: "尼亚甘", ru: "Нягань", en: "Nyagan" };

describe("the words that a reader gets", () => {
  it.each(locales)("are in his own language where there are any (%s)", (locale) => {
    expect(pick(all, locale)).toEqual({ text: all[locale], lang: locale });
  });

  it.each([
    ["zh", "en"],
    ["ru", "en"],
    ["en", "ru"],
  ] as const)("in %s fall back to %s and say so", (locale, lang) => {
    expect(pick({ ...all, [locale]: null }, locale)).toEqual({ text: all[lang], lang });
  });

  it.each([
    ["zh", "ru"],
    ["ru", "zh"],
    ["en", "zh"],
  ] as const)("in %s fall back to %s last", (locale, lang) => {
    expect(pick({ [lang]: all[lang] }, locale)).toEqual({ text: all[lang], lang });
  });

  it("are never an empty text", () => {
    expect(pick({ ...all, zh: "" }, "zh")).toEqual({ text: "Nyagan", lang: "en" });
    expect(pick({ zh: "", ru: null }, "zh")).toBeNull();
    expect(pick({}, "ru")).toBeNull();
  });
});
