import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { Locale } from "@/lib/i18n/locales";
import { countLanguages, listQueue } from "@/lib/record/queue/staff-queries";
import type { QueueStatus } from "@/lib/record/queue/types";
import { readTodo } from "@/lib/record/todo/staff-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

/** What waits for whom, on the facts. Two regions, so that what belongs to one shows with the other. */
describe("the to-do list", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let site: string;
  let otherSite: string;
  let approver: Actor;
  let editor: Actor;
  let otherApprover: Actor;
  let translator: Actor;
  let operator: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    yugra = await recordId(client, "region", "yugra");
    const tver = await recordId(client, "region", "tver");
    site = await recordId(client, "site", "sez-nyagan");
    otherSite = await recordId(client, "site", "emmauss-sez");
    approver = await makeActor(client, "Approver", { role: "approver", regionId: yugra });
    editor = await makeActor(client, "Editor", { role: "editor", regionId: yugra });
    translator = await makeActor(client, "Translator", { role: "translator", regionId: yugra });
    otherApprover = await makeActor(client, "Other", { role: "approver", regionId: tver });
    operator = await makeActor(client, "Operator", { role: "operator" });
    const draft = (recordId: string, locale: Locale | null, state: "open" | "in_review" | "returned", author: Actor) =>
      client.draft.create({
        data: { id: newId(), recordId, locale, state, document: {}, baseVersion: 1, authorId: author.id },
      });
    await draft(site, null, "in_review", editor);
    await draft(site, "zh", "in_review", translator);
    await draft(otherSite, "ru", "in_review", otherApprover);
    await draft(otherSite, "zh", "returned", editor);
    await draft(await recordId(client, "visit", "ze-optoelectronic-yugra-2026"), "en", "returned", editor);
    await client.reviewComment.create({ data: { id: newId(), recordId: site, authorId: approver.id, body: "no" } });
    // The Chinese of both sites falls behind.
    await client.recordText.updateMany({
      where: { recordId: { in: [site, otherSite] }, locale: "ru" },
      data: { version: { increment: 1 } },
    });
    await client.fact.updateMany({
      where: { recordId: { in: [site, otherSite] }, asOf: { lt: new Date("2026-06-01") } },
      data: { reviewBy: new Date("2026-06-01"), reviewPrecision: "day" },
    });
    for (const [id, regionId, label] of [
      [site, yugra, "own"],
      [otherSite, tver, "other"],
    ] as const) {
      await writeAudit(client, operator, { action: "record.publish", record: { id, kind: "site", regionId, label } });
    }
    await writeAudit(client, operator, { action: "draft.save", record: { id: site, kind: "site", regionId: yugra } });
  });
  afterAll(() => test?.drop());

  it("shows an approver what waits in his region, and whose it is, once for each record", async () => {
    const { waiting } = await readTodo(approver, "ru");
    expect(waiting).toMatchObject({
      total: 1,
      rows: [{ id: site, parts: ["shared", "zh"], authors: ["Editor", "Translator"] }],
    });
    expect((await readTodo(otherApprover, "ru")).waiting?.rows.map(({ id }) => id)).toEqual([otherSite]);
    expect((await readTodo(operator, "ru")).waiting?.total).toBe(2);
  });

  it("shows nobody else what waits for approvers", async () => {
    expect((await readTodo(editor, "ru")).waiting).toBeNull();
    expect((await readTodo(translator, "ru")).waiting).toBeNull();
  });

  it("shows an author what he has open or got back, as long as he may see the record", async () => {
    const { own } = await readTodo(editor, "ru");
    expect(own.total).toBe(1);
    expect(own.rows).toMatchObject([{ isReturned: true, parts: ["en"] }]);
    expect(own.rows.map(({ id }) => id)).not.toContain(otherSite);
    expect((await readTodo(approver, "ru")).own).toEqual({ total: 0, rows: [] });
  });

  it("counts and names the translations behind of his region alone", async () => {
    const { behind } = await readTodo(translator, "ru");
    expect(behind?.rows.filter(({ locale }) => locale === "zh").map(({ id }) => id)).toEqual([site]);
    for (const [actor, ids] of [
      [translator, [site]],
      [otherApprover, [otherSite]],
      [operator, [site, otherSite]],
    ] as const) {
      const zh = (await countLanguages(actor)).find(({ locale }) => locale === "zh");
      const queue = await listQueue(actor, { locale: "zh", status: null, page: 1 }, "ru");
      expect(queue.rows.map(({ id }) => id).sort()).toEqual([...ids].sort());
      expect(zh).toMatchObject({ behind: ids.length, outdated: ids.length });
      expect(queue.total).toBe(ids.length);
    }
  });

  it("narrows the queue to one state, and puts the longest waiting first", async () => {
    const of = async (status: QueueStatus) => {
      const { rows, total } = await listQueue(operator, { locale: "zh", status, page: 1 }, "ru");
      expect(rows.length).toBe(total);
      return rows.map(({ id }) => id);
    };
    expect(await of("missing")).toEqual([]);
    expect((await of("outdated")).sort()).toEqual([site, otherSite].sort());
    await test.client.translationState.updateMany({
      where: { recordId: otherSite, locale: "zh" },
      data: { since: new Date("2026-01-01") },
    });
    expect(await of("outdated")).toEqual([otherSite, site]);
  });

  it("shows the first facts that are due and promises without a date to those who may see to them", async () => {
    const { due, promises, findings } = await readTodo(editor, "ru");
    expect(due?.rows.length).toBe(Math.min(10, due?.total ?? 0));
    expect(findings.find(({ code }) => code === "fact_due")?.total).toBe(due?.total);
    expect(findings.find(({ code }) => code === "promise_undated")?.total).toBe(promises?.total);
    await test.client.record.update({ where: { id: site }, data: { ownerId: editor.id } });
    expect((await readTodo(editor, "ru")).due?.rows.every(({ id }) => id === site)).toBe(true);
    expect(await readTodo(translator, "ru")).toMatchObject({ due: null, promises: null });
  });

  it("tells of the changes that everybody should know, of records he may see", async () => {
    const { news } = await readTodo(editor, "ru");
    expect(news).toMatchObject([{ id: site, action: "record.publish", who: "Operator" }]);
    expect((await readTodo(operator, "ru")).news.map(({ id }) => id)).toEqual([otherSite, site]);
  });
});
