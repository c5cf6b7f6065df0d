import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import type { Actor } from "@/lib/auth/types";
import { formatDay, parseSpan, plusMonths, today } from "@/lib/core/dates";
import { newId } from "@/lib/core/ids";
import { FormFields } from "@/lib/form/types";
import { readHead } from "@/lib/record/document/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import { countFindings, listFindings, readRecordChecks } from "@/lib/record/finding/staff-queries";
import type { FindingCode } from "@/lib/record/finding/types";
import { notePresence } from "@/lib/record/presence/mutations";
import { withdrawExpired } from "@/lib/record/schedule/mutations";
import { loadBacking } from "@/lib/source/public-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { facts, type RegionName } from "@/tests/support/facts";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

/** What there is to see to, counted once in the facts themselves and once by the portal. */
describe("what somebody should see to", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let yugra: string;
  let site: string;
  let editor: Actor;
  let approver: Actor;
  let stranger: Actor;
  let translator: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    const { client } = test;
    yugra = await recordId(client, "region", "yugra");
    site = await recordId(client, "site", "sez-nyagan");
    editor = await makeActor(client, "Editor", { role: "editor", regionId: yugra });
    approver = await makeActor(client, "Approver", { role: "approver", regionId: yugra });
    translator = await makeActor(client, "Translator", { role: "translator", regionId: yugra });
    stranger = await makeActor(client, "Stranger", {
      role: "editor",
      regionId: await recordId(client, "region", "tver"),
    });
  });
  afterAll(() => test?.drop());

  const all = async (actor: Actor, code: FindingCode, isMine = false) => {
    const { rows, total } = await listFindings(actor, { code, isMine, page: 1 }, "ru", 10_000);
    expect(rows.length).toBe(total);
    return rows;
  };
  const send = (actor: Actor, action: string, pairs: [string, string][]) => {
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(action);
    const fields = new FormFields(pairs);
    return found.run(actor, { locale: "ru", fields, formId: newId(), client: "", userAgent: "" });
  };

  it.each(["yugra", "tver", "khabarovsk", "moscow", "moscow-oblast"] as const)(
    "in %s is exactly what the facts have due, undated and unowned",
    async (slug) => {
      const regionId = await recordId(test.client, "region", slug);
      const actor = await makeActor(test.client, "Somebody", { role: "approver", regionId });
      const rows = await all(actor, "fact_due");
      expect(rows.map(({ since }) => since)).toEqual(dueDays(slug));
      const open = openOutcomes(slug);
      const undated = await all(actor, "promise_undated");
      expect(undated.map(({ name }) => name).sort()).toEqual(
        open
          .filter(({ due }) => !due)
          .map(({ title }) => title.ru)
          .sort(),
      );
      const overdue = await all(actor, "promise_overdue");
      expect(overdue.map(({ name }) => name).sort()).toEqual(
        open
          .filter(({ due }) => due && parseSpan(due).to < today())
          .map(({ title }) => title.ru)
          .sort(),
      );
      const counts = await countFindings(actor);
      expect(counts.find(({ code }) => code === "fact_due")?.total).toBe(rows.length);
    },
  );

  it("shows nobody what is another region's, or none of his business", async () => {
    expect((await all(stranger, "fact_due")).some(({ id }) => id === site)).toBe(false);
    expect(await all(translator, "fact_due")).toEqual([]);
    expect((await countFindings(translator)).map(({ code }) => code).sort()).toEqual([
      "alt_missing",
      "language_missing",
      "translation_late",
    ]);
    const head = await readHead(test.client, site);
    if (!head) throw new Error("no such site");
    expect((await readRecordChecks(editor, head)).map(({ code }) => code)).toContain("fact_due");
  });

  it("is no longer due after one press; readers see the new date, and the version before is kept", async () => {
    const before = (await all(editor, "fact_due")).filter(({ id }) => id === site);
    const [first] = before;
    if (!first?.fact) throw new Error("nothing due");
    const { version } = await test.client.record.findUniqueOrThrow({ where: { id: site } });
    const result = await send(editor, "confirm-facts", [
      ["one", first.fact.key],
      ["back", "/admin/todo"],
    ]);
    expect(result).toMatchObject({ ok: true, said: "confirmed" });
    const after = (await all(editor, "fact_due")).filter(({ id }) => id === site);
    expect(after.map(({ fact }) => fact?.key)).toEqual(before.slice(1).map(({ fact }) => fact?.key));
    const backing = await loadBacking([site]);
    const [, partId = "", field = ""] = first.fact.key.split("/");
    const shown = backing.provenance(site, partId, field);
    expect(shown.freshness).toBe("fresh");
    expect(shown.checkedOn).toBe("2026-11-22");
    expect(shown.reviewBy?.to).toBe("2027-11-22");
    expect(shown.asOf?.from).toBe("2024-12-19");
    const revisions = await test.client.revision.findMany({ where: { recordId: site }, orderBy: { version: "asc" } });
    expect(revisions.map((one) => one.version)).toEqual([version, version + 1]);
    const log = await test.client.auditEntry.findFirst({ where: { recordId: site }, orderBy: { id: "desc" } });
    expect(log).toMatchObject({ action: "fact.confirm", staffId: editor.id });
  });

  it("is confirmed by nobody who may not, and not for a day that is over", async () => {
    const [fact] = (await all(editor, "fact_due")).filter(({ id }) => id === site).map((one) => one.fact?.key ?? "");
    if (!fact) throw new Error("nothing due");
    for (const actor of [stranger, translator]) {
      expect(await send(actor, "confirm-facts", [["one", fact]])).toMatchObject({ ok: false, code: "not_there" });
    }
    expect(
      await send(editor, "confirm-facts", [
        ["fact", fact],
        ["until", "2026-11-22"],
      ]),
    ).toMatchObject({ ok: false, fields: { until: "wrong" } });
    expect(await send(editor, "confirm-facts", [])).toMatchObject({ ok: false, code: "required" });
    expect((await all(editor, "fact_due")).map((one) => one.fact?.key)).toContain(fact);
  });

  it("takes one date for all that are ticked, and gives it to a draft that somebody has open", async () => {
    const rows = (await all(editor, "fact_due")).filter(({ id }) => id !== site).slice(0, 3);
    const other = rows[0];
    if (!other?.fact) throw new Error("nothing due");
    const [, partId, field] = other.fact.key.split("/");
    const path = `backing.${partId}.${field}`;
    const view = await readEditor(editor, other.id, "ru", null);
    const { version } = await test.client.record.findUniqueOrThrow({ where: { id: other.id } });
    const document = { ...view?.parts.shared.sheet, slug: "of-my-own" };
    const draft = await test.client.draft.create({
      data: { recordId: other.id, document, baseVersion: version, authorId: editor.id },
    });
    const result = await send(editor, "confirm-facts", [
      ...rows.map(({ fact }): [string, string] => ["fact", fact?.key ?? ""]),
      ["until", "30.6.2027"],
    ]);
    expect(result).toMatchObject({ ok: true, said: "confirmed" });
    const left = (await all(editor, "fact_due")).map(({ fact }) => fact?.key);
    expect(rows.filter(({ fact }) => left.includes(fact?.key))).toEqual([]);
    const kept = await test.client.draft.findUniqueOrThrow({ where: { id: draft.id } });
    expect(kept.edition).toBe(2);
    expect(kept.document).toMatchObject({
      slug: "of-my-own",
      [`${path}.reviewBy`]: "2027-06-30",
      [`${path}.checkedOn`]: "2026-11-22",
    });
  });

  it("is the task of the one who is named; the end of a record's time is kept by the worker", async () => {
    expect(
      await send(approver, "record-settings", [
        ["record", site],
        ["owner", stranger.id],
      ]),
    ).toMatchObject({ ok: false, fields: { owner: "wrong" } });
    expect(
      await send(editor, "record-settings", [
        ["record", site],
        ["owner", editor.id],
      ]),
    ).toMatchObject({ ok: false, code: "not_there" });
    const result = await send(approver, "record-settings", [
      ["record", site],
      ["owner", editor.id],
      ["expiresAt", "2026-12-01 09:00"],
    ]);
    expect(result).toMatchObject({ ok: true, said: "saved" });
    const mine = await all(editor, "fact_due", true);
    expect(mine.length).toBeGreaterThan(0);
    expect(mine.every(({ id, owner }) => id === site && owner === "Editor")).toBe(true);
    expect(await all(approver, "fact_due", true)).toEqual([]);
    expect((await countFindings(editor)).find(({ code }) => code === "fact_due")?.mine).toBe(mine.length);
    const due = (await test.client.record.findUniqueOrThrow({ where: { id: site } })).expiresAt;
    expect(due?.toISOString()).toBe("2026-12-01T04:00:00.000Z");
    expect(await withdrawExpired(test.client, new Date("2026-12-01T03:59:00Z"))).toBe(0);
    expect(await withdrawExpired(test.client, new Date("2026-12-01T04:00:00Z"))).toBe(1);
    const publish = await send(approver, "republish-record", [
      ["record", site],
      ["part", "shared"],
    ]);
    expect(publish).toMatchObject({ ok: true, said: "republished" });
  });

  it("names the pictures that stand somewhere without a text, by language, and the record that shows them", async () => {
    const { client } = test;
    const id = newId();
    expect(await all(translator, "alt_missing")).toEqual([]);
    await client.record.create({ data: { id, kind: "media", regionId: yugra } });
    await client.mediaAsset.create({
      data: {
        id,
        kind: "image",
        fileName: "gate.jpg",
        mimeType: "image/jpeg",
        byteSize: 1,
        sha256: new Uint8Array(32),
        storageKey: "gate".padEnd(26, "0"),
        variants: [480],
      },
    });
    expect(await all(translator, "alt_missing")).toEqual([]);
    await client.mediaUse.create({ data: { id: newId(), recordId: site, assetId: id, role: "cover" } });
    await client.recordText.create({
      data: { recordId: id, locale: "ru", name: "Ворота площадки", version: 1, state: "published" },
    });
    const missing = await all(translator, "alt_missing");
    expect(missing.map(({ id: one, locale }) => [one, locale]).sort()).toEqual([
      [id, "en"],
      [id, "zh"],
    ]);
    expect(await all(stranger, "alt_missing")).toEqual([]);
    const head = await readHead(client, site);
    const checks = head ? await readRecordChecks(editor, head) : [];
    expect(checks.find(({ code }) => code === "alt_missing")?.locales.sort()).toEqual(["en", "zh"]);
  });

  it("tells each of two people that the other has the record open, before either types", async () => {
    await notePresence(editor, site);
    expect((await readEditor(editor, site, "ru", null))?.alsoOpen).toEqual([]);
    expect((await readEditor(approver, site, "ru", null))?.alsoOpen).toEqual(["Editor"]);
    await test.client.presence.updateMany({ data: { seenAt: new Date("2026-11-22T08:44:00Z") } });
    expect((await readEditor(approver, site, "ru", null))?.alsoOpen).toEqual([]);
  });
});

