import { createTranslator } from "next-intl";
import { describe, expect, it, vi } from "vitest";
import { useAuditWords } from "@/components/admin/audit-words";
import { useRecordWords } from "@/components/admin/editor/words";
import { useKindWords } from "@/components/admin/kind-words";
import { useOptionWords } from "@/components/admin/option-words";
import { auditActions } from "@/lib/audit/types";
import { type Locale, locales } from "@/lib/i18n/locales";
import { loadMessages, type Messages } from "@/lib/i18n/messages";
import type { Field } from "@/lib/publishing/shape";
import { issueCodes } from "@/lib/publishing/types";
import { editableKinds, shapes } from "@/lib/record/shapes";
import { textFields } from "@/lib/translation/fields";

let current: { locale: Locale; messages: Messages };
vi.mock("next-intl", async (original) => ({
  ...(await original<typeof import("next-intl")>()),
  useTranslations: (namespace: "record") =>
    createTranslator({
      ...current,
      namespace,
      onError: (error) => {
        throw error;
      },
    }),
}));

/** Every field that can be entered, with the scope that its words stand under. */
const fields: [scope: string, name: string, field: Field][] = editableKinds.flatMap((kind) => [
  ...Object.entries(shapes[kind].fields).map(([name, field]): [string, string, Field] => [kind, name, field]),
  ...Object.entries(shapes[kind].rows).flatMap(([group, rows]) =>
    Object.entries(rows.fields).map(([name, field]): [string, string, Field] => [group, name, field]),
  ),
]);
const groups = new Set(editableKinds.flatMap((kind) => Object.keys(shapes[kind].rows)));
const options = new Set(
  fields.flatMap(([, , field]) =>
    field.type === "choice" || field.type === "choices" ? field.options.map((one) => `${field.set} ${one}`) : [],
  ),
);

describe.each(locales)("the words of the editor in %s", async (locale) => {
  const messages = await loadMessages(locale);
  const ask = <Words>(hook: () => Words): Words => {
    current = { locale, messages };
    return hook();
  };
  /** What the message says is said, never its key or a value of the database. */
  const isSaid = (text: string) => text !== "" && !/^[a-z]+(?:[._][A-Za-z0-9._]+)+$/.test(text);

  it("name each kind of record", () => {
    for (const kind of editableKinds) {
      expect(ask(useKindWords).one(kind)).toSatisfy(isSaid);
      expect(ask(useKindWords).many(kind)).toSatisfy(isSaid);
    }
  });

  it("name each field", () => {
    expect(fields.length).toBeGreaterThan(100);
    for (const [scope, name] of fields) expect(ask(useRecordWords).field(scope, name)).toSatisfy(isSaid);
    for (const name of ["slug", "sectors"]) expect(ask(useRecordWords).field("record", name)).toSatisfy(isSaid);
  });

  it("name each group of rows and the button that adds one", () => {
    for (const group of groups) {
      expect(ask(useRecordWords).group(group)).toSatisfy(isSaid);
      expect(ask(useRecordWords).add(group)).toSatisfy(isSaid);
    }
  });

  it("name each text", () => {
    for (const name of ["name", "summary"]) expect(ask(useRecordWords).text("site", name)).toSatisfy(isSaid);
    for (const { kind, field } of textFields) expect(ask(useRecordWords).text(kind, field)).toSatisfy(isSaid);
  });

  it("name each option that can be chosen, no two of a set alike", () => {
    const said = [...options].map((one) => {
      const [set = "", value = ""] = one.split(" ");
      const words = ask(useOptionWords)(set, value);
      // a set without words gives the value back
      expect(words === value && locale !== "en", one).toBe(false);
      expect(words).toSatisfy(isSaid);
      return `${set} ${words}`;
    });
    expect(new Set(said).size).toBe(said.length);
  });

  it("say in a sentence what stands in the way of publishing", () => {
    for (const code of issueCodes)
      expect(ask(useRecordWords).issue({ path: "name", code, detail: "7" })).toMatch(/[.。]$/);
  });

  it("name nothing that cannot be entered", () => {
    const { field, text, group, add, help } = messages.record;
    const keys = (tree: Record<string, Record<string, string> | string>) =>
      Object.entries(tree).flatMap(([key, value]) =>
        typeof value === "string" ? [] : Object.keys(value).map((name) => `${key}.${name}`),
      );
    const known = new Set([
      ...fields.map(([scope, name]) => `${scope}.${name}`),
      ...["slug", "sectors"].map((name) => `record.${name}`),
      ...["asOf", "reviewBy", "qualifier", "valueTo", "sources", "disagreeing", "says", "saysValue"].map(
        (name) => `backing.${name}`,
      ),
    ]);
    expect(keys(field).filter((key) => !known.has(key))).toEqual([]);
    expect(keys(help).filter((key) => !known.has(key))).toEqual([]);
    // Of a file name and summary are what it shows and its caption: they have labels of their own.
    const texts = new Set([
      ...textFields.map(({ kind, field: name }) => `${kind}.${name}`),
      "media.name",
      "media.summary",
    ]);
    expect(keys(text).filter((key) => !texts.has(key))).toEqual([]);
    expect(Object.keys(group).sort()).toEqual([...groups].sort());
    expect(Object.keys(add).sort()).toEqual([...groups].sort());
  });

  it("tell each action of the log", () => {
    for (const action of auditActions) expect(ask(useAuditWords)(action)).toSatisfy(isSaid);
  });
});
