import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { cacheState, hasExpired } from "@/lib/core/cache-state";
import { newId } from "@/lib/core/ids";
import { FormFields, type Result } from "@/lib/form/types";
import { sourceActions } from "@/lib/source/editor/actions";
import { listSourcesForStaff, readSourceForm } from "@/lib/source/editor/staff-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

describe("the sources of the staff area", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let tver: string;
  let operator: Actor;
  let editor: Actor;
  let translator: Actor;
  let source: string;
  let otherSource: string;
  let sharedSource: string;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    yugra = await recordId(client, "region", "yugra");
    tver = await recordId(client, "region", "tver");
    operator = await makeActor(client, "Operator", { role: "operator" });
    editor = await makeActor(client, "Editor", { role: "editor", regionId: yugra });
    translator = await makeActor(client, "Translator", { role: "translator", regionId: yugra });
    const first = async (regionId: string | null) =>
      (await client.source.findFirstOrThrow({ where: { regionId }, orderBy: { code: "asc" } })).id;
    [source, otherSource, sharedSource] = [await first(yugra), await first(tver), await first(null)];
  });
  afterAll(() => test?.drop());
  beforeEach(() => cacheState().expiredAt.clear());

  function send(name: string, actor: Actor, fields: Record<string, string>, formId = newId()): Promise<Result> {
    const action = sourceActions[name];
    if (action?.audience !== "staff") throw new Error("no such action for staff");
    const pairs = Object.entries(fields);
    return action.run(actor, { locale: "ru", fields: new FormFields(pairs), formId, client: "", userAgent: "" });
  }
  const fresh = () => ({
    title: "Новая площадка",
    publisher: "Известия",
    url: `https://example.org/${newId()}`,
    publishedOn: "2026-11-20",
    supports: "Area of the site",
    region: yugra,
    archivedUrl: "",
  });
  async function form(actor: Actor, id: string): Promise<Record<string, string>> {
    const drawn = await readSourceForm(actor, id);
    if (!drawn) throw new Error("no form");
    return { source: id, base: drawn.base, ...drawn.texts };
  }
  const isExpired = () => hasExpired(["sites"], 0);

  it("are listed to all, and say which of them one may change", async () => {
    const everything = { search: "", region: null, page: 1 };
    const { rows, total, pages } = await listSourcesForStaff(editor, everything);
    expect(total).toBe(await test.client.source.count());
    expect(pages).toBe(Math.ceil(total / 50));
    expect(rows.every(({ regionId, mayEdit }) => mayEdit === (regionId === yugra))).toBe(true);
    const own = await listSourcesForStaff(editor, { ...everything, region: yugra });
    expect(own.total).toBe(await test.client.source.count({ where: { regionId: yugra } }));
    const shared = await listSourcesForStaff(editor, { ...everything, region: "shared" });
    expect(shared.rows.every(({ regionId, mayEdit }) => regionId === null && !mayEdit)).toBe(true);
  });

  it("open to those who may change them; to others they are not there", async () => {
    expect(await readSourceForm(editor, source)).toMatchObject({ id: source });
    for (const id of [otherSource, sharedSource, newId(), "x", ""]) expect(await readSourceForm(editor, id)).toBeNull();
    expect(await readSourceForm(translator, source)).toBeNull();
    expect(await readSourceForm(operator, sharedSource)).toMatchObject({ id: sharedSource });
  });

  it("are added once, however often the form is sent, and readers see them at once", async () => {
    const id = newId();
    const fields = fresh();
    const results = await Promise.all(Array.from({ length: 4 }, () => send("create-source", editor, fields, id)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await test.client.source.findUniqueOrThrow({ where: { id } })).toMatchObject({
      title: "Новая площадка",
      regionId: yugra,
      publishedOn: new Date("2026-11-20"),
      archivedUrl: null,
    });
    expect(isExpired()).toBe(true);
    const log = await test.client.auditEntry.findMany({ where: { action: "source.create", label: "Новая площадка" } });
    expect(log).toMatchObject([{ staffId: editor.id, regionId: yugra, detail: { sourceId: id } }]);
    expect(await send("create-source", editor, { ...fields, title: "Другой" })).toMatchObject({
      fields: { url: "taken" },
    });
  });

  it("are refused field by field", async () => {
    for (const [fields, refused] of [
      [
        { title: "", publisher: "", supports: " " },
        { title: "required", publisher: "required", supports: "required" },
      ],
      [{ url: "javascript:alert(1)" }, { url: "wrong" }],
      [{ archivedUrl: "example.org" }, { archivedUrl: "wrong" }],
      [{ publishedOn: "2026-02-30" }, { publishedOn: "wrong" }],
      [{ title: "я".repeat(501) }, { title: "too_long" }],
      [{ region: "yugra" }, { region: "wrong" }],
    ] as const) {
      expect(await send("create-source", editor, { ...fresh(), ...fields })).toMatchObject({
        ok: false,
        fields: refused,
      });
    }
    expect(isExpired()).toBe(false);
  });

  it("are not added or moved where one has no right, nor by a translator", async () => {
    const before = await test.client.source.count();
    for (const region of [tver, ""]) {
      expect(await send("create-source", editor, { ...fresh(), region })).toMatchObject({
        ok: false,
        code: "not_allowed",
      });
    }
    expect(await send("create-source", translator, fresh())).toMatchObject({ ok: false, code: "not_allowed" });
    expect(await test.client.source.count()).toBe(before);
    const own = await form(editor, source);
    expect(await send("change-source", editor, { ...own, region: tver })).toMatchObject({ code: "not_allowed" });
    const other = await form(operator, otherSource);
    expect(await send("change-source", editor, { ...other, region: yugra, title: "x" })).toMatchObject({
      code: "not_there",
    });
    expect((await form(operator, otherSource)).title).toBe(other.title);
  });

  it("are changed, with what was before in the log", async () => {
    const drawn = await form(editor, source);
    expect(await send("change-source", editor, drawn)).toMatchObject({ ok: true, said: "unchanged" });
    expect(isExpired()).toBe(false);
    expect(await send("change-source", editor, { ...drawn, title: "Исправлено" })).toMatchObject({
      ok: true,
      said: "saved",
    });
    expect(isExpired()).toBe(true);
    expect((await form(editor, source)).title).toBe("Исправлено");
    const log = await test.client.auditEntry.findFirstOrThrow({ where: { action: "source.change" } });
    expect(log).toMatchObject({ regionId: yugra, detail: { before: { title: drawn.title } } });
  });

  it("are not overwritten: who saves later than another is told, and may save again", async () => {
    const drawn = await form(editor, source);
    await send("change-source", operator, { ...drawn, title: "Их" });
    expect(await send("change-source", editor, { ...drawn, title: "Моё" })).toMatchObject({
      ok: false,
      code: "conflict",
    });
    expect((await form(editor, source)).title).toBe("Их");
    const { base } = await form(editor, source);
    expect(await send("change-source", editor, { ...drawn, title: "Моё", base: base ?? "" })).toMatchObject({
      ok: true,
    });
    expect((await form(editor, source)).title).toBe("Моё");
  });

  it("are not overwritten by one of many who save at the same time", async () => {
    const drawn = await form(editor, source);
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, index) => send("change-source", editor, { ...drawn, title: `Вместе ${index}` })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((one) => !one.ok && one.code === "conflict")).toHaveLength(7);
  });
});
