import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { staffActions } from "@/app/[locale]/admin/send/[action]/actions";
import { type Actor, type Role, roles } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import { FormFields } from "@/lib/form/types";
import { readAnswers } from "@/lib/programme/answer/staff-queries";
import { readNoticeState } from "@/lib/programme/notice/staff-queries";
import { createShareLink } from "@/lib/programme/share/mutations";
import { readLinks } from "@/lib/programme/share/staff-queries";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { publicDatabase } from "@/tests/support/public-database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

type Pairs = [name: string, value: string][];
const sharers: readonly Role[] = ["editor", "organizer", "approver", "operator"];

/** What each action on links and after a visit does when it may, and who may: nobody else, and nobody of another region. */
describe("the rights to links of a visit", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;
  let visit: TestVisit;
  let other: TestVisit;
  let yugra: string;
  let tver: string;
  let author: Actor;

  beforeAll(async () => {
    test = await publicDatabase();
    vi.stubEnv("PORTAL_NOW", "2026-12-01T08:00:00Z");
    yugra = await recordId(test.client, "region", "yugra");
    tver = await recordId(test.client, "region", "tver");
    author = await makeActor(test.client, "Author", { role: "organizer", regionId: yugra });
    [visit, other] = [await makeVisit(test.client, author), await makeVisit(test.client, author)];
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await test?.drop();
  });

  const link = () =>
    test.client.$transaction((tx) =>
      createShareLink(
        tx,
        author,
        visit.head,
        {
          audience: "guests",
          locale: null,
          participantId: null,
          label: null,
          code: null,
          expiresAt: new Date("2027-01-01T00:00:00Z"),
        },
        new Date("2026-12-01T08:00:00Z"),
      ),
    );
  const wish: Pairs = [
    ["audience", "press"],
    ["locale", "zh"],
    ["participantId", ""],
    ["label", "WeChat"],
    ["code", ""],
    ["expiresOn", "2027-01-31"],
  ];

  async function act(actor: Actor, action: string, pairs: Pairs) {
    const found = staffActions[action];
    if (found?.audience !== "staff") throw new Error(`no such action of staff: ${action}`);
    const fields = new FormFields([["record", visit.head.id], ...pairs]);
    return found.run(actor, { locale: "ru", fields, formId: newId(), client: "192.0.2.1", userAgent: "t" });
  }

  async function state(): Promise<string> {
    const { rows } = await database().pool.query<{ state: string }>(
      `SELECT (SELECT count(*) FROM share_link) || '|' || (SELECT count(*) FROM share_link WHERE revoked_at IS NULL)
        || '|' || (SELECT count(*) FROM programme_notice)
        || (SELECT string_agg(document::text, '|' ORDER BY id) FROM draft WHERE record_id = $1) AS state`,
      [visit.head.id],
    );
    return rows[0]?.state ?? "";
  }

  const cases: { action: string; may: readonly Role[]; fields: () => Promise<Pairs> }[] = [
    { action: "create-share", may: sharers, fields: async () => wish },
    { action: "revoke-share", may: sharers, fields: async () => [["link", (await link()).id]] },
    {
      action: "thank-guests",
      may: sharers,
      fields: async () => {
        const { id } = await link();
        const data = { shareLinkId: id, email: "a@example.org", locale: "zh" as const, confirmedAt: new Date() };
        await test.client.programmeWatcher.create({ data: { id: newId(), ...data, tokenHash: Buffer.alloc(32, id) } });
        return [];
      },
    },
    {
      action: "link-visits",
      may: sharers,
      fields: async () => {
        const draft = await test.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
        const isReply = JSON.stringify(draft.document).includes(other.head.id);
        return [
          ["base.shared", `${draft.id}/${draft.edition}/0`],
          ["values.replyToId", isReply ? "" : other.head.id],
        ];
      },
    },
  ];

  it.each(cases)("$action takes effect for those who may and nobody else", async ({ action, may, fields }) => {
    for (const role of roles) {
      const scope = role === "operator" ? {} : { regionId: yugra };
      const site = role === "park_operator" ? { siteId: await recordId(test.client, "site", "sez-nyagan") } : scope;
      const actor = await makeActor(test.client, role, { role, ...site });
      const pairs = await fields();
      const before = await state();
      await act(actor, action, pairs);
      expect([role, (await state()) !== before]).toEqual([role, may.includes(role)]);
    }
    const stranger = await makeActor(test.client, "Stranger", { role: "organizer", regionId: tver });
    const pairs = await fields();
    const before = await state();
    expect(await act(stranger, action, pairs)).toMatchObject({ ok: false, code: "not_there" });
    expect(await state()).toBe(before);
  });

  it("shows links, answers and what waits to those who may share", async () => {
    const document = await readWorkingDocument(test.client, visit.head);
    const look = (actor: Actor) =>
      Promise.all([
        readLinks(actor, visit.head, document, "ru"),
        readNoticeState(actor, visit.head),
        readAnswers(actor, visit.head),
      ]);
    const stranger = await makeActor(test.client, "Stranger", { role: "organizer", regionId: tver });
    const translator = await makeActor(test.client, "Translator", { role: "translator", regionId: yugra });
    expect(await look(stranger)).toEqual([null, null, null]);
    expect(await look(translator)).toEqual([null, null, null]);
    const [links] = await look(author);
    expect(links?.people.map(({ id }) => id)).toEqual([visit.ids.members.open]);
    expect(links?.usualExpiry).toBe("2027-01-14");
  });

  it("hands the token over by a cookie for that page alone, and writes it down nowhere", async () => {
    const result = await act(author, "create-share", wish);
    const [cookie = ""] = result.cookies ?? [];
    const token = /\.([0-9a-f]{64});/.exec(cookie)?.[1] ?? "none";
    expect(cookie).toMatch(new RegExp(`Path=/ru/admin/visits/${visit.head.id}/links; HttpOnly`));
    expect(result.to).not.toContain(token);
    const { rows } = await database().pool.query<{ found: boolean }>(
      "SELECT EXISTS (SELECT FROM audit_entry a WHERE a::text LIKE '%' || $1 || '%') AS found",
      [token],
    );
    expect(rows[0]?.found).toBe(false);
  });

  it.each([
    ["a day that is past", "expiresOn", "2026-11-30"],
    ["more than a year", "expiresOn", "2027-12-02"],
    ["a day that there is not", "expiresOn", "2027-02-30"],
    ["a code that is too short", "code", "123"],
    ["nobody's audience", "audience", "public"],
    ["somebody who takes no part", "participantId", "0190a0a0-0000-7000-8000-000000000000"],
  ])("refuses %s and says where", async (_, name, value) => {
    const pairs = wish.map(([one, usual]): [string, string] => [one, one === name ? value : usual]);
    const before = await state();
    const result = await act(author, "create-share", pairs);
    expect(result).toMatchObject({ ok: false, fields: { [name]: expect.any(String) } });
    expect(await state()).toBe(before);
  });

  it("does not let a visit reply to itself", async () => {
    const result = await act(author, "link-visits", [["values.replyToId", visit.head.id]]);
    expect(result).toMatchObject({ ok: false, code: "wrong" });
  });
});