type Dated = {
  asOf?: string;
  reviewBy?: string;
  sources?: string[];
  utilities?: object;
  utilitiesAsOf?: string;
  phoneAsOf?: string;
};

/** Days from which facts of a region are due, by walking its file: whatever has a day of its own. */
function dueDays(slug: RegionName): string[] {
  const days: string[] = [];
  const note = (asOf: string | undefined, reviewBy?: string, times = 1) => {
    if (!asOf) return;
    const due = reviewBy ? parseSpan(reviewBy).to : plusMonths(parseSpan(asOf).from, 12);
    if (due < today()) days.push(...Array.from({ length: times }, () => formatDay(due)));
  };
  const walk = (node: unknown) => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== "object" || node === null) return;
    const { asOf, reviewBy, sources, utilities = {}, utilitiesAsOf, phoneAsOf }: Dated = node;
    if (sources) note(asOf, reviewBy);
    // One day for all utilities of a site, each of which is a row of its own.
    note(utilitiesAsOf, undefined, Object.keys(utilities).length);
    note(phoneAsOf);
    Object.values(node).forEach(walk);
  };
  walk(facts(slug));
  return days.sort();
}

type Outcome = { status: string; due?: string; title: { ru: string } };

/** What the facts of a region promise and nobody has closed. */
function openOutcomes(slug: RegionName): Outcome[] {
  const { visits } = facts(slug) as unknown as { visits: { outcomes?: Outcome[] }[] };
  return visits
    .flatMap(({ outcomes = [] }) => outcomes)
    .filter(({ status }) => !["done", "launched", "kept", "stopped", "discontinued"].includes(status));
}
