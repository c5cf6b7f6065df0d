import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { FormFields, type Result } from "@/lib/form/types";
import { answerDelegationList } from "@/lib/programme/party-list/import/actions";
import { forgetLists } from "@/lib/programme/party-list/import/mutations";
import { readListView } from "@/lib/programme/party-list/import/staff-queries";
import { listMembers } from "@/lib/programme/party-list/staff-queries";
import { answerPassList } from "@/lib/programme/passport/actions";
import { forgetPassData, savePassData } from "@/lib/programme/passport/mutations";
import { readPassView } from "@/lib/programme/passport/staff-queries";
import { passInputs } from "@/lib/programme/passport/types";
import { readVisit } from "@/lib/programme/staff-queries";
import { readTable } from "@/lib/spreadsheet/read";
import { type OutCell, toWorkbook } from "@/lib/spreadsheet/write";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));
const session = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock(import("@/lib/auth/session"), async (original) => ({
  ...(await original()),
  currentActor: async () => session.actor as Actor | null,
}));

type Pairs = [name: string, value: string][];
const number = "E77712345";

describe("lists of delegations and passport data", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let visit: TestVisit;
  let yugra: string;
  let organizer: Actor;
  let editor: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    yugra = await recordId(test.client, "region", "yugra");
    organizer = await makeActor(test.client, "Organizer", { role: "organizer", regionId: yugra });
    editor = await makeActor(test.client, "Editor", { role: "editor", regionId: yugra });
    visit = await makeVisit(test.client, organizer);
  });
  afterAll(() => test?.drop());

  async function act(action: string, pairs: Pairs, actor = organizer): Promise<Result> {
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(`no such action: ${action}`);
    const fields = new FormFields([["record", visit.head.id], ...pairs]);
    return found.run(actor, { locale: "ru", fields, formId: newId(), client: "192.0.2.1", userAgent: "t" });
  }

  async function upload(bytes: Uint8Array | string, actor: Actor | null = organizer): Promise<string> {
    session.actor = actor;
    const form = new FormData();
    form.set("form", newId());
    form.set("record", visit.head.id);
    form.set("side", "cn");
    form.set("file", new Blob([bytes as BlobPart]), "代表团.xlsx");
    const request = new Request("http://portal", { method: "POST", body: form });
    const body = new Uint8Array(await request.arrayBuffer());
    return answerDelegationList(
      (async function* () {
        yield body;
      })(),
      request.headers.get("content-type") ?? "",
    );
  }

  const xlsx = (rows: OutCell[][]) => toWorkbook([{ name: "名单", widths: rows[0]?.map(() => 20) ?? [], rows }]);
  const idIn = (path: string) => new URLSearchParams(path.split("?")[1]).get("list") ?? "";
  const people = async () => {
    const found = await readVisit(organizer, visit.head.id, "ru");
    return found ? listMembers(organizer, found.visit, found.document, null) : [];
  };
  const look = (id: string, actor = organizer) => readListView(actor, visit.head, id);

  it("are understood in any order of columns and three languages, and told row by row", async () => {
    const path = await upload(
      await xlsx([
        ["访问团名单"],
        ["护照号", "职务", "单位", "序号", "姓名", "出生日期", "性别", "国籍"],
        [number, "董事长", "远方实业", 1, "冯远方 Feng Yuanfang", "1970年1月2日", "男", "中国"],
        ["E2", "经理", null, 2, "钟同上", "31.31.1980", "女", "中国"],
        [null, "Инженер", "Open Company", 3, "郑公开", null, null, null],
        [null, "工程师", null, 4, null, null, null, null],
        ["合计", null, null, null, "3", null, null, null],
      ]),
    );
    const list = await look(idIn(path));
    expect(list?.columns.map(({ field }) => field)).toEqual([
      "documentNumber",
      "position",
      "organisation",
      "number",
      "name",
      "birthDate",
      "sex",
      "citizenship",
    ]);
    expect(list?.rows).toMatchObject([
      { number: 3, name: { han: "冯远方", latin: "Feng Yuanfang" }, hasPass: true, problems: [], person: null },
      { number: 4, isSameOrganisation: true, organisation: { zh: "远方实业" }, problems: ["pass_wrong"] },
      { number: 5, person: { id: visit.ids.open.person }, isThere: true, problems: [] },
      { number: 6, problems: ["no_name"] },
    ]);
    // The page of the list shows nothing of a passport, and the row in the database is no text.
    expect(JSON.stringify(list)).not.toContain(number);
    const [row] = await test.client.delegationList.findMany();
    expect(Buffer.from(row?.cipherText ?? []).toString("utf8")).not.toContain(number);
    expect(await look(idIn(path), editor)).toBeNull();
  });

  it("take effect as a whole, once, with passport data in their own place alone", async () => {
    const path = await upload(
      await xlsx([
        ["ФИО", "Организация", "Должность", "Паспорт", "Как в паспорте", "Гражданство", "Дата рождения"],
        ["何新一", "新一公司", "Директор", number, "HE XINYI", "Китай", "1980-05-06"],
        ["何新二", "新一公司", "总监", "", "", "", ""],
        ["Без Компании", "", "", "", "", "", ""],
      ]),
    );
    const list: Pairs = [["list", idIn(path)]];
    const before = (await people()).length;
    // The company of the row above stands for the third.
    expect((await look(idIn(path)))?.rows.map(({ problems }) => problems)).toEqual([[], [], []]);
    expect(await act("party-list-apply", [...list, ["level", "named"]])).toMatchObject({
      fields: { basis: "required", evidence: "required" },
    });
    expect(await act("party-list-apply", [...list, ["fill", "yes"]])).toMatchObject({ ok: true, said: "created" });
    expect(await act("party-list-apply", list)).toMatchObject({ ok: false, code: "expired" });
    const all = await people();
    expect(all).toHaveLength(before + 3);
    expect(all.slice(before)).toMatchObject([
      {
        person: { name: { zh: "何新一", ru: "Хэ Синьи", en: "He Xinyi" }, position: { ru: "Директор" } },
        shown: "counted",
      },
      { person: { name: { zh: "何新二" }, position: { zh: "总监" } }, organisation: { name: { zh: "新一公司" } } },
      { person: { name: { ru: "Без Компании" } } },
    ]);
    expect(await test.client.recordText.count({ where: { name: "新一公司" } })).toBe(1);
    expect(await test.client.passDetail.count({ where: { participantId: all[before]?.id ?? "" } })).toBe(1);
    await expectNowhere(number);
  });

  it("keep passport data from those who may not enter them", async () => {
    const rows = [
      ["Name", "Company", "Passport No"],
      ["Nobody Special", "Plain Ltd", "P5550001"],
    ];
    const path = await upload(await xlsx(rows), editor);
    const before = await test.client.passDetail.count();
    expect(await look(idIn(path), editor)).toMatchObject({ keepsPass: false });
    expect(await act("party-list-apply", [["list", idIn(path)]], editor)).toMatchObject({ ok: true });
    expect(await test.client.passDetail.count()).toBe(before);
    await expectNowhere("P5550001");
  });

  it("are refused in plain words when they are no lists, and hurt nobody when they are hostile", async () => {
    const problem = async (bytes: Uint8Array | string) => new URLSearchParams((await upload(bytes)).split("?")[1]);
    expect((await problem("")).get("problem")).toBe("empty");
    expect((await problem("%PDF-1.7 x")).get("problem")).toBe("no_table");
    expect(
      (
        await problem(
          await xlsx([
            ["a", "b"],
            ["c", "d"],
          ]),
        )
      ).get("problem"),
    ).toBe("no_heads");
    expect((await problem(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3, 4, 5, 6]))).get("problem")).toBe("damaged");
    const formula = await upload(
      await xlsx([
        ["姓名", "单位"],
        ['=HYPERLINK("http://x")', "@SUM(A1)"],
      ]),
    );
    expect((await look(idIn(formula)))?.rows[0]?.organisation).toEqual({ en: "@SUM(A1)" });
    expect(await upload("x", null)).toMatch(/^\/admin\/sign-in/);
    const stranger = await makeActor(test.client, "S", { role: "translator", regionId: yugra });
    expect(
      await upload(
        await xlsx([
          ["姓名", "单位"],
          ["甲乙", "丙丁"],
        ]),
        stranger,
      ),
    ).toMatch(/refused=not_there$/);
  });

  it("of two hundred people are taken at once, names of 120 characters whole", async () => {
    const long = "字".repeat(120);
    const rows = Array.from({ length: 200 }, (_, index) => [
      index === 0 ? long : `名单人${index}`,
      `名单企业${index % 9}`,
      "代表",
      `X${index}`,
    ]);
    const path = await upload(await xlsx([["姓名", "单位", "职务", "护照号"], ...rows]));
    const before = (await people()).length;
    const passes = await test.client.passDetail.count();
    expect(await act("party-list-apply", [["list", idIn(path)]])).toMatchObject({ ok: true });
    const all = await people();
    expect(all).toHaveLength(before + 200);
    expect(all[before]?.person?.name.zh).toBe(long);
    expect(await test.client.passDetail.count()).toBe(passes + 200);
  });

  it("wait a day for their press, no longer", async () => {
    await upload(
      await xlsx([
        ["姓名", "单位"],
        ["甲乙", "丙丁"],
      ]),
    );
    expect(await forgetLists(new Date())).toBe(0);
    expect(await forgetLists(new Date(Date.now() + 25 * 3600 * 1000))).toBeGreaterThan(0);
    expect(await test.client.delegationList.count()).toBe(0);
  });

  it("leave no trace of what was typed into the form, not even of what was refused", async () => {
    const own: Pairs = [["participant", visit.ids.members.open]];
    const typed: Pairs = [
      [passInputs.documentNumber, "Q4440004"],
      [passInputs.nameAsInDocument, "ZHENG GONGKAI"],
      [passInputs.birthDate, "вчера"],
    ];
    const action = staffActions["passport-save"];
    expect(action?.audience === "staff" && action.secrets).toEqual(Object.values(passInputs));
    expect(await act("passport-save", [...own, ...typed])).toMatchObject({ fields: { "pass-birth": "wrong" } });
    expect(
      await act("passport-save", [...own, ...typed.slice(0, 2), [passInputs.birthDate, "1970-01-02"]]),
    ).toMatchObject({ ok: true });
    await expectNowhere("Q4440004");
  });

  it("stand on the list for the gate, with the missing ones marked and the log written, for nobody else", async () => {
    const [, tour, dinner] = visit.ids.stops;
    session.actor = organizer;
    const answer = await answerPassList(visit.head.id, tour, "ru");
    expect(answer?.headers.get("cache-control")).toBe("no-store");
    const { rows } = readTable(new Uint8Array((await answer?.arrayBuffer()) ?? new ArrayBuffer(0)));
    const cells: unknown[][] = [];
    for await (const row of rows) cells.push(row.cells);
    const text = JSON.stringify(cells);
    expect(text).toContain("Q4440004");
    // A gate asks for names, whatever its owner agreed to.
    expect(text).toContain("尹不名");
    expect(cells[2]).toContain("НЕТ ДАННЫХ");
    const lines = await test.client.auditEntry.count({ where: { action: "passport.list", recordId: visit.head.id } });
    expect(lines).toBe(1);
    expect(await answerPassList(visit.head.id, dinner, "ru")).toBeNull();
    for (const actor of [null, editor]) {
      session.actor = actor;
      expect(await answerPassList(visit.head.id, tour, "ru")).toBeNull();
    }
    expect(await test.client.auditEntry.count({ where: { action: "passport.list" } })).toBe(1);
  });

  it("go by themselves on the earlier of two days, and with those who do not come", async () => {
    const { client } = test;
    await client.passDetail.deleteMany();
    const data = { documentNumber: "1", nameAsInDocument: "", citizenship: "", birthDate: "", validTo: "" };
    const day = (text: string) => new Date(`${text}T00:00:00Z`);
    const keep = async (participantId: string) => {
      const found = await readVisit(organizer, visit.head.id, "ru");
      const shared = found?.document.shared ?? {};
      await client.$transaction((tx) =>
        savePassData(tx, organizer, visit.head, shared, [{ participantId, data }], day("2026-12-01")),
      );
    };
    const setEnd = async (endsOn: string) => {
      const draft = await client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
      const document = { ...(draft.document as Record<string, string>), "values.endsOn": endsOn };
      await client.draft.update({ where: { id: draft.id }, data: { document } });
    };
    await keep(visit.ids.members.open);
    expect(await forgetPassData(client, day("2026-12-29"))).toBe(0);
    // Put off: what was said when they were entered still holds, until somebody decides otherwise.
    await setEnd("2027-02-15");
    const found = await readVisit(organizer, visit.head.id, "ru");
    if (!found) throw new Error("no visit");
    expect(await readPassView(found.visit, found.document)).toMatchObject({ goEarlier: 1, keptUntil: "2027-03-01" });
    expect(await act("passport-keep", [])).toMatchObject({ ok: true, said: "saved" });
    expect(await forgetPassData(client, day("2026-12-30"))).toBe(0);
    // It ends sooner: they go sooner.
    await setEnd("2026-12-14");
    expect(await forgetPassData(client, day("2026-12-28"))).toBe(0);
    expect(await forgetPassData(client, day("2026-12-29"))).toBe(1);
    await keep(newId());
    expect(await forgetPassData(client, day("2026-12-02"))).toBe(1);
    expect(await client.auditEntry.count({ where: { action: "passport.delete", staffId: null } })).toBe(2);
  });

  /** In no draft, form, revision or line of the log. */
  async function expectNowhere(secret: string) {
    const { client } = test;
    const all = [
      await client.draft.findMany(),
      await client.draftEdition.findMany(),
      await client.submission.findMany(),
      await client.auditEntry
        .findMany({ orderBy: { id: "desc" }, take: 300 })
        .then((rows) => rows.map(({ detail, label }) => ({ detail, label }))),
    ];
    expect(JSON.stringify(all)).not.toContain(secret);
  }
});
