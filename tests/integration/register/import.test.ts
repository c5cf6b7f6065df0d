import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { database } from "@/lib/db/client";
import { readDocument, readHead } from "@/lib/record/document/staff-queries";
import { lockRecord, saveDraft } from "@/lib/record/draft/mutations";
import { applyBatch } from "@/lib/register/apply/mutations";
import { noteWork } from "@/lib/register/batch/mutations";
import { undoBatch } from "@/lib/register/undo/mutations";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { compare, lookAt, prepareReader, takeIn } from "@/tests/support/registers";
import { rowsOfReaders } from "@/tests/support/rows-of-readers";
import { sheetsOf } from "@/tests/support/sheets";
import { toWindows1251 } from "@/tests/support/windows-1251";

const now = new Date("2026-11-22T09:00:00Z");
const nyaganName = "Особая экономическая зона промышленно-производственного типа «Нягань»";
const good = { onlyGood: true, isConfirmed: true };

describe("a register comes in", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let nyagan: string;
  let sourceId: string;
  let approver: Actor;
  let editor: Actor;

  beforeAll(async () => {
    [test] = await Promise.all([publicDatabase(), prepareReader()]);
    const { client } = test;
    yugra = await recordId(client, "region", "yugra");
    nyagan = await recordId(client, "site", "sez-nyagan");
    approver = await makeActor(client, "Approver", { role: "approver", regionId: yugra });
    editor = await makeActor(client, "Editor", { role: "editor", regionId: yugra });
    sourceId = (await client.source.findFirstOrThrow({ select: { id: true } })).id;
  });
  afterAll(() => test?.drop());

  const taken = (actor = approver) => ({ actor, regionId: yugra, sourceId });
  /** Every row that a reader could see something of. */
  function everything(): Promise<string> {
    return rowsOfReaders(database().pool);
  }

  it("in force at once with the right to publish, and back to exactly what was before", async () => {
    const before = await everything();
    const csv = `Реестр инвестиционных площадок;;;;;;\n;;;;;;\n№ п/п;Наименование площадки;Тип площадки;Статус;Муниципальное образование;Общая площадь, га;Координаты\n1;Индустриальный парк «Проба»;промышленный парк;действует;Сургут;31,7+25;73.4, 61.25\n2;${nyaganName};;;;273;\n;Итого;;;;330;\n3;Плохая;нечто;действует;Сургут;много;\n`;
    const view = await takeIn(toWindows1251(csv), taken());
    expect(view.encoding).toBe("windows-1251");
    expect(view.batch.headerRow).toBe(3);
    expect(view.batch.counts).toMatchObject({
      new: 1,
      changed: 1,
      error: 1,
      skipped: 1,
      confirms: 2,
      cells: 2,
      records: 2,
    });
    expect(await everything()).toBe(before);
    const { id } = view.batch;
    expect((await applyBatch(approver, id, { onlyGood: false, isConfirmed: true }, now)).status).toBe("has_errors");
    expect((await applyBatch(approver, id, { onlyGood: true, isConfirmed: false }, now)).status).toBe("unconfirmed");
    expect(await everything()).toBe(before);
    expect(await applyBatch(approver, id, good, now)).toMatchObject({ status: "applied", isInForce: true });
    const made = await test.client.record.findFirstOrThrow({ where: { slug: "industrialnyi-park-proba" } });
    expect(made).toMatchObject({ state: "published", version: 1, regionId: yugra });
    expect(await test.client.siteFilter.findUnique({ where: { siteId: made.id } })).toMatchObject({
      totalAreaHa: 56.7,
      lat: 61.25,
      lon: 73.4,
    });
    const head = await readHead(test.client, made.id);
    const revision = await test.client.revision.findFirstOrThrow({ where: { recordId: made.id, version: 1 } });
    expect(revision.document).toEqual(head && (await readDocument(test.client, head)));
    const sheets = await sheetsOf(test.client, nyagan);
    expect(sheets.shared[`backing.${nyagan}.totalAreaHa.sources`]).toBe(sourceId);
    expect((await undoBatch(approver, id, now)).status).toBe("undone");
    expect(await everything()).toBe(before);
    expect((await undoBatch(approver, id, now)).status).toBe("not_applied");
  });

  it("a list in one language empties no other, and an empty cell empties nothing", async () => {
    const before = await sheetsOf(test.client, nyagan);
    const csv = `页面地址;名称;市;简介;总面积, 公顷\nsez-nyagan;尼亚甘特区（新）;;;\n`;
    const view = await takeIn(Buffer.from(csv), { ...taken(), locale: "zh" });
    expect(view.batch.counts).toMatchObject({ changed: 1, error: 0 });
    await applyBatch(approver, view.batch.id, good, now);
    const after = await sheetsOf(test.client, nyagan);
    expect(after.words.ru).toEqual(before.words.ru);
    expect(after.words.en).toEqual(before.words.en);
    expect(after.shared).toEqual(before.shared);
    expect(after.words.zh).toEqual({ ...before.words.zh, name: "尼亚甘特区（新）" });
    await undoBatch(approver, view.batch.id, now);
    expect(await sheetsOf(test.client, nyagan)).toEqual(before);
  });

  it("becomes drafts of somebody who may not publish; undone they are gone", async () => {
    const before = await everything();
    const csv = `Наименование;Тип;Статус;Город;Площадь, га\nПарк «Черновик»;индустриальный парк;планируется;Сургут;12\n${nyaganName};;;;274\n`;
    const view = await takeIn(csv, taken(editor));
    expect(await applyBatch(editor, view.batch.id, good, now)).toMatchObject({ status: "applied", isInForce: false });
    expect((await sheetsOf(test.client, nyagan)).shared["values.totalAreaHa"]).toBe("272");
    const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: nyagan, locale: null } });
    expect(draft.document).toMatchObject({ "values.totalAreaHa": "274" });
    await undoBatch(editor, view.batch.id, now);
    expect(await everything()).toBe(before);
  });

  it("of two at once the second finds what the first changed, and is looked at anew", async () => {
    const csv = (area: string) => `Наименование;Площадь, га\n${nyaganName};${area}\n`;
    const [one, other] = [await takeIn(csv("275"), taken()), await takeIn(csv("276"), taken())];
    const results = await Promise.all([one, other].map(({ batch }) => applyBatch(approver, batch.id, good, now)));
    expect(results.map(({ status }) => status).sort()).toEqual(["applied", "stale"]);
    const late = results[0]?.status === "stale" ? one : other;
    expect(await lookAt(approver, late.batch.id)).toMatchObject({ trouble: "stale", batch: { state: "uploaded" } });
    const again = await compare(late.batch.id, taken(), sourceId);
    expect(again.changes[0]?.changes.find(({ path }) => path === "values.totalAreaHa")?.old).toBe(
      late === one ? "276" : "275",
    );
    for (const { batch } of late === one ? [other] : [one]) await undoBatch(approver, batch.id, now);
    expect((await sheetsOf(test.client, nyagan)).shared["values.totalAreaHa"]).toBe("272");
  });

  it("what somebody edited since is left when it is undone, and an open editor meets the change", async () => {
    const csv = `Наименование;Площадь, га\n${nyaganName};277\n`;
    const { client } = test;
    const { version } = await client.record.findUniqueOrThrow({ where: { id: nyagan } });
    const open = (await sheetsOf(client, nyagan)).shared;
    const view = await takeIn(csv, taken());
    await applyBatch(approver, view.batch.id, good, now);
    const save = (change: Record<string, string>) =>
      client.$transaction(async (tx) => {
        const head = await lockRecord(tx, editor, "edit", nyagan);
        if (!head) throw new Error("no site");
        return saveDraft(tx, editor, head, "shared", { ...open, ...change }, { draftId: null, edition: 0, version });
      });
    expect(await save({ "values.totalAreaHa": "300" })).toMatchObject({
      status: "conflict",
      conflicts: [{ theirs: "277", mine: "300" }],
    });
    expect(await save({ "values.phone": "+7 1" })).toMatchObject({ status: "saved" });
    const draft = await client.draft.findFirstOrThrow({ where: { recordId: nyagan, locale: null } });
    expect(draft.document).toMatchObject({ "values.totalAreaHa": "277", "values.phone": "+7 1" });
    await client.draft.deleteMany({ where: { recordId: nyagan } });
    await client.site.update({ where: { id: nyagan }, data: { phone: "+7 2" } });
    await client.record.update({ where: { id: nyagan }, data: { version: { increment: 1 } } });
    await undoBatch(approver, view.batch.id, now);
    expect((await lookAt(approver, view.batch.id)).left).toMatchObject([{ recordId: nyagan, outcome: "left" }]);
    expect((await sheetsOf(client, nyagan)).shared["values.totalAreaHa"]).toBe("277");
  });

  it.each([
    ["the process of its work", (child: ChildProcess) => child.kill("SIGKILL")],
    // Its input ends with the web server.
    ["the web server", (child: ChildProcess) => child.stdin?.end()],
  ])("when %s is killed in the middle nothing is half-done, and it can be applied again", async (_, kill) => {
    const before = await everything();
    const csv = "Площадка;Резидент;Страна;Вид\nsez-nyagan;ООО «Обрыв»;Россия;ООО\n";
    const view = await takeIn(csv, { ...taken(), kind: "resident", settings: { constants: {} } });
    expect(view.batch.counts).toMatchObject({ records: 2 });
    const { pool } = database();
    const holder = await pool.connect();
    await holder.query("BEGIN");
    // The company is written by then; the site waits for this.
    await holder.query("SELECT 1 FROM record WHERE id = $1 FOR UPDATE", [nyagan]);
    const task = { work: "apply", actor: approver, id: view.batch.id, said: good };
    await noteWork(view.batch.id, "apply", null);
    const child = spawn(process.execPath, ["dist/register.mjs"], { stdio: ["pipe", "ignore", "ignore"] });
    child.stdin.write(`${JSON.stringify(task)}\n`);
    const ended = new Promise((resolve) => child.on("exit", resolve));
    const isWaiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR UPDATE%'";
    await expect.poll(async () => (await pool.query(isWaiting)).rowCount, { timeout: 20_000 }).toBeGreaterThan(0);
    kill(child);
    await ended;
    await holder.query("ROLLBACK");
    holder.release();
    const isGone = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory'";
    await expect.poll(async () => (await pool.query(isGone)).rowCount, { timeout: 20_000 }).toBe(0);
    expect(await everything()).toBe(before);
    // The page says so once the work is no longer about to begin.
    await pool.query("UPDATE import_batch SET work_at = now() - interval '2 minutes' WHERE id = $1", [view.batch.id]);
    expect(await lookAt(approver, view.batch.id)).toMatchObject({
      batch: { state: "checked" },
      work: null,
      trouble: "failed",
    });
    expect((await applyBatch(approver, view.batch.id, good, now)).status).toBe("applied");
    expect(await lookAt(approver, view.batch.id)).toMatchObject({ work: null, trouble: null });
    await undoBatch(approver, view.batch.id, now);
    expect(await everything()).toBe(before);
  });

  it("is not there for staff of another region, for translators and for nobody", async () => {
    const view = await takeIn(`Наименование;Площадь, га\n${nyaganName};278\n`, taken());
    const tver = await recordId(test.client, "region", "tver");
    const strangers = [
      await makeActor(test.client, "Elsewhere", { role: "approver", regionId: tver }),
      await makeActor(test.client, "Translator", { role: "translator", regionId: yugra }),
      await makeActor(test.client, "Nobody"),
    ];
    for (const stranger of strangers) {
      await expect(lookAt(stranger, view.batch.id)).rejects.toThrow("no batch");
      expect((await applyBatch(stranger, view.batch.id, good, now)).status).toBe("not_there");
      expect((await undoBatch(stranger, view.batch.id, now)).status).toBe("not_there");
    }
    expect((await lookAt(approver, view.batch.id)).batch.state).toBe("checked");
  });

  it("the same file is known again, and the columns of such a list", async () => {
    const csv = `Наименование;Площадь, га;Заметка\n${nyaganName};279;x\n`;
    const first = await takeIn(csv, taken());
    await applyBatch(approver, first.batch.id, good, now);
    const second = await takeIn(csv, taken());
    expect(second.sameFile?.id).toBe(first.batch.id);
    expect(second.batch.counts).toMatchObject({ unchanged: 1, records: 0 });
    await undoBatch(approver, first.batch.id, now);
  });

  it("rows that stand twice, belong elsewhere or lack what a new record needs stay out and say why", async () => {
    const csv = `Субъект РФ;Наименование;Тип;Статус;Город;Площадь, га;Свободная площадь, га\n;Парк А;технопарк;действует;Сургут;5;\n;парк а;технопарк;действует;Сургут;5;\nТверская область;Парк Б;технопарк;действует;Тверь;5;\n;Парк В;;;;5;\n;Парк Г;технопарк;действует;Сургут;5;7\n;;технопарк;;;1;\n`;
    const view = await takeIn(csv, taken());
    const codes = view.rows.map(({ notices }) =>
      notices.filter(({ level }) => level === "error").map(({ code }) => code),
    );
    expect(codes).toEqual([
      [],
      ["twice_in_file"],
      ["region_not_yours"],
      expect.arrayContaining(["required_new"]),
      ["more_free_than_total"],
      ["name_missing"],
    ]);
    expect(view.rows[4]?.notices[0]?.column).toBe(6);
  });
});
