import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { submitOnce } from "@/lib/form/mutations";
import { FormFields, type Result } from "@/lib/form/types";
import { addMembers } from "@/lib/programme/party-list/mutations";
import { listMembers } from "@/lib/programme/party-list/staff-queries";
import type { NewMember } from "@/lib/programme/party-list/types";
import { readWorkingDocument, viewProgramme } from "@/lib/programme/share-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { listAt } from "@/lib/publishing/sheet";
import type { PartName } from "@/lib/publishing/types";
import { readHead } from "@/lib/record/document/staff-queries";
import { saveDraft } from "@/lib/record/draft/mutations";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { publish } from "@/lib/record/publication/mutations";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

type Pairs = [name: string, value: string][];

describe("the people of a visit", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let visit: TestVisit;
  let organizer: Actor;
  let editor: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const yugra = await recordId(test.client, "region", "yugra");
    organizer = await makeActor(test.client, "Organizer", { role: "organizer", regionId: yugra });
    editor = await makeActor(test.client, "Editor", { role: "approver", regionId: yugra });
    visit = await makeVisit(test.client, organizer);
  });
  afterAll(() => test?.drop());

  async function act(action: string, pairs: Pairs, { actor = organizer, formId = newId() } = {}): Promise<Result> {
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(`no such action: ${action}`);
    const fields = new FormFields([["record", visit.head.id], ...pairs]);
    const input = { locale: "ru", fields, formId, client: "192.0.2.1", userAgent: "t" } as const;
    const sender = { staffId: actor.id, action, returnTo: "/admin", secrets: found.secrets };
    return (await submitOnce(sender, input, (one) => found.run(actor, one))).result;
  }

  const shared = async () => (await readWorkingDocument(test.client, visit.head)).shared;
  const order = async () => listAt(await shared(), "rows.participants");
  const people = async () => {
    const found = await readVisit(organizer, visit.head.id, "ru");
    if (!found) throw new Error("no visit");
    return listMembers(organizer, found.visit, found.document, null);
  };
  const newcomer = (name: string, more: Pairs = []): Pairs => [
    ["han", name],
    ["position.zh", "总经理"],
    ["organisation.zh", "新来公司"],
    ["organisation.en", "Newcomer Ltd"],
    ["side", "cn"],
    ["capacity", "member"],
    ["role.ru", "эксперт"],
    ...more,
  ];

  it("are added by one press, in force but not public, counted until they agree", async () => {
    const formId = newId();
    const result = await act("party-add", newcomer("钱新来"), { formId });
    expect(result).toMatchObject({ ok: true, said: "created" });
    expect(await act("party-add", newcomer("钱新来"), { formId })).toEqual(result);
    const all = (await people()).filter(({ id }) => id === formId);
    expect(all).toMatchObject([
      {
        person: { name: { zh: "钱新来" }, position: { zh: "总经理" }, level: "counted", isPublic: false },
        organisation: { name: { zh: "新来公司", en: "Newcomer Ltd" }, level: "counted" },
        role: { ru: "эксперт" },
        shown: "counted",
      },
    ]);
    const [member] = all;
    const record = await test.client.record.findUniqueOrThrow({
      where: { id: member?.person?.id ?? "" },
      select: { state: true, version: true, sourceLocale: true, texts: { select: { state: true } } },
    });
    expect(record).toEqual({ state: "draft", version: 1, sourceLocale: "zh", texts: [{ state: "draft" }] });
    expect(await test.client.consent.count({ where: { personId: member?.person?.id ?? "" } })).toBe(0);
    const document = await readWorkingDocument(test.client, visit.head);
    const work = { number: null, document, note: null, publishedAt: null };
    const shown = await viewProgramme(test.client, visit.head, work, { audience: "staff", participantId: null });
    expect(JSON.stringify(shown)).not.toContain("钱新来");
    expect(shown.members).toHaveLength(3);
  });

  it("need a ground to be shown, and none is taken without the right to keep consent", async () => {
    const named: Pairs = [["level", "named"]];
    expect(await act("party-add", newcomer("孙有据", named))).toMatchObject({
      ok: false,
      fields: { basis: "required", evidence: "required" },
    });
    const formId = newId();
    await act("party-add", newcomer("孙有据", [...named, ["basis", "agreed"], ["evidence", "письмо от 1 декабря"]]), {
      formId,
    });
    const member = (await people()).find(({ id }) => id === formId);
    expect(member).toMatchObject({ shown: "named", person: { level: "named" }, organisation: { level: "counted" } });
    const consent = await test.client.consent.findMany({ where: { personId: member?.person?.id ?? "" } });
    expect(consent).toMatchObject([{ level: "named", basis: "agreed", evidence: "письмо от 1 декабря" }]);
    // A second person of that company did not make a second company.
    const companies = new Set((await people()).map(({ organisation }) => organisation?.name.zh));
    expect([...companies].filter((name) => name === "新来公司")).toHaveLength(1);
    const count = await test.client.recordText.count({ where: { name: "新来公司" } });
    expect(count).toBe(1);
  });

  it("are offered when their name is known, and not entered twice", async () => {
    const before = await order();
    const records = await test.client.record.count();
    expect(await act("party-add", newcomer("ZHENG gongkai".toUpperCase(), [["latin", "zheng gongkai"]]))).toMatchObject(
      {
        ok: false,
        code: "known",
      },
    );
    expect(await act("party-add", [["person", visit.ids.open.person]])).toMatchObject({ ok: false, code: "taken" });
    expect(await act("party-add", [["person", "никто такой"]])).toMatchObject({ fields: { person: "not_there" } });
    expect([await order(), await test.client.record.count()]).toEqual([before, records]);
    await act("party-add", [
      ["chosen", visit.ids.host],
      ["side", "ru"],
      ["capacity", "host"],
    ]);
    expect(await order()).toHaveLength(before.length + 1);
    expect(await test.client.record.count()).toBe(records);
    const twin = newId();
    await act("party-add", newcomer("郑公开", [["another", "yes"]]), { formId: twin });
    expect(await order()).toContain(twin);
  });

  it("are spelled by suggestion only where somebody asked for it", async () => {
    const [plain, filled] = [newId(), newId()];
    expect(await act("party-add", newcomer("李强", [["intent", "take/latin"]]))).toMatchObject({ code: "filled" });
    await act("party-add", newcomer("李自强"), { formId: plain });
    await act("party-add", newcomer("邓补全", [["fill", "yes"]]), { formId: filled });
    const names = (await people()).filter(({ id }) => [plain, filled].includes(id)).map(({ person }) => person?.name);
    expect(names).toEqual([{ zh: "李自强" }, { zh: "邓补全", ru: "Дэн Буцюань", en: "Deng Buquan" }]);
  });

  it("keep a name of 120 characters and what was typed when something is refused", async () => {
    const formId = newId();
    const long = "Очень Длинное Имя ".repeat(10).slice(0, 120).trim().padEnd(120, "я");
    const own: Pairs = [
      ["cyrillic", long],
      ["position.ru", "директор"],
      ["organisation.ru", "Долгая компания"],
    ];
    await act("party-add", own, { formId });
    expect((await people()).find(({ id }) => id === formId)?.person?.name.ru).toBe(long);
    const refused = newId();
    await act("party-add", [["cyrillic", "Без Компании"]], { formId: refused });
    const kept = await test.client.submission.findUniqueOrThrow({ where: { id: refused } });
    expect(JSON.stringify(kept.fields)).toContain("Без Компании");
    expect(await act("party-add", newcomer("字", [["latin", "x".repeat(301)]]))).toMatchObject({
      fields: { latin: "too_long" },
    });
  });

  it("ask for a name in the script of a position, so that no position is lost", async () => {
    const result = await act("party-add", newcomer("赵职务", [["position.ru", "директор"]]));
    expect(result).toMatchObject({ ok: false, fields: { cyrillic: "required" } });
  });

  it("move before each other: two who press the same button move once, and one who was taken away moves nobody", async () => {
    const [first = "", second = "", third = ""] = await order();
    const move: Pairs = [["move", `${second}/${first}`]];
    expect(await act("party-move", move)).toMatchObject({ ok: true, said: "saved" });
    expect(await act("party-move", move, { actor: editor })).toMatchObject({ ok: true, said: "unchanged" });
    expect((await order()).slice(0, 3)).toEqual([second, first, third]);
    await act("party-move", [["move", `${second}/`]]);
    expect((await order()).at(-1)).toBe(second);
    const before = await order();
    expect(await act("party-move", [["move", `${newId()}/${first}`]])).toMatchObject({ ok: false, code: "conflict" });
    expect(await act("party-move", [["move", `${first}/${newId()}`]])).toMatchObject({ ok: false, code: "conflict" });
    expect(await order()).toEqual(before);
  });

  it("are written by two at once: other fields are joined, the same field is asked about", async () => {
    const [row = ""] = await order();
    const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
    const base: Pairs = [
      ["base.shared", `${draft.id}/${draft.edition}/0`],
      ["participant", row],
    ];
    const set = (field: string, value: string): Pairs => [...base, [`rows.participants.${row}.${field}`, value]];
    expect(await act("party-save", set("capacity", "host"))).toMatchObject({ ok: true });
    expect(await act("party-save", set("side", "ru"), { actor: editor })).toMatchObject({ ok: true });
    expect(await act("party-save", set("capacity", "interpreter"), { actor: editor })).toMatchObject({
      code: "conflict",
    });
    const sheet = await shared();
    expect([sheet[`rows.participants.${row}.capacity`], sheet[`rows.participants.${row}.side`]]).toEqual([
      "host",
      "ru",
    ]);
  });

  it("stay in the visit when the editor opens their record later and publishes it", async () => {
    const formId = newId();
    await act(
      "party-add",
      newcomer("周公布", [
        ["level", "named"],
        ["basis", "agreed"],
        ["evidence", "письмо"],
      ]),
      { formId },
    );
    const personId = (await people()).find(({ id }) => id === formId)?.person?.id ?? "";
    const view = await readEditor(editor, personId, "ru", null);
    expect(view).toMatchObject({ version: 1, state: "draft", parts: { zh: { sheet: { name: "周公布" } } } });
    const source = await test.client.source.findFirstOrThrow({ select: { id: true } });
    const put = (parts: PartName[], backing: Record<string, string>) =>
      test.client.$transaction(async (tx) => {
        const head = await readHead(tx, personId);
        if (!head) throw new Error("no record");
        const base = { draftId: null, edition: 0, version: 1 };
        await saveDraft(tx, editor, head, "zh", { ...view?.parts.zh.sheet, name: "周已公布" }, base);
        if (parts.includes("shared")) {
          await saveDraft(tx, editor, head, "shared", { ...view?.parts.shared.sheet, ...backing }, base);
        }
        return publish(tx, editor, head, parts, { now: new Date("2026-12-01T00:00:00Z") });
      });
    // A name alone is not enough to become public: the form says what is missing, not the database.
    const without = await put(["zh"], {});
    expect(without).toMatchObject({
      status: "issues",
      issues: [{ part: "shared", issues: [{ code: "source_missing" }] }],
    });
    const result = await put(["shared", "zh"], { [`backing.${personId}.all.sources`]: source.id });
    expect(result).toMatchObject({ status: "published", version: 2 });
    expect((await people()).find(({ id }) => id === formId)).toMatchObject({
      person: { name: { zh: "周已公布" }, isPublic: true },
      shown: "named",
    });
  });

  it("come two hundred at once with few questions, each with his own record", async () => {
    const members = Array.from({ length: 200 }, (_, index): NewMember => {
      const organisation = {
        id: null,
        name: { zh: `百家公司${index % 7}` },
        kind: "company",
        country: "cn",
        level: "counted",
      };
      return {
        rowId: newId(),
        personId: null,
        name: { zh: `百人${index}`, en: `Bai ${index}` },
        position: { zh: "经理" },
        role: {},
        organisation: organisation as NewMember["organisation"],
        side: "cn",
        capacity: "member",
        level: "counted",
        ground: null,
      };
    });
    const before = (await order()).length;
    await test.client.$transaction((tx) => addMembers(tx, organizer, visit.head, members));
    expect(await order()).toHaveLength(before + 200);
    expect(await test.client.recordText.count({ where: { name: { startsWith: "百人" } } })).toBe(200);
    expect(await test.client.recordText.count({ where: { name: { startsWith: "百家公司" } } })).toBe(7);
    const lines = await test.client.auditEntry.count({
      where: { action: "record.create", label: { startsWith: "百" } },
    });
    expect(lines).toBe(207);
    expect((await people()).filter(({ person }) => person?.name.zh?.startsWith("百人"))).toHaveLength(200);
  });
});
