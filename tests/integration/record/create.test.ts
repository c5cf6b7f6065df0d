import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { FormFields, type Result } from "@/lib/form/types";
import { recordActions } from "@/lib/record/actions";
import { lockRecord } from "@/lib/record/draft/mutations";
import { listRecords } from "@/lib/record/list/staff-queries";
import { publish } from "@/lib/record/publication/mutations";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

/** The form of a new record. */
describe("a new record", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let tver: string;
  let editor: Actor;
  let organizer: Actor;
  let operator: Actor;
  let translator: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    yugra = await recordId(client, "region", "yugra");
    tver = await recordId(client, "region", "tver");
    editor = await makeActor(client, "Editor", { role: "editor", regionId: yugra });
    organizer = await makeActor(client, "Organizer", { role: "organizer", regionId: yugra });
    operator = await makeActor(client, "Operator", { role: "operator" });
    translator = await makeActor(client, "Translator", { role: "translator", regionId: yugra });
  });
  afterAll(() => test?.drop());

  function send(actor: Actor, fields: Record<string, string>, formId = newId()): Promise<Result> {
    const action = recordActions["create-record"];
    if (action?.audience !== "staff") throw new Error("no such action for staff");
    const pairs = Object.entries({
      kind: "site",
      region: yugra,
      language: "ru",
      name: "Парк «Север»",
      slug: "",
      ...fields,
    });
    return action.run(actor, { locale: "ru", fields: new FormFields(pairs), formId, client: "", userAgent: "" });
  }
  const draftsOf = async (id: string) => {
    const drafts = await test.client.draft.findMany({ where: { recordId: id }, include: { editions: true } });
    return Object.fromEntries(
      drafts.map(({ locale, document, editions }) => [locale ?? "shared", { document, saves: editions.length }]),
    );
  };

  it("is a row without version, with drafts of its name and of an address made of it", async () => {
    const id = newId();
    expect(await send(editor, {}, id)).toEqual({ ok: true, to: `/admin/records/${id}`, said: "created" });
    expect(await test.client.record.findUniqueOrThrow({ where: { id } })).toMatchObject({
      kind: "site",
      regionId: yugra,
      state: "draft",
      version: 0,
      slug: null,
      sourceLocale: "ru",
    });
    expect(await draftsOf(id)).toEqual({
      ru: { document: { name: "Парк «Север»" }, saves: 1 },
      shared: { document: { slug: "park-sever" }, saves: 1 },
    });
    expect(await test.client.auditEntry.findMany({ where: { recordId: id } })).toMatchObject([
      { action: "record.create", staffId: editor.id, regionId: yugra, kind: "site", label: "Парк «Север»" },
    ]);
  });

  it("is made once, however often its form is sent", async () => {
    const id = newId();
    const results = await Promise.all(Array.from({ length: 5 }, () => send(editor, { name: "Дважды" }, id)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(await test.client.draft.count({ where: { recordId: id } })).toBe(2);
    expect(await test.client.auditEntry.count({ where: { recordId: id } })).toBe(1);
    const found = { kind: null, region: null, state: null, language: null, isMine: false, page: 1, search: "дважды" };
    expect((await listRecords(editor, found, "ru")).total).toBe(1);
  });

  it("takes the next free address where the name's own is taken, and refuses a typed one that is", async () => {
    const id = newId();
    await send(editor, {}, id);
    expect((await draftsOf(id)).shared?.document).toEqual({ slug: "park-sever-2" });
    for (const slug of ["park-sever", "sez-nyagan"]) {
      expect(await send(editor, { slug })).toMatchObject({ ok: false, code: "issues", fields: { slug: "taken" } });
    }
    expect(await send(operator, { kind: "region", region: "", slug: "admin" })).toMatchObject({
      fields: { slug: "taken" },
    });
  });

  it("has no address where its kind has no page or nothing of its name can be written so", async () => {
    const [person, chinese] = [newId(), newId()];
    await send(editor, { kind: "person", name: "Лю Шэнли" }, person);
    expect(Object.keys(await draftsOf(person))).toEqual(["ru"]);
    await send(editor, { language: "zh", name: "北方工业园" }, chinese);
    expect(await draftsOf(chinese)).toEqual({ zh: { document: { name: "北方工业园" }, saves: 1 } });
  });

  it.each([
    ["in another region", () => editor, () => ({ region: tver })],
    ["that all regions share", () => editor, () => ({ region: "" })],
    ["that is a region", () => editor, () => ({ kind: "region", region: yugra })],
    ["of a kind that is not theirs", () => organizer, () => ({})],
    ["with the right to translate alone", () => translator, () => ({})],
  ])("is refused %s", async (_, actor, fields) => {
    const before = await test.client.record.count();
    expect(await send(actor(), fields())).toMatchObject({ ok: false, code: "not_allowed" });
    expect(await test.client.record.count()).toBe(before);
  });

  it("is allowed to an organizer for visits and to an operator everywhere", async () => {
    expect(await send(organizer, { kind: "visit", name: "Визит" })).toMatchObject({ ok: true });
    expect(await send(operator, { region: tver, name: "Тверь" })).toMatchObject({ ok: true });
    expect(await send(operator, { kind: "place", region: "", name: "Харбин" })).toMatchObject({ ok: true });
  });

  it.each([
    [{ name: "" }, { name: "required" }],
    [{ name: "я".repeat(301) }, { name: "too_long" }],
    [{ slug: "Не адрес" }, { slug: "wrong" }],
    [{ slug: "a--b" }, { slug: "wrong" }],
    [{ kind: "media" }, { kind: "wrong" }],
    [{ kind: "toString" }, { kind: "wrong" }],
    [{ region: "yugra" }, { region: "wrong" }],
    [{ language: "de" }, { language: "wrong" }],
  ])("is refused with %j, by the field", async (fields, refused) => {
    expect(await send(operator, fields)).toMatchObject({ ok: false, code: "issues", fields: refused });
  });

  it("is refused in a region that does not exist", async () => {
    expect(await send(operator, { region: newId() })).toMatchObject({ ok: false, fields: { region: "wrong" } });
  });

  it("that is a region stands in itself once it is published", async () => {
    const id = newId();
    await send(operator, { kind: "region", region: "", name: "Томская область" }, id);
    const { id: source } = await test.client.source.findFirstOrThrow({ select: { id: true } });
    const shared = {
      slug: "tomsk",
      "values.isoCode": "RU-TOM",
      "values.timeZone": "Asia/Tomsk",
      [`backing.${id}.all.sources`]: source,
    };
    await test.client.draft.updateMany({ where: { recordId: id, locale: null }, data: { document: shared } });
    await test.client.draft.updateMany({
      where: { recordId: id, locale: "ru" },
      data: { document: { name: "Томская область", [`texts.${id}.capital`]: "Томск" } },
    });
    const result = await test.client.$transaction(async (tx) => {
      const head = await lockRecord(tx, operator, "publish", id);
      if (!head) throw new Error("no such record");
      return publish(tx, operator, head, ["shared", "ru"], { now: new Date("2026-11-22T09:00:00Z") });
    });
    expect(result).toMatchObject({ status: "published" });
    expect(await test.client.record.findUniqueOrThrow({ where: { id } })).toMatchObject({
      regionId: id,
      slug: "tomsk",
    });
  });
});
