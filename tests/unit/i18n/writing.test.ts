import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locales";
import { messagesOf, readMessage } from "@/tests/support/messages";

/** A language is named in its own letters wherever a reader chooses it; a sign of a site in China is 中 everywhere. */
const ownLetters = /^(?:layout\.languages|editor\.language)\.|^site\.sign\.in_china$/;

const han = /\p{Script=Han}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

/** Rules of writing: what must not occur, and why. */
const rules: Record<Locale, [RegExp, string][]> = {
  zh: [
    [cyrillic, "Cyrillic letters"],
    [/\u2013/, "en dash: a range has one \u2014"],
    [/\s\u2014|\u2014\s|--/, "spaced dash"],
    [/\p{Script=Han}[,;:?!]|[,;:?!]\p{Script=Han}/u, "ASCII punctuation beside a character"],
    [/\p{Script=Han}[()]|[()]\p{Script=Han}/u, "ASCII brackets beside a character"],
    [/\p{Script=Han}\.(?!\d)|[«»"']/u, "Western stop or quotes"],
    [/\p{Script=Han} \p{Script=Han}/u, "space between characters"],
    [/\.\.\.|。。/, "dots that are not ……"],
  ],
  ru: [
    [han, "Chinese characters"],
    [/["']|[a-z]/iu, "Latin letters or straight quotes"],
    [/ - /, "hyphen for a dash"],
    [/\d %/, "space before %"],
    [/\.\.\./, "three dots for …"],
  ],
  en: [
    [han, "Chinese characters"],
    [cyrillic, "Cyrillic letters"],
    [/[«»]/, "guillemets"],
    [/ - /, "hyphen for a dash"],
    [/\.\.\./, "three dots for …"],
  ],
};

/** Latin letters that Russian text has: names, laws' and units' signs. */
const latinInRussian =
  /\b(?:Light Industrial|MIT|UTC|WGS-84|PDF|Amap|Baidu|2GIS|QR|WeChat|API|CSV|XLSX?|Excel|Word|JSON|HTML|WCAG|AA?|EN|cookie|PostgreSQL|Golos Text|Natural Earth|Lucide|JPEG|PNG|WebP|HEIC|SVG|GIF|iPhone|CC BY(?:-SA)?|CC0|Asia\/Yekaterinburg|Q[1-4]|I{1,3})\b/g;

function faults(locale: Locale, text: string): string[] {
  const read = locale === "ru" ? text.replace(latinInRussian, "") : text;
  const found = rules[locale].filter(([pattern]) => pattern.test(read)).map(([, fault]) => fault);
  if (/\S {2,}\S/.test(text)) found.push("two spaces");
  return found;
}

/** Quotes and brackets may stand on two sides of an argument, so they are counted over a whole message. */
function unpaired(text: string): string[] {
  const found: string[] = [];
  for (const [open, close] of ["«»", "“”", "（）", "《》"].map((pair) => [...pair])) {
    if (text.split(open ?? "").length !== text.split(close ?? "").length) found.push(`${open} without ${close}`);
  }
  return found;
}

describe.each(locales)("the words in %s", (locale) => {
  it("are written as the language is written", () => {
    const wrong = [...messagesOf(locale)]
      .filter(([key]) => !ownLetters.test(key))
      .flatMap(([key, message]) =>
        [...readMessage(message).words.flatMap((text) => faults(locale, text)), ...unpaired(message)].map(
          (fault) => `${key}: ${fault}: ${message}`,
        ),
      );
    expect(wrong).toEqual([]);
  });
});

describe("the rules of writing", () => {
  it.each([
    ["zh", "площадка"],
    ["zh", "总面积:"],
    ["zh", "园区 概况"],
    ["zh", "面积(公顷)"],
    ["zh", "2026–2027年"],
    ["zh", "“园区"],
    ["ru", "ОЭЗ 'Нягань'"],
    ["ru", "площадка - лот"],
    ["ru", "尼亚甘"],
    ["en", "the “site"],
    ["en", "Нягань"],
    ["en", "two  spaces"],
  ] as const)("find a fault in %s: %s", (locale, text) => {
    expect([...faults(locale, text), ...unpaired(text)]).not.toEqual([]);
  });

  it.each([
    ["zh", "总面积：12公顷（180亩）"],
    ["zh", "北京时间 {time}"],
    ["ru", "ОЭЗ «Нягань» — 12 га"],
    ["en", "the site's area, 2026–2027"],
  ] as const)("find none in %s: %s", (locale, text) => {
    expect([...faults(locale, text), ...unpaired(text)]).toEqual([]);
  });
});
