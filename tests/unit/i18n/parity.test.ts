import { describe, expect, it } from "vitest";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";
import { messageFiles, messagesOf, readMessage } from "@/tests/support/messages";

/** Forms that a language needs; Chinese has one, so a plural there may be no choice at all. */
const pluralForms: Record<Locale, string[]> = {
  zh: ["other"],
  ru: ["one", "few", "many", "other"],
  en: ["one", "other"],
};

const choicesOf = (locale: Locale) =>
  [...messagesOf(locale)].flatMap(([key, message]) =>
    readMessage(message).choices.map((choice) => ({ key, ...choice })),
  );

describe.each(locales)("the words in %s", (locale) => {
  it("stand in the same files as the Russian ones, and each file is loaded", async () => {
    expect(messageFiles(locale)).toEqual(messageFiles("ru"));
    expect(
      Object.keys(await loadMessages(locale))
        .map((name) => `${name}.json`)
        .sort(),
    ).toEqual(messageFiles(locale));
  });

  it("have the same keys as the Russian ones", () => {
    expect([...messagesOf(locale).keys()].sort()).toEqual([...messagesOf("ru").keys()].sort());
  });

  it("choose between the same things as the Russian ones", () => {
    const selects = (one: Locale) =>
      choicesOf(one)
        .filter(({ kind }) => kind === "select")
        .map(({ key, argument, branches }) => `${key} {${argument}} ${branches.sort().join(" ")}`)
        .sort();
    expect(selects(locale)).toEqual(selects("ru"));
  });

  it("have every plural form of the language and none that it lacks", () => {
    const wrong = choicesOf(locale)
      .filter(({ kind }) => kind === "plural")
      // a message may say the same in all numbers, and may treat an exact number by itself
      .map(({ key, branches }) => ({ key, forms: branches.filter((form) => !form.startsWith("=")) }))
      .filter(
        ({ forms }) => forms.join() !== "other" && forms.sort().join() !== [...pluralForms[locale]].sort().join(),
      );
    expect(wrong).toEqual([]);
  });
});

describe("the check of plurals", () => {
  it("reads the forms of a message", () => {
    const { choices } = readMessage("{n, plural, =0 {none} one {# day} other {# days}}");
    expect(choices).toEqual([{ argument: "n", kind: "plural", branches: ["=0", "one", "other"] }]);
  });
});
