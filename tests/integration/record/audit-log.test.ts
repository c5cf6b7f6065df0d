import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeAudit } from "@/lib/audit/mutations";
import { auditFilterSchema } from "@/lib/audit/schema";
import { linesPerPage, listAudit } from "@/lib/audit/staff-queries";
import type { AuditFilter } from "@/lib/audit/types";
import type { Actor } from "@/lib/auth/types";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

const zone = "Asia/Yekaterinburg";

describe("the log", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let site: string;
  let operator: Actor;
  let approver: Actor;
  let editor: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    yugra = await recordId(client, "region", "yugra");
    const tver = await recordId(client, "region", "tver");
    site = await recordId(client, "site", "sez-nyagan");
    operator = await makeActor(client, "Olga Operator", { role: "operator" });
    approver = await makeActor(client, "Anna Approver", { role: "approver", regionId: yugra });
    editor = await makeActor(client, "Editor", { role: "editor", regionId: yugra });
    await writeAudit(client, operator, { action: "sign-in" });
    await writeAudit(
      client,
      { id: null, name: "stranger@example.org", ipAddress: "192.0.2.9" },
      { action: "sign-in.refused" },
    );
    await writeAudit(client, approver, {
      action: "record.publish",
      record: { id: site, kind: "site", regionId: yugra, label: "Нягань", version: 2 },
      detail: { parts: ["ru"], reason: "цифры" },
    });
    await writeAudit(client, operator, { action: "source.change", subject: { regionId: tver, label: "Тверь" } });
    // 1 January in Yekaterinburg, still 31 December in UTC
    await client.$executeRaw`INSERT INTO audit_entry (at, action, staff_name) VALUES ('2025-12-31T19:30:00Z', 'sign-out', 'Old')`;
  });
  afterAll(() => test?.drop());

  const read = (actor: Actor, query: Record<string, string> = {}) =>
    listAudit(actor, auditFilterSchema.parse(query), zone, "zh");
  const actions = async (actor: Actor, query: Record<string, string> = {}) =>
    (await read(actor, query)).lines.map(({ action }) => action);

  it("is read whole by an operator, newest line first", async () => {
    expect(await actions(operator)).toEqual([
      "sign-out",
      "source.change",
      "record.publish",
      "sign-in.refused",
      "sign-in",
    ]);
  });

  it("is read by an approver as far as it concerns his region, and by nobody else", async () => {
    expect(await actions(approver)).toEqual(["record.publish"]);
    expect(await actions(editor)).toEqual([]);
    const queries: Record<string, string>[] = [{ who: "Olga" }, { action: "source.change" }, { action: "sign-in" }];
    for (const query of queries) {
      expect(await actions(approver, query)).toEqual([]);
    }
  });

  it("tells who, what, which record, and why", async () => {
    const { lines } = await read(approver);
    expect(lines).toMatchObject([
      {
        who: "Anna Approver",
        recordId: site,
        label: "Нягань",
        version: 2,
        ipAddress: "192.0.2.1",
        detail: { parts: ["ru"], reason: "цифры" },
      },
    ]);
  });

  it("names what the roles of a line hold for, and reads on where a detail is of another make", async () => {
    const detail = {
      before: [{ role: "editor", regionId: yugra, siteId: null }],
      after: [{ role: "park_operator", regionId: null, siteId: site }],
    };
    await test.client.auditEntry.createMany({
      data: [
        { action: "staff.grants", detail, at: new Date("2026-06-01") },
        {
          action: "staff.grants",
          detail: { before: 7, after: [{ role: "king" }], label: "Анна" },
          at: new Date("2026-06-01"),
        },
      ],
    });
    const { lines } = await read(operator, { action: "staff.grants" });
    expect(lines.map((line) => line.detail)).toMatchObject([
      { label: "Анна", before: null, grants: null },
      {
        before: [{ role: "editor", scope: { lang: "zh" } }],
        grants: [{ role: "park_operator", scope: { lang: "zh" } }],
      },
    ]);
  });

  it("is narrowed by who, what, record and day", async () => {
    expect(await actions(operator, { who: "olga" })).toEqual(["source.change", "sign-in"]);
    expect(await actions(operator, { who: "stranger" })).toEqual(["sign-in.refused"]);
    expect(await actions(operator, { action: "record.publish" })).toEqual(["record.publish"]);
    expect(await actions(operator, { record: site })).toEqual(["record.publish"]);
    expect(await actions(operator, { from: "2026-01-01", to: "2026-01-01" })).toEqual(["sign-out"]);
    expect(await actions(operator, { to: "2025-12-31" })).toEqual([]);
  });

  it("takes no notice of a broken query", () => {
    const nothing: AuditFilter = { who: "", action: null, record: null, from: null, to: null, before: null };
    const broken = { action: "drop", record: "1", from: "2026-02-30", to: "x", before: "-1", who: "" };
    expect(auditFilterSchema.parse(broken)).toEqual(nothing);
  });

  it("has a hundred lines a page, each once", async () => {
    for (let index = 0; index < linesPerPage + 20; index++)
      await writeAudit(test.client, editor, { action: "sign-out" });
    const first = await read(operator);
    expect(first.lines.length).toBe(linesPerPage);
    const second = await read(operator, { before: first.next ?? "" });
    const ids = [...first.lines, ...second.lines].map(({ id }) => id);
    expect(new Set(ids).size).toBe(linesPerPage + 20 + 7);
    expect(second.next).toBeNull();
  });
});
