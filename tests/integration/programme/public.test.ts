import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { locales } from "@/lib/i18n/locales";
import { readHead } from "@/lib/record/document/staff-queries";
import { saveDraft } from "@/lib/record/draft/mutations";
import { allParts } from "@/lib/record/draft/rules";
import { toSheet } from "@/lib/record/draft/schema";
import { publish } from "@/lib/record/publication/mutations";
import { checkHidden, readHidden } from "@/lib/record/publication/staff-queries";
import { getPublishedVisit } from "@/lib/visit/public-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { sheetsOf } from "@/tests/support/sheets";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

/** A name that may not be shown, typed into what everybody reads. */
describe("the public page of a visit", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let approver: Actor;
  let visit: TestVisit;
  const now = new Date("2026-12-01T08:00:00Z");

  beforeAll(async () => {
    test = await publicDatabase();
    const yugra = await recordId(test.client, "region", "yugra");
    approver = await makeActor(test.client, "Approver", { role: "approver", regionId: yugra });
    visit = await makeVisit(test.client, approver);
  });
  afterAll(() => test?.drop());

  async function change(more: Record<string, string>): Promise<void> {
    const { client } = test;
    const draft = await client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
    const base = { draftId: draft.id, edition: draft.edition, version: 0 };
    await saveDraft(client, approver, visit.head, "shared", { ...toSheet(draft.document), ...more }, base);
  }

  const put = () => test.client.$transaction((tx) => publish(tx, approver, visit.head, allParts, { now }));

  it("is not published with such a name in a public stop; in a stop for guests it does not matter", async () => {
    const source = await test.client.source.findFirstOrThrow({ select: { id: true } });
    const [, tour] = visit.ids.stops;
    const backing = {
      [`backing.${visit.head.id}.all.sources`]: source.id,
      [`backing.${visit.head.id}.all.asOf`]: "2026-11-20",
    };
    await change({ ...backing, [`rows.items.${tour}.visibility`]: "public" });
    const result = await put();
    const found = result.status === "issues" ? result.issues.flatMap(({ issues }) => issues) : [];
    expect(found.filter(({ code }) => code === "hidden_name").map(({ path, detail }) => [path, detail])).toEqual([
      [`texts.${tour}.title`, "Скрытая фирма"],
      [`texts.${tour}.title`, "隐名实业"],
      [`texts.${tour}.title`, "Hidden Works"],
    ]);
    await change({ [`rows.items.${tour}.visibility`]: "guest" });
    expect(await put()).toMatchObject({ status: "published" });
  });

  it("hides a name in its texts as soon as its owner takes the consent back", async () => {
    const slug = visit.head.slug ?? (await readHead(test.client, visit.head.id))?.slug ?? "";
    const id = visit.head.id;
    await test.client.recordText.update({
      where: { recordId_locale: { recordId: id, locale: "zh" } },
      data: { summary: "郑公开率团访问。" },
    });
    expect((await getPublishedVisit("yugra", slug, "zh"))?.summary?.text).toBe("郑公开率团访问。");
    await test.client.consent.create({
      data: { id: newId(), personId: visit.ids.open.person, level: "counted", basis: "agreed" },
    });
    const shown = await getPublishedVisit("yugra", slug, "zh");
    expect(shown?.summary?.text).toBe("•••率团访问。");
    expect(JSON.stringify(shown)).not.toContain("郑公开");
  });

  it("of none of the visits and outcomes of the facts stands under such a name", async () => {
    const { client } = test;
    const rows = await client.record.findMany({
      where: { kind: { in: ["visit", "outcome"] }, state: "published", seedHash: { not: null } },
      select: { id: true },
    });
    expect(rows.length).toBeGreaterThan(60);
    for (const { id } of rows) {
      const head = await readHead(client, id);
      if (!head) continue;
      const { shared, words } = await sheetsOf(client, id);
      const hidden = await readHidden(client, head, shared);
      const found = locales.flatMap((locale) => checkHidden(head, shared, words[locale] ?? {}, hidden));
      expect([head.slug, found]).toEqual([head.slug, []]);
    }
  });
});
