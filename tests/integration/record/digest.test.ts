import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/types";
import { locales } from "@/lib/i18n/locales";
import { writeDigest } from "@/lib/record/digest/letter";
import { listDigestReaders, readDigest } from "@/lib/record/digest/staff-queries";
import { countFindings, listFindings } from "@/lib/record/finding/staff-queries";
import { checkLinks } from "@/lib/source/links/mutations";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";

describe("by itself the portal", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let editor: Actor;
  let site: string;

  beforeAll(async () => {
    test = await publicDatabase();
    const yugra = await recordId(test.client, "region", "yugra");
    site = await recordId(test.client, "site", "sez-nyagan");
    editor = await makeActor(test.client, "Editor", { role: "editor", regionId: yugra });
  });
  afterAll(() => test?.drop());

  it("writes on Mondays what waits, in the reader's language, his own first", async () => {
    await test.client.record.update({ where: { id: site }, data: { ownerId: editor.id } });
    const counts = await countFindings(editor);
    const due = counts.find(({ code }) => code === "fact_due");
    for (const locale of locales) {
      await test.client.staff.update({ where: { id: editor.id }, data: { locale } });
      const digest = await readDigest(editor.id);
      if (!digest) throw new Error("nothing waits");
      expect(digest.facts.every(({ id }) => id === site)).toBe(true);
      const mail = await writeDigest(digest, "https://invest.example.org");
      expect(mail.to).toBe(editor.email);
      expect(mail.text).toContain(String(due?.total));
      expect(mail.text).toContain(`https://invest.example.org/${locale}/admin/records/${site}`);
      expect(mail.text).toContain(`https://invest.example.org/${locale}/admin/todo?check=promise_undated`);
      expect(mail.text + mail.subject).not.toMatch(/\{|undefined|null|digest\./);
      if (locale === "zh") expect(mail.subject).toMatch(/\p{Script=Han}/u);
    }
  });

  it("writes to nobody who does not want it, who has gone, who owes a second factor, or for whom nothing waits", async () => {
    const { client } = test;
    const yugra = await recordId(client, "region", "yugra");
    const approver = await makeActor(client, "Approver", { role: "approver", regionId: yugra });
    const idle = await makeActor(client, "Idle");
    expect(await readDigest(approver.id)).toBeNull();
    await client.staff.update({ where: { id: approver.id }, data: { twoFactorEnabled: true } });
    expect(await readDigest(approver.id)).not.toBeNull();
    expect(await listDigestReaders()).toEqual(expect.arrayContaining([approver.id, editor.id]));
    expect(await listDigestReaders()).not.toContain(idle.id);
    for (const data of [{ wantsDigest: false }, { wantsDigest: true, disabledAt: new Date() }]) {
      await client.staff.update({ where: { id: approver.id }, data });
      expect(await readDigest(approver.id)).toBeNull();
      expect(await listDigestReaders()).not.toContain(approver.id);
    }
  });

  it("finds links that are gone on two days, and says so where they stand; without a line it learns nothing", async () => {
    const day = (number: number) => new Date(Date.UTC(2026, 10, number, 3));
    const { client } = test;
    const broken = async () =>
      (await listFindings(editor, { code: "link_broken", isMine: false, page: 1 }, "ru", 1000)).rows;
    const offline = async () => ({ kind: "gone", reason: "ENOTFOUND" }) as const;
    expect(await checkLinks(client, day(1), offline)).toEqual({ asked: 0, broken: 0 });
    expect(await client.linkCheck.count()).toBe(0);
    await client.site.update({ where: { id: site }, data: { website: "https://gone.example/" } });
    const ask = async (url: string) =>
      url === "https://gone.example/"
        ? ({ kind: "gone", reason: "404" } as const)
        : ({ kind: "works", reason: "200" } as const);
    const runs = async (number: number) => {
      for (;;) if ((await checkLinks(client, day(number), ask)).asked === 0) return;
    };
    await runs(2);
    expect(await broken()).toEqual([]);
    await runs(3);
    expect((await broken()).map(({ id, detail }) => [id, detail])).toEqual([[site, "https://gone.example/"]]);
    await client.site.update({ where: { id: site }, data: { website: null } });
    expect(await broken()).toEqual([]);
    await runs(4);
    expect(await client.linkCheck.findUnique({ where: { url: "https://gone.example/" } })).toBeNull();
  });
});
