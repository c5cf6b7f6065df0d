import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import type { Actor } from "@/lib/auth/types";
import { FormFields, type Result } from "@/lib/form/types";
import { toSheet } from "@/lib/record/draft/schema";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { publishDue } from "@/lib/record/schedule/mutations";
import { overHttp } from "@/lib/translation/machine/provider";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));
const settings = vi.hoisted(() => ({ url: "" }));
vi.mock("@/lib/core/env", async (original) => {
  const real = await original<typeof import("@/lib/core/env")>();
  return { ...real, env: () => ({ ...real.env(), TRANSLATE_URL: settings.url, TRANSLATE_KEY: "key of the service" }) };
});

type Asked = { from: string; to: string; texts: string[]; terms: { from: string; to: string }[] };

/** A machine that translates by marking what it was given, and what it is told to do instead. */
describe("machine drafts", () => {
  let server: Server;
  let asked: { body: Asked; key: string | undefined }[] = [];
  let answer: (body: Asked, response: ServerResponse) => void;
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let site: string;
  let translator: Actor;
  let approver: Actor;
  let stranger: Actor;
  let url: string;

  beforeAll(async () => {
    server = createServer(async (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body: Asked = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      asked.push({ body, key: request.headers.authorization });
      answer(body, response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/translate`;
    settings.url = url;
    test = await publicDatabase();
    const { client } = test;
    site = await recordId(client, "site", "sez-nyagan");
    const yugra = await recordId(client, "region", "yugra");
    translator = await makeActor(client, "Translator", { role: "translator", regionId: yugra });
    approver = await makeActor(client, "Approver", { role: "approver", regionId: yugra });
    stranger = await makeActor(client, "Stranger", {
      role: "translator",
      regionId: await recordId(client, "region", "tver"),
    });
  });
  afterAll(async () => {
    await test?.drop();
    server.close();
  });

  beforeEach(async () => {
    asked = [];
    answer = ({ texts }, response) =>
      response.end(JSON.stringify({ texts: texts.map((text) => `机器 ${text.match(/[\d.,]+/g)?.join(" ") ?? ""}`) }));
    const { client } = test;
    await client.draft.deleteMany({ where: { recordId: site } });
    // What the Chinese of the site lacks: its municipality; and its summary is behind.
    await client.partText.deleteMany({ where: { partId: site, field: "municipality", locale: "zh" } });
    await client.recordText.update({
      where: { recordId_locale: { recordId: site, locale: "ru" } },
      data: { version: 1, summary: "Площадка 12,5 га у города Нягань, ОЭЗ." },
    });
    await client.recordText.update({
      where: { recordId_locale: { recordId: site, locale: "zh" } },
      data: { sourceVersion: 0, origin: "person" },
    });
  });

  async function send(actor: Actor, intent: string, more: [string, string][] = []): Promise<Result> {
    const { version } = await test.client.record.findUniqueOrThrow({ where: { id: site } });
    const draft = await draftOf();
    const fields = new FormFields([
      ["record", site],
      ["intent", intent],
      ["base.zh", `${draft?.id ?? ""}/${draft?.edition ?? 0}/${version}`],
      ...more,
    ]);
    const action = staffActions["save-record"];
    if (action?.audience !== "staff") throw new Error("not for staff");
    return action.run(actor, { formId: "0", locale: "ru", client: "203.0.113.7", userAgent: "x", fields });
  }
  const draftOf = () => test.client.draft.findFirst({ where: { recordId: site, locale: "zh" } });
  const municipality = () => `texts.${site}.municipality`;

  it("fills what is missing or behind, labelled as a machine's, and nothing that is current", async () => {
    expect(await send(translator, "machine/zh")).toMatchObject({ ok: true, said: "machine_made" });
    const draft = await draftOf();
    expect(draft?.origin).toBe("machine");
    expect(draft?.unchecked.sort()).toEqual(["name", "summary", municipality()].sort());
    expect(toSheet(draft?.document)[municipality()]).toMatch(/^机器/);
    const view = await readEditor(translator, site, "ru", null);
    expect(view?.parts.zh.draft?.origin).toBe("machine");
    expect(view?.parts.zh.issues.map(({ code }) => code)).toContain("machine_unchecked");
    const [{ body, key } = { body: null, key: null }] = asked;
    expect(key).toBe("Bearer key of the service");
    expect(body).toMatchObject({ from: "ru", to: "zh" });
    expect(body?.texts).toHaveLength(3);
    expect(body?.terms).toContainEqual({
      from: expect.stringContaining("кономическая зона"),
      to: expect.stringContaining("经济特区"),
    });
  });

  it("is not published, now or later, before a person has looked at it", async () => {
    await send(translator, "machine/zh");
    const inForce = () =>
      test.client.recordText.findUniqueOrThrow({ where: { recordId_locale: { recordId: site, locale: "zh" } } });
    const before = await inForce();
    expect(await send(approver, "publish", [["part", "zh"]])).toMatchObject({ ok: false, code: "not_ready" });
    const later: [string, string][] = [
      ["part", "zh"],
      ["publishAt", "2027-01-01 10:00"],
    ];
    expect(await send(approver, "schedule", later)).toMatchObject({ ok: false, code: "not_ready" });
    // Even one that was scheduled by other means comes back.
    await test.client.draft.updateMany({
      where: { recordId: site },
      data: { state: "scheduled", publishAt: new Date("2026-11-22T08:00:00Z"), reviewerId: approver.id },
    });
    expect(await publishDue(test.client, new Date("2026-11-22T09:00:00Z"))).toBe(0);
    expect((await draftOf())?.state).toBe("returned");
    expect(await inForce()).toEqual(before);

    expect(await send(translator, "save", [[`checked/zh:${municipality()}`, "yes"]])).toMatchObject({ said: "saved" });
    expect((await draftOf())?.unchecked).not.toContain(municipality());
    expect((await draftOf())?.origin).toBe("machine");
    expect(await send(approver, "publish", [["part", "zh"]])).toMatchObject({ ok: false, code: "not_ready" });
    expect(await send(stranger, "save", [["checked/zh", "yes"]])).toMatchObject({ ok: false });
    expect((await draftOf())?.origin).toBe("machine");
    expect(
      await send(approver, "publish", [
        ["part", "zh"],
        ["checked/zh", "yes"],
      ]),
    ).toMatchObject({ ok: true, said: "published" });
    expect((await inForce()).origin).toBe("person");
    const log = await test.client.auditEntry.findMany({ where: { recordId: site }, select: { action: true } });
    expect(log.map(({ action }) => action)).toEqual(expect.arrayContaining(["draft.machine", "draft.check"]));
  });

  it("a text that a person changes counts as looked at, the others do not", async () => {
    await send(translator, "machine/zh");
    await send(translator, "save", [["zh:name", "人写的名称"]]);
    expect((await draftOf())?.unchecked.sort()).toEqual(["summary", municipality()].sort());
    await expect(
      test.client.draft.updateMany({ where: { recordId: site }, data: { origin: "person" } }),
    ).rejects.toThrow(/machine_has_unchecked/);
  });

  it("takes no text that lost a number of its source", async () => {
    answer = ({ texts }, response) => response.end(JSON.stringify({ texts: texts.map(() => "没有数字") }));
    expect(await send(translator, "machine/zh")).toMatchObject({ ok: true, said: "machine_partly" });
    const draft = await draftOf();
    expect(draft?.unchecked).toContain(municipality());
    expect(draft?.unchecked).not.toContain("summary");
  });

  it("a machine that is away, refuses or talks nonsense loses nothing of what was typed", async () => {
    const typed: [string, string][] = [["zh:name", "刚刚输入的名称"]];
    const answers: [typeof answer, string][] = [
      [(_, response) => response.writeHead(503).end(), "machine_wrong"],
      [(_, response) => response.end("<html>"), "machine_wrong"],
      [(_, response) => response.end(JSON.stringify({ texts: ["一"] })), "machine_wrong"],
      [(_, response) => response.destroy(), "machine_away"],
    ];
    for (const [one, code] of answers) {
      answer = one;
      expect(await send(translator, "machine/zh", typed)).toMatchObject({ ok: false, code });
      const draft = await draftOf();
      expect(toSheet(draft?.document).name).toBe("刚刚输入的名称");
      expect(draft?.origin).toBe("person");
    }
    const slow = overHttp(url, undefined, 50);
    answer = (_, response) => setTimeout(() => response.end("{}"), 400);
    expect(await slow.translate({ texts: ["x"], from: "ru", to: "zh", terms: [] })).toEqual({ status: "away" });
  });

  it("overwrites nothing that somebody wrote while the machine was busy", async () => {
    let isWritten: Promise<unknown> = Promise.resolve();
    answer = ({ texts }, response) => {
      isWritten = send(translator, "save", [["zh:name", "同事的名称"]]).then(() =>
        response.end(JSON.stringify({ texts: texts.map((text) => `机器 ${text.match(/[\d.,]+/g)?.join(" ") ?? ""}`) })),
      );
    };
    await send(translator, "machine/zh");
    await isWritten;
    const draft = await draftOf();
    expect(toSheet(draft?.document).name).toBe("同事的名称");
    expect(draft?.unchecked).not.toContain("name");
  });

  it("is for those who may translate the record, into its other languages", async () => {
    expect(await send(stranger, "machine/zh")).toMatchObject({ ok: false });
    // He may read the site, not translate it.
    const reader = await makeActor(test.client, "Coordinator", {
      role: "coordinator",
      regionId: await recordId(test.client, "region", "yugra"),
    });
    expect(await send(reader, "machine/zh")).toMatchObject({ ok: false });
    expect(await send(translator, "machine/ru")).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
    expect(await draftOf()).toBeNull();
  });
});
