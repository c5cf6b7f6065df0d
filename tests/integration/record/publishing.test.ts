import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { type Database, makeDatabase } from "@/lib/db/make-client";
import type { Tx } from "@/lib/db/table";
import type { PartName, Sheet } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import {
  lockRecord,
  readInForce,
  restoreRevision,
  saveDraft,
  scheduleDrafts,
  submitDrafts,
} from "@/lib/record/draft/mutations";
import type { FormBase, SaveResult } from "@/lib/record/draft/types";
import { publish, republish, withdraw } from "@/lib/record/publication/mutations";
import { publishDue, withdrawExpired } from "@/lib/record/schedule/mutations";
import { makeActor, recordId } from "@/tests/support/actors";
import { testDatabase } from "@/tests/support/database";

/** What staff do with one site of the facts, on a real database. */
describe("drafts and publishing", () => {
  let test: Awaited<ReturnType<typeof testDatabase>>;
  let database: Database;
  let site: string;
  let editor: Actor;
  let approver: Actor;
  const now = new Date("2026-11-22T09:00:00Z");

  beforeAll(async () => {
    test = await testDatabase("facts");
    database = makeDatabase({ url: test.url, statementTimeoutMs: 0 });
    const { client } = database;
    site = await recordId(client, "site", "sez-nyagan");
    const yugra = await recordId(client, "region", "yugra");
    editor = await makeActor(client, "Editor", { role: "editor", regionId: yugra });
    approver = await makeActor(client, "Approver", { role: "approver", regionId: yugra });
  });
  afterAll(async () => {
    await database.close();
    await test.drop();
  });

  const onSite = <T>(actor: Actor, run: (tx: Tx, head: RecordHead) => Promise<T>) =>
    database.client.$transaction(
      async (tx) => {
        const head = await lockRecord(tx, actor, "read", site);
        if (!head) throw new Error("no such site");
        return run(tx, head);
      },
      { timeout: 20_000 },
    );

  async function sheetOf(part: PartName): Promise<Sheet> {
    return onSite(editor, (tx, head) => readInForce(tx, head, part));
  }
  async function base(part: PartName): Promise<FormBase> {
    const locale = part === "shared" ? null : part;
    const draft = await database.client.draft.findFirst({ where: { recordId: site, locale } });
    const { version } = await database.client.record.findUniqueOrThrow({ where: { id: site } });
    return { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version };
  }
  async function save(part: PartName, change: Sheet, from?: FormBase, actor = editor): Promise<SaveResult> {
    const at = from ?? (await base(part));
    const sheet = { ...(await sheetOf(part)), ...change };
    return onSite(actor, (tx, head) => saveDraft(tx, actor, head, part, sheet, at));
  }
  const publishParts = (parts: PartName[], options: { isMinor?: boolean; reason?: string } = {}) =>
    onSite(approver, (tx, head) => publish(tx, approver, head, parts, { now, ...options }));

  async function statusOf(locale: "zh" | "en"): Promise<string[]> {
    const { rows } = await database.pool.query<{ status: string }>(
      "SELECT status FROM translation_status WHERE record_id = $1 AND locale = $2::locale ORDER BY sheet",
      [site, locale],
    );
    return rows.map(({ status }) => status);
  }

  it("a draft changes nothing that is public, and outdates no translation", async () => {
    const before = await database.client.recordText.findMany({ where: { recordId: site }, orderBy: { locale: "asc" } });
    const words = { name: "ОЭЗ «Нягань», черновик", [`texts.${site}.municipality`]: "город Нягань, черновик" };
    expect((await save("ru", words)).status).toBe("saved");
    expect(
      await database.client.recordText.findMany({ where: { recordId: site }, orderBy: { locale: "asc" } }),
    ).toEqual(before);
    expect(new Set(await statusOf("zh"))).toEqual(new Set(["current"]));
  });

  it("publishing the source outdates its translations, and nothing else of them", async () => {
    const before = await database.client.recordText.findUniqueOrThrow({
      where: { recordId_locale: { recordId: site, locale: "zh" } },
    });
    expect(await publishParts(["ru"])).toMatchObject({ status: "published" });
    expect(await statusOf("zh")).toContain("outdated");
    const after = await database.client.recordText.findUniqueOrThrow({
      where: { recordId_locale: { recordId: site, locale: "zh" } },
    });
    expect(after).toEqual(before);
  });

  it("publishing the translation clears that it was outdated, in its own language only", async () => {
    await save("zh", { name: "涅甘经济特区（修订）" });
    expect(await publishParts(["zh"])).toMatchObject({ status: "published" });
    expect(await statusOf("zh")).not.toContain("outdated");
    expect(await statusOf("en")).toContain("outdated");
  });

  it("a minor edit leaves translations current, and needs a reason", async () => {
    await save("en", { name: "Nyagan SEZ, revised" });
    await publishParts(["en"]);
    await save("ru", { summary: `${(await sheetOf("ru")).summary} Запятая.` });
    expect(await publishParts(["ru"], { isMinor: true, reason: "запятая" })).toMatchObject({ status: "published" });
    expect(await statusOf("zh")).not.toContain("outdated");
    await expect(
      onSite(editor, async (tx, head) => {
        await saveDraft(
          tx,
          editor,
          head,
          "ru",
          { ...(await readInForce(tx, head, "ru")), name: "x" },
          await base("ru"),
        );
        return submitDrafts(tx, editor, head, ["ru"], { isMinor: true, reason: null });
      }),
    ).rejects.toThrow(/minor_edit_tells_why/);
  });

  it("one language published or withdrawn touches no other", async () => {
    const others = () =>
      database.client.recordText.findMany({
        where: { recordId: site, locale: { not: "en" } },
        include: { words: { orderBy: [{ partId: "asc" }, { field: "asc" }] } },
        orderBy: { locale: "asc" },
      });
    const before = await others();
    await save("en", { name: "Nyagan SEZ, again" });
    await publishParts(["en"]);
    await onSite(approver, (tx, head) => withdraw(tx, approver, head, "en", "test"));
    expect(await others()).toEqual(before);
    await onSite(approver, (tx, head) => republish(tx, approver, head, "en"));
    expect(await others()).toEqual(before);
  });

  it("publishing a language brings nothing back that was withdrawn", async () => {
    await onSite(approver, (tx, head) => withdraw(tx, approver, head, "shared", "test"));
    await save("zh", { summary: "撤下期间的修改。" });
    expect(await publishParts(["zh"])).toMatchObject({ status: "published" });
    const { state } = await database.client.record.findUniqueOrThrow({ where: { id: site } });
    expect(state).toBe("withdrawn");
    await onSite(approver, (tx, head) => republish(tx, approver, head, "shared"));
  });

  it("two editors in different fields are joined; in the same field the later one gets both texts and nothing is lost", async () => {
    const from = await base("shared");
    const phone = { "values.phone": "+7 346 700-00-01" };
    const year = { "values.establishedYear": "2019" };
    expect((await save("shared", phone, from)).status).toBe("saved");
    expect((await save("shared", year, from)).status).toBe("saved");
    const draft = await database.client.draft.findFirstOrThrow({ where: { recordId: site, locale: null } });
    expect(draft.document).toMatchObject({ ...phone, ...year });
    const third = await save("shared", { "values.phone": "+7 346 700-00-02" }, from);
    expect(third).toMatchObject({
      status: "conflict",
      conflicts: [{ path: "values.phone", theirs: "+7 346 700-00-01", mine: "+7 346 700-00-02" }],
    });
    const still = await database.client.draft.findFirstOrThrow({ where: { recordId: site, locale: null } });
    expect(still.document).toEqual(draft.document);
  });

  it("a draft that cannot be in force is kept as typed and says why", async () => {
    await save("shared", { "values.phone": "+7 346 700-00-01", "values.totalAreaHa": "много" });
    const result = await publishParts(["shared"]);
    expect(result).toEqual({
      status: "issues",
      issues: [{ part: "shared", issues: [{ path: "values.totalAreaHa", code: "not_a_number", detail: "много" }] }],
    });
    const draft = await database.client.draft.findFirstOrThrow({ where: { recordId: site, locale: null } });
    expect(draft.document).toMatchObject({ "values.totalAreaHa": "много" });
  });

  it("takes a decimal comma, puts it in force, and restores what was before", async () => {
    const { version } = await database.client.record.findUniqueOrThrow({ where: { id: site } });
    const was = await sheetOf("shared");
    await save("shared", { "values.totalAreaHa": "1 234,5" });
    expect(await publishParts(["shared"])).toMatchObject({ status: "published", version: version + 1 });
    expect(await database.client.site.findUniqueOrThrow({ where: { id: site } })).toMatchObject({ phone: null });
    expect((await sheetOf("shared"))["values.totalAreaHa"]).toBe("1234.5");
    await onSite(editor, (tx, head) => restoreRevision(tx, editor, head, version, ["shared"]));
    expect(await publishParts(["shared"])).toMatchObject({ status: "published" });
    expect(await sheetOf("shared")).toEqual(was);
  });

  it("words of a row that is not in force yet wait in the draft", async () => {
    const row = "01990000-0000-7000-8000-000000000001";
    const path = `texts.${row}.name`;
    await save("shared", {
      "rows.lots": [(await sheetOf("shared"))["rows.lots"], row].filter(Boolean).join(" "),
      [`rows.lots.${row}.code`]: "L-77",
      [`rows.lots.${row}.kind`]: "land",
      [`rows.lots.${row}.status`]: "available",
      [`rows.lots.${row}.areaHa`]: "2,5",
    });
    await save("zh", { [path]: "第七十七号地块" });
    expect(await publishParts(["zh"])).toMatchObject({ status: "published" });
    const waiting = await database.client.draft.findFirstOrThrow({ where: { recordId: site, locale: "zh" } });
    expect(waiting.document).toMatchObject({ [path]: "第七十七号地块" });
    expect(await publishParts(["shared", "zh"])).toMatchObject({ status: "published" });
    expect((await sheetOf("zh"))[path]).toBe("第七十七号地块");
    expect(await database.client.draft.count({ where: { recordId: site } })).toBe(0);
  });

  it("what is scheduled goes out once, however many workers look, and only while its reviewer may publish", async () => {
    const at = new Date("2026-11-22T10:00:00Z");
    const version = async () => (await database.client.record.findUniqueOrThrow({ where: { id: site } })).version;
    const scheduled = async (name: string) => {
      await save("en", { name });
      await onSite(approver, (tx, head) => scheduleDrafts(tx, approver, head, ["en"], at));
    };
    const other = makeDatabase({ url: test.url, statementTimeoutMs: 0 });
    try {
      await scheduled("Nyagan SEZ, on time");
      const before = await version();
      expect(await publishDue(database.client, new Date(at.getTime() - 1))).toBe(0);
      const counts = await Promise.all([database, other, database, other].map(({ client }) => publishDue(client, at)));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
      expect(await version()).toBe(before + 1);
      expect((await sheetOf("en")).name).toBe("Nyagan SEZ, on time");

      await scheduled("Nyagan SEZ, too late");
      await database.client.roleGrant.deleteMany({ where: { staffId: approver.id } });
      expect(await publishDue(database.client, at)).toBe(0);
      expect((await sheetOf("en")).name).toBe("Nyagan SEZ, on time");
      const draft = await database.client.draft.findFirstOrThrow({ where: { recordId: site, locale: "en" } });
      expect(draft).toMatchObject({ state: "returned", publishAt: null });
    } finally {
      await other.close();
    }
  });

  it("what was to be shown until now goes from the public pages", async () => {
    await database.client.record.update({ where: { id: site }, data: { expiresAt: now } });
    expect(await withdrawExpired(database.client, new Date(now.getTime() - 1))).toBe(0);
    expect(await withdrawExpired(database.client, now)).toBe(1);
    expect((await database.client.record.findUniqueOrThrow({ where: { id: site } })).state).toBe("withdrawn");
    expect(await database.client.siteFilter.count({ where: { siteId: site } })).toBe(0);
  });

  it("each publishing leaves a revision and a line in the log that nobody changes", async () => {
    const revisions = await database.client.revision.findMany({
      where: { recordId: site },
      orderBy: { version: "asc" },
    });
    const log = await database.client.auditEntry.findMany({ where: { recordId: site, action: "record.publish" } });
    expect(log.length).toBe(revisions.filter(({ authorId }) => authorId !== null).length);
    for (const statement of [
      "UPDATE audit_entry SET staff_name = 'x'",
      "DELETE FROM audit_entry",
      "TRUNCATE audit_entry",
      "UPDATE revision SET reason = 'x'",
      "DELETE FROM revision",
      "TRUNCATE revision",
    ]) {
      await expect(database.pool.query(statement)).rejects.toThrow(/append-only/);
    }
  });
});
