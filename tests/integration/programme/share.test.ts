import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { limits } from "@/lib/auth/limit/rules";
import type { Actor } from "@/lib/auth/types";
import { clientHeader } from "@/lib/core/gate/staff-request";
import { database as portalDatabase } from "@/lib/db/client";
import type { Database } from "@/lib/db/make-client";
import { sendProgramme } from "@/lib/programme/mutations";
import { enterShare } from "@/lib/programme/share/actions";
import { codeCookies, readSeen, seenCookies } from "@/lib/programme/share/cookies";
import { createShareLink, type NewLink, revokeShareLink } from "@/lib/programme/share/mutations";
import { sharePath } from "@/lib/programme/share/rules";
import { openShare } from "@/lib/programme/share/share-queries";
import { makeActor, recordId } from "@/tests/support/actors";
import { testDatabase } from "@/tests/support/database";
import { makeVisit, type TestVisit } from "@/tests/support/visits";

const now = new Date("2026-12-01T08:00:00Z");

describe("a secret link to a visit", () => {
  let test: Awaited<ReturnType<typeof testDatabase>>;
  let database: Database;
  let organizer: Actor;
  let visit: TestVisit;

  beforeAll(async () => {
    test = await testDatabase("facts");
    process.env.DATABASE_URL = test.url;
    vi.stubEnv("PORTAL_NOW", now.toISOString());
    vi.stubEnv("AUTH_SECRET", "0123456789abcdef0123456789abcdef");
    database = portalDatabase();
    const yugra = await recordId(database.client, "region", "yugra");
    organizer = await makeActor(database.client, "Organizer", { role: "organizer", regionId: yugra });
    visit = await makeVisit(database.client, organizer);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await database.close();
    await test.drop();
  });
  beforeEach(() => database.client.rateLimit.deleteMany());

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
        now,
      ),
    );
  const wrong = (digit: string) => digit.repeat(64);
  const from = (client: string) => new Headers({ [clientHeader]: client });

  it("shows the newest version to its audience, and nothing before one was sent out", async () => {
    const { token } = await make({ audience: "press", locale: "zh" });
    expect(await openShare(token, null)).toMatchObject({ sent: null, locale: "zh", viewer: { audience: "press" } });
    await database.client.$transaction((tx) => sendProgramme(tx, organizer, visit.head, { note: null, now }));
    expect(await openShare(token, null)).toMatchObject({ sent: { number: 1 }, head: { id: visit.head.id } });
  });

  it("keeps the hash of the token only, and no token in the log", async () => {
    const { id, token } = await make();
    const row = await database.client.shareLink.findUniqueOrThrow({ where: { id } });
    const lines = await database.client.auditEntry.findMany({ where: { recordId: visit.head.id } });
    expect(Buffer.from(row.tokenHash)).toHaveLength(32);
    expect(
      JSON.stringify([row, lines], (_, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toContain(token);
    expect(Buffer.from(row.tokenHash).toString("hex")).not.toBe(token);
  });

  it("opens nothing with a token that nobody made, that is over or was revoked", async () => {
    const [over, revoked] = await Promise.all([make({ expiresAt: new Date(now.getTime() + 1) }), make()]);
    expect(await openShare(over.token, null)).not.toBeNull();
    vi.stubEnv("PORTAL_NOW", new Date(now.getTime() + 1).toISOString());
    expect(await openShare(over.token, null)).toBeNull();
    vi.stubEnv("PORTAL_NOW", now.toISOString());
    const revoke = () =>
      database.client.$transaction((tx) => revokeShareLink(tx, organizer, visit.head, { linkId: revoked.id, now }));
    expect(await revoke()).toBe(true);
    expect(await revoke()).toBe(false);
    expect(await openShare(revoked.token, null)).toBeNull();
    expect(await openShare(wrong("a"), null)).toBeNull();
    expect(await openShare("nothing of the kind", null)).toBeNull();
  });

  it("asks for its code, and takes the cookie of the right one for this link alone", async () => {
    const [one, other] = await Promise.all([make({ code: "4711" }), make({ code: "4711" })]);
    const { codeHash } = await database.client.shareLink.findUniqueOrThrow({ where: { id: one.id } });
    const [cookie = ""] = codeCookies(one.token, { linkId: one.id, codeHash: codeHash ?? "" });
    const header = cookie.split(";")[0] ?? "";
    expect(await openShare(one.token, null)).toEqual({ status: "code_needed", linkId: one.id, locale: null });
    expect(await openShare(one.token, header)).toMatchObject({ linkId: one.id });
    expect(await openShare(one.token, header.replace(/.$/, "x"))).toMatchObject({ status: "code_needed" });
    expect(await openShare(other.token, header)).toMatchObject({ status: "code_needed" });
    expect(cookie).toContain(`Path=${sharePath("zh", one.token)};`);
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  });

  it("opens nothing to an address that guessed too often, the right token neither", async () => {
    const { token } = await make();
    const { most } = limits.shareToken;
    for (let count = 0; count < most - 1; count++) await enterShare(wrong("b"), from("192.0.2.7"));
    expect(await enterShare(token, from("192.0.2.7"))).not.toBeNull();
    await enterShare(wrong("b"), from("192.0.2.7"));
    expect(await enterShare(token, from("192.0.2.7"))).toBeNull();
    expect(await enterShare(token, from("192.0.2.8"))).not.toBeNull();
  });

  it("remembers the number of the version that was seen, and nothing else", () => {
    const cookies = seenCookies(wrong("c"), 3);
    expect(cookies.map((one) => one.split(";")[0])).toEqual(Array(3).fill("portal.seen=3"));
    expect(readSeen("a=1; portal.seen=3")).toBe(3);
    for (const bad of ["portal.seen=", "portal.seen=-1", "portal.seen=3x", "portal.seen=1234567"]) {
      expect(readSeen(bad)).toBeNull();
    }
  });
});
