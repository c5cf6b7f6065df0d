import { describe, expect, it } from "vitest";
import { messagesOf } from "@/tests/support/messages";
import { askedKeys, parseSource, readSources } from "@/tests/support/sources";

const asked = readSources("app", "components", "lib").flatMap(askedKeys);
const toPattern = (key: string) => new RegExp(`^${key.replace(/[.\\]/g, "\\$&").replaceAll("*", "[^.]+")}$`);

describe("the keys of the messages", () => {
  const known = [...messagesOf("ru").keys()];

  it("are all used", () => {
    const exact = new Set(asked.map(({ key }) => key));
    const patterns = [...exact].filter((key) => key.includes("*")).map(toPattern);
    expect(known.filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)))).toEqual([]);
  });

  it("are all there that the code asks for", () => {
    const missing = asked.filter(
      ({ key, where }) =>
        where !== "" && !(key.includes("*") ? known.some((one) => toPattern(key).test(one)) : known.includes(key)),
    );
    expect(missing).toEqual([]);
  });
});

describe("the search for keys", () => {
  const keys = (code: string) => askedKeys(parseSource("a.tsx", code)).map(({ key }) => key);

  it.each([
    ['const t = useTranslations("a.b"); t("c")', ["a.b.c"]],
    ['const t = await getTranslations({ locale, namespace: "a" }); t("b.c")', ["a.b.c"]],
    ['const [x, t] = await Promise.all([y(), getTranslations({ locale, namespace: "a" })]); t("b")', ["a.b"]],
    ['const t = useTranslations("a"); t.rich("b", {})', ["a.b"]],
    ['const t = useTranslations("a"); t(x ? "b" : "c")', ["a.b", "a.c"]],
    ['const t = useTranslations("a"); t(`b.$' + "{x}.c`)", ["a.b.*.c"]],
    ['const t = useTranslations("a"); t(`b.$' + '{x}` as "b.c")', ["a.b.*"]],
    ['const t = useTranslations("a"); other("b")', []],
  ])("finds in %s", (code, expected) => {
    expect(keys(code)).toEqual(expected);
  });
});
