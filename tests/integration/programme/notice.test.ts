import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { hashToken } from "@/lib/auth/token";
import type { Actor } from "@/lib/auth/types";
import type { Mail } from "@/lib/core/mail";
import { database as portalDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/make-client";
import type { Tx } from "@/lib/db/table";
import { sendProgramme } from "@/lib/programme/mutations";
import {
  confirmWatch,
  forgetWatchers,
  queueChanges,
  queueThanks,
  stopWatch,
  takeNotice,
  watch,
} from "@/lib/programme/notice/mutations";
import { sendNotices } from "@/lib/programme/notice/send";
import { readNoticeState } from "@/lib/programme/notice/staff-queries";
import { watcherToken } from "@/lib/programme/notice/token";
import { createShareLink, type NewLink, revokeShareLink } from "@/lib/programme/share/mutations";
import { openShare, readWatcher } from "@/lib/programme/share/share-queries";
import { saveDraft } from "@/lib/record/draft/mutations";
import { toSheet } from "@/lib/record/draft/schema";
import { makeActor, recordId } from "@/tests/support/actors";
import { testDatabase } from "@/tests/support/database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

const minute = 60_000;
const start = new Date("2026-12-01T08:00:00Z");

describe("mails to those who follow a visit", () => {
  let test: Awaited<ReturnType<typeof testDatabase>>;
  let database: Database;
  let organizer: Actor;
  let visit: TestVisit;
  let now = start;
  let mails: Mail[] = [];

  beforeAll(async () => {
    test = await testDatabase("facts");
    process.env.DATABASE_URL = test.url;
    vi.stubEnv("PORTAL_NOW", start.toISOString());
    vi.stubEnv("AUTH_SECRET", "0123456789abcdef0123456789abcdef");
    database = portalDatabase();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await database.close();
    await test.drop();
  });
  beforeEach(async () => {
    await database.client.programmeWatcher.deleteMany();
    const yugra = await recordId(database.client, "region", "yugra");
    organizer = await makeActor(database.client, "Organizer", { role: "organizer", regionId: yugra });
    visit = await makeVisit(database.client, organizer);
    now = start;
    mails = [];
    await sendOut(null);
  });

  const inTransaction = <T>(run: (tx: Tx) => Promise<T>) => database.client.$transaction((tx) => run(tx));
  const sendOut = (note: string | null) =>
    inTransaction((tx) => sendProgramme(tx, organizer, visit.head, { note, now: start }));
  const link = (wish: Partial<NewLink> = {}) =>
    inTransaction((tx) =>
      createShareLink(
        tx,
        organizer,
        visit.head,
        {
          audience: "guests",
          locale: null,
          participantId: null,
          label: null,
          code: null,
          expiresAt: new Date("2027-01-15T00:00:00Z"),
          ...wish,
        },
        start,
      ),
    );
  const post = (fails = false) =>
    sendNotices(
      () => now,
      async (mail) => {
        if (fails) throw new Error("mail server away");
        mails.push(mail);
      },
    );

  async function change(values: Record<string, string>): Promise<void> {
    const draft = await database.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
    const base = { draftId: draft.id, edition: draft.edition, version: 0 };
    const sheet = { ...toSheet(draft.document), ...values };
    await inTransaction((tx) => saveDraft(tx, organizer, visit.head, "shared", sheet, base));
  }
  const moveTalk = (to: string) => change({ [`rows.items.${visit.ids.stops[0]}.endsAt`]: `2026-12-14 ${to}` });

  async function follow(linkId: string, email = "guest@example.org"): Promise<string> {
    await watch(linkId, { email, locale: "zh" }, start);
    await post();
    const { id } = await database.client.programmeWatcher.findFirstOrThrow({ where: { shareLinkId: linkId, email } });
    await confirmWatch(id, now);
    return id;
  }

  it("come only after the address was confirmed by a link of its own", async () => {
    const { id } = await link();
    await watch(id, { email: " Guest@Example.org ", locale: "ru" }, start);
    await watch(id, { email: "guest@example.org", locale: "ru" }, start);
    expect(await post()).toBe(1);
    expect(mails).toHaveLength(1);
    const token = /\/ru\/v\/([0-9a-f]{64})/.exec(mails[0]?.text ?? "")?.[1] ?? "";
    expect(mails[0]?.to).toBe("guest@example.org");
    expect(await openShare(token, null)).toBeNull();
    await moveTalk("12:00");
    await sendOut(null);
    expect(await post()).toBe(0);
    const watcher = await readWatcher(token);
    expect(watcher).toMatchObject({ isConfirmed: false });
    await confirmWatch(watcher?.watcherId ?? "", now);
    expect(await openShare(token, null)).toMatchObject({ linkId: id, watcherId: watcher?.watcherId });
    expect(await post()).toBe(0);
  });

  it("tell what changed as the link may see it, once, with nobody's hidden name", async () => {
    const { id } = await link();
    await follow(id);
    mails = [];
    await moveTalk("12:45");
    await change({ [`rows.items.${visit.ids.stops[1]}.isCancelled`]: "yes" });
    await sendOut("Скрытая фирма: перенос");
    expect(await post()).toBe(1);
    expect(await post()).toBe(0);
    const text = `${mails[0]?.subject}\n${mails[0]?.text}`;
    expect(text).toContain("玻璃项目会谈");
    expect(text).toContain("取消");
    expect(text).toMatch(/\/zh\/v\/[0-9a-f]{64}\?paper=1/);
    expect(mails[0]?.unsubscribe).toMatch(/\/zh\/v\/[0-9a-f]{64}\?stop=1$/);
    for (const secret of [...visit.secrets.names, ...visit.secrets.working]) expect(text).not.toContain(secret);
  });

  it("do not come when what changed lies where the link does not reach", async () => {
    const [press, group] = await Promise.all([link({ audience: "press" }), link({ audience: "working_group" })]);
    await follow(press.id, "press@example.org");
    await follow(group.id, "group@example.org");
    mails = [];
    await change({ [`rows.items.${visit.ids.stops[2]}.endsAt`]: "2026-12-15 22:30" });
    await sendOut(null);
    await post();
    expect(mails.map(({ to }) => to)).toEqual(["group@example.org"]);
    expect(await post()).toBe(0);
  });

  it("wait while the mail server is away, and tell the newest state once it is back", async () => {
    const { id } = await link();
    await follow(id);
    mails = [];
    await moveTalk("12:45");
    await sendOut(null);
    expect(await post(true)).toBe(0);
    expect(await readNoticeState(organizer, visit.head)).toMatchObject({ waiting: 1, failed: 1, watchers: 1 });
    await moveTalk("13:15");
    await sendOut(null);
    expect(await post()).toBe(0); // not yet due again
    now = new Date(start.getTime() + 11 * minute);
    expect(await post()).toBe(1);
    expect(mails[0]?.text).toContain("第3版");
    now = new Date(start.getTime() + 60 * minute);
    expect(await post()).toBe(0);
    expect(await readNoticeState(organizer, visit.head)).toMatchObject({ waiting: 0, failed: 0 });
  });

  it("are queued once by several workers, and again found by the next when one was killed", async () => {
    const { id } = await link();
    await follow(id);
    await moveTalk("12:45");
    await sendOut(null);
    const counts = await Promise.all([queueChanges(now), queueChanges(now), queueChanges(now)]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    const taken = await Promise.all([takeNotice(now), takeNotice(now)]);
    expect(taken.filter(Boolean)).toHaveLength(1); // and then its worker is killed
    expect(await post()).toBe(0);
    now = new Date(start.getTime() + 11 * minute);
    mails = [];
    expect(await post()).toBe(1);
    expect(mails).toHaveLength(1);
  });

  it("end with one press, with the link, and when nobody confirmed", async () => {
    const [one, other] = await Promise.all([link(), link()]);
    const first = await follow(one.id);
    await follow(other.id);
    await watch(other.id, { email: "never@example.org", locale: "en" }, start);
    await stopWatch(first);
    const left = () => database.client.programmeWatcher.count();
    expect(await left()).toBe(2);
    await forgetWatchers(new Date(start.getTime() + 8 * 24 * 60 * minute));
    expect(await left()).toBe(1);
    await inTransaction((tx) => revokeShareLink(tx, organizer, visit.head, { linkId: other.id, now }));
    expect(await left()).toBe(0);
    await follow((await link()).id);
    await forgetWatchers(new Date("2027-01-15T00:00:00Z"));
    expect(await left()).toBe(0);
  });

  it("thank everybody who confirmed, nobody twice", async () => {
    const { id } = await link();
    await follow(id);
    await watch(id, { email: "open@example.org", locale: "ru" }, start);
    await post();
    mails = [];
    const thank = () => inTransaction((tx) => queueThanks(tx, organizer, visit.head, now));
    expect([await thank(), await thank()]).toEqual([1, 0]);
    await post();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/\/zh\/v\/[0-9a-f]{64}\/booklet\.pdf/);
  });

  it("keep working when the secret behind the tokens is another one", async () => {
    const { id } = await link();
    const watcherId = await follow(id);
    await database.client.programmeWatcher.update({
      where: { id: watcherId },
      data: { tokenHash: hashToken("made with a former secret") },
    });
    await moveTalk("14:00");
    await sendOut(null);
    await post();
    const token = /\/v\/([0-9a-f]{64})/.exec(mails.at(-1)?.text ?? "")?.[1] ?? "";
    expect(token).toBe(watcherToken(watcherId));
    expect(await openShare(token, null)).not.toBeNull();
  });
});
