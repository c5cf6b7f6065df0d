import { describe, expect, it } from "vitest";
import { parseSource, readSources, visibleWords } from "@/tests/support/sources";

const find = (code: string) => visibleWords(parseSource("planted.tsx", code));

describe("the code", () => {
  it("has no word for readers of its own: all come from the messages or the database", () => {
    expect(readSources("app", "components").flatMap(visibleWords)).toEqual([]);
  });

  it("has no Chinese or Russian word in its rules and queries", () => {
    const inStrings = readSources("lib")
      .flatMap(visibleWords)
      .filter((found) => !registerWords.test(found));
    expect(inStrings.filter((found) => /[\p{Script=Han}\p{Script=Cyrillic}]/u.test(found))).toEqual([]);
  });
});

/** What registers and lists of others say, in the words of those who keep them, and letters of names: shown to nobody. */
const registerWords =
  /^lib\/(?:register\/(?:cell\/|headers\.ts|words\.ts)|programme\/party-list\/(?:palladius|spelling|import\/heads)\.ts)/;

describe("the search for words", () => {
  it.each([
    "<p>Sites</p>",
    "<p>{t('a')} km</p>",
    '<p>{"Sites"}</p>',
    '<p>{isKnown ? "yes" : t("no")}</p>',
    '<p>{name ?? "nobody"}</p>',
    `<p>{\`about \${value}\`}</p>`,
    '<img alt="A map" />',
    '<a title={"More"} />',
    '<nav aria-label={isOpen ? "Close" : t("open")} />',
    '<input placeholder="Name" />',
    'const metadata = { title: "Sites" };',
    'const word = "площадка";',
    'const word = x("园区");',
  ])("finds the one in %s", (code) => {
    expect(find(code)).toHaveLength(1);
  });

  it.each([
    '<p className="a">{t("key")}</p>',
    '<p>{kind === "sez" && t("sez")}</p>',
    '<p>{kind === "sez" ? t("a") : t("b")}</p>',
    "<p>·</p>",
    '<time dateTime="2026">{date}</time>',
    '<svg aria-hidden="true" />',
    'const kind = "sez";',
    "// площадка",
  ])("finds none in %s", (code) => {
    expect(find(code)).toEqual([]);
  });
});
