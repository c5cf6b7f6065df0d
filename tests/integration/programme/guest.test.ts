import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { limits } from "@/lib/auth/limit/rules";
import type { Actor } from "@/lib/auth/types";
import { type OwnAnswer, withOwnAnswer } from "@/lib/core/answer-state";
import { clientHeader } from "@/lib/core/gate/staff-request";
import { newId } from "@/lib/core/ids";
import { loggedPath } from "@/lib/core/log";
import { database as portalDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/make-client";
import type { Locale } from "@/lib/i18n/locales";
import { type Guest, lookIn, takeGuestForm } from "@/lib/programme/guest/actions";
import { guestQuerySchema } from "@/lib/programme/guest/schema";
import { readTyped } from "@/lib/programme/guest/typed-cookie";
import { sendProgramme } from "@/lib/programme/mutations";
import { createShareLink, type NewLink, revokeShareLink } from "@/lib/programme/share/mutations";
import { saveDraft } from "@/lib/record/draft/mutations";
import { toSheet } from "@/lib/record/draft/schema";
import { makeActor, recordId } from "@/tests/support/actors";
import { testDatabase } from "@/tests/support/database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

const now = new Date("2026-12-14T06:00:00Z");

describe("the page of a secret link", () => {
  let test: Awaited<ReturnType<typeof testDatabase>>;
  let database: Database;
  let organizer: Actor;
  let visit: TestVisit;

  beforeAll(async () => {
    test = await testDatabase("facts");
    process.env.DATABASE_URL = test.url;
    vi.stubEnv("AUTH_SECRET", "0123456789abcdef0123456789abcdef");
    database = portalDatabase();
    const yugra = await recordId(database.client, "region", "yugra");
    organizer = await makeActor(database.client, "Organizer", { role: "organizer", regionId: yugra });
    visit = await makeVisit(database.client, organizer);
    await sendOut();
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await database.close();
    await test.drop();
  });
  beforeEach(async () => {
    vi.stubEnv("PORTAL_NOW", now.toISOString());
    await database.client.rateLimit.deleteMany();
  });

  const sendOut = () =>
    database.client.$transaction((tx) => sendProgramme(tx, organizer, visit.head, { note: null, now }));
  const make = (wish: Partial<NewLink> = {}) =>
    database.client.$transaction((tx) =>
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
        new Date("2026-12-01T08:00:00Z"),
      ),
    );

  type Ask = { cookie?: string; query?: Record<string, string>; method?: string; locale?: Locale; client?: string };
  async function look(token: string, ask: Ask = {}): Promise<{ guest: Guest | null; own: OwnAnswer; cookie: string }> {
    const { cookie = "", query = {}, method = "GET", locale = "zh", client = "192.0.2.1" } = ask;
    const headers = new Headers({ [clientHeader]: client, cookie });
    const { made, own } = await withOwnAnswer(method, () =>
      lookIn(token, { locale, query: guestQuerySchema.parse(query), headers }),
    );
    return { guest: made, own, cookie: own.cookies[0]?.split(";")[0] ?? cookie };
  }
  const send = (token: string, fields: Record<string, string>, { cookie = "", client = "192.0.2.1" } = {}) =>
    takeGuestForm(token, { locale: "zh", fields, headers: new Headers({ [clientHeader]: client, cookie }) });
  const opened = (id: string) =>
    database.client.shareLink.findUniqueOrThrow({ where: { id }, select: { openedCount: true, lastOpenedOn: true } });

  async function moveTalk(to: string): Promise<void> {
    const draft = await database.client.draft.findFirstOrThrow({ where: { recordId: visit.head.id, locale: null } });
    const base = { draftId: draft.id, edition: draft.edition, version: 0 };
    const sheet = { ...toSheet(draft.document), [`rows.items.${visit.ids.stops[0]}.endsAt`]: `2026-12-14 ${to}` };
    await database.client.$transaction((tx) => saveDraft(tx, organizer, visit.head, "shared", sheet, base));
    await sendOut();
  }

  it("counts who opens it once for each version, not who only asks or reads again", async () => {
    const { id, token } = await make();
    await look(token, { method: "HEAD" });
    expect(await opened(id)).toEqual({ openedCount: 0, lastOpenedOn: null });
    const { cookie } = await look(token);
    await look(token, { cookie });
    expect(await opened(id)).toMatchObject({ openedCount: 1, lastOpenedOn: new Date("2026-12-14T00:00:00Z") });
    vi.stubEnv("PORTAL_NOW", "2026-12-15T06:00:00Z");
    await look(token, { cookie });
    expect(await opened(id)).toMatchObject({ openedCount: 1, lastOpenedOn: new Date("2026-12-15T00:00:00Z") });
  });

  it("shows what changed since it was seen, and since the version on paper", async () => {
    const { token } = await make();
    const { cookie } = await look(token);
    const seen = Number(cookie.split("=")[1]);
    await moveTalk("12:30");
    const { guest, cookie: next } = await look(token, { cookie });
    expect(guest).toMatchObject({
      since: { number: seen, isPaper: false },
      view: { changes: { stops: [{ kind: "changed", aspects: ["time"] }] } },
    });
    expect((await look(token, { cookie: next })).guest).toMatchObject({ since: null, view: { changes: null } });
    const paper = await look(token, { cookie: next, query: { paper: String(seen) } });
    expect(paper.guest).toMatchObject({ since: { isPaper: true }, view: { changes: { from: seen } } });
    for (const bad of ["0", "9999", "x", "-1", "1.5"]) {
      expect((await look(token, { cookie: next, query: { paper: bad } })).guest).toMatchObject({ since: null });
    }
  });

  it("never shows by a press link, in changes neither, what a guest may see", async () => {
    const { token } = await make({ audience: "press" });
    const { guest } = await look(token, { query: { paper: "1" } });
    const text = JSON.stringify(guest);
    for (const secret of [...visit.secrets.names, ...visit.secrets.working, "talk-wechat", visit.ids.stops[1]]) {
      expect(text).not.toContain(secret);
    }
  });

  it("tells a link that is over by 410 with a contact and nothing else; an unknown one is not there", async () => {
    const { id, token } = await make();
    await database.client.$transaction((tx) => revokeShareLink(tx, organizer, visit.head, { linkId: id, now }));
    const { guest, own } = await look(token);
    expect(own).toMatchObject({ status: 410, cookies: [] });
    expect(Object.keys(guest ?? {}).sort()).toEqual(["contacts", "status"]);
    expect(guest).toMatchObject({ status: "over", contacts: [expect.objectContaining({ person: null })] });
    const text = JSON.stringify(guest);
    for (const word of ["Визит проверки", "测试访问", ...visit.secrets.names]) expect(text).not.toContain(word);
    const unknown = await look("d".repeat(64));
    expect(unknown).toMatchObject({ guest: null, own: { status: null, cookies: [] } });
    // With too many guesses an ended link looks as if it never was.
    for (let count = 0; count < limits.shareToken.most; count++) await look("e".repeat(64), { client: "192.0.2.9" });
    expect((await look(token, { client: "192.0.2.9" })).guest).toBeNull();
  });

  it("sends to the one language of a link, with the number on paper or not", async () => {
    const { token } = await make({ locale: "ru" });
    expect((await look(token)).guest).toEqual({ status: "elsewhere", locale: "ru" });
    expect((await look(token, { locale: "ru" })).guest).toMatchObject({ status: "open" });
  });

  it("asks for a code first, and limits guesses by address and by link", async () => {
    const { token } = await make({ code: "4711 AB" });
    expect(await look(token)).toMatchObject({ guest: { status: "code_needed" }, own: { cookies: [] } });
    expect(await send(token, { do: "code", code: "0000" })).toMatchObject({ to: `/zh/v/${token}?refused=code` });
    const right = await send(token, { do: "code", code: "4711 AB", paper: "1" });
    expect(right).toMatchObject({ to: `/zh/v/${token}?paper=1` });
    const cookie = right?.cookies[0]?.split(";")[0] ?? "";
    expect((await look(token, { cookie })).guest).toMatchObject({ status: "open" });
    // Counted as if they had been made: each costs a fifth of a second.
    await database.client.rateLimit.updateMany({ data: { points: 1000 } });
    expect((await send(token, { do: "code", code: "4711 AB" }))?.to).toContain("refused=too_often");
  });

  it("takes three answers after the last day, once for each form, and keeps what was typed", async () => {
    const { token } = await make();
    const form = newId();
    const answer = { do: "answer", form, score: "4", useful: "会谈很有用", missing: "" };
    const count = () => database.client.visitAnswer.count();
    expect((await look(token)).guest).toMatchObject({ questions: "none" });
    await send(token, answer);
    expect(await count()).toBe(0);
    vi.stubEnv("PORTAL_NOW", "2026-12-15T20:00:00Z"); // the day after in Yekaterinburg, the last day in Moscow
    expect((await look(token)).guest).toMatchObject({ questions: "open" });
    const refused = await send(token, { ...answer, score: "6" });
    expect(refused?.to).toBe(`/zh/v/${token}?refused=score#answer`);
    expect(readTyped(refused?.cookies[0]?.split(";")[0] ?? "")).toMatchObject({ useful: "会谈很有用" });
    const [first] = await Promise.all([send(token, answer), send(token, answer)]);
    expect(first?.to).toBe(`/zh/v/${token}?said=answered#answer`);
    expect(await database.client.visitAnswer.findMany()).toMatchObject([{ id: form, score: 4, missing: null }]);
    const cookie = first?.cookies[0]?.split(";")[0] ?? "";
    expect((await look(token, { cookie })).guest).toMatchObject({ questions: "answered" });
  });

  it("keeps an address that is none, and says the same to one that is known", async () => {
    const { token } = await make();
    const refused = await send(token, { do: "watch", email: "guest@" });
    expect(refused?.to).toContain("refused=email");
    expect(readTyped(refused?.cookies[0]?.split(";")[0] ?? "")).toEqual({ email: "guest@" });
    const [one, two] = [
      await send(token, { do: "watch", email: "guest@example.org" }),
      await send(token, { do: "watch", email: "guest@example.org" }),
    ];
    expect(one).toEqual(two);
    expect(await database.client.programmeWatcher.count()).toBe(1);
  });

  it.each([{}, { do: "everything" }, { do: "answer", form: "x" }, { do: "confirm" }, { do: "stop" }])(
    "answers the broken form %o by the page itself",
    async (fields) => {
      const { token } = await make();
      expect((await send(token, fields as Record<string, string>))?.to).toBe(`/zh/v/${token}`);
    },
  );

  it("never stands in the log with its token", () => {
    const token = "a1".repeat(32);
    for (const path of [`/zh/v/${token}`, `/ru/v/${token}/visit.ics`, `/en/v/${token}/send?x=1`, `/zh/%76/${token}`]) {
      expect(loggedPath(path)).toMatch(/^\/(?:zh|ru|en)\/v\/…$/);
    }
  });
});
