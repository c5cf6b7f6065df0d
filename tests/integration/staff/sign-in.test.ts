import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { takeAttempt } from "@/lib/auth/limit/mutations";
import { limits } from "@/lib/auth/limit/rules";
import { accountActions } from "@/lib/staff/account/actions";
import { invitationActions } from "@/lib/staff/invitation/actions";
import { invite } from "@/lib/staff/invitation/mutations";
import { secondFactorActions } from "@/lib/staff/second-factor/actions";
import { getNewRecoveryCodes, getSetup } from "@/lib/staff/second-factor/staff-queries";
import { signInActions } from "@/lib/staff/sign-in/actions";
import { codeFor } from "@/tests/support/one-time-code";
import { Browser } from "@/tests/support/staff";
import { type StaffDatabase, staffDatabase } from "@/tests/support/staff-database";

vi.mock("next/headers", async () => (await import("@/tests/support/staff")).nextHeaders);

const password = "синий кит у моря";
const console = { id: null, name: "console", ipAddress: null };

let data: StaffDatabase;
beforeAll(async () => {
  data = await staffDatabase();
});
afterAll(() => data.drop());
beforeEach(() => data.clear());

async function editor(email = "editor@example.org", role: "editor" | "approver" = "editor") {
  const browser = new Browser();
  const grants = [{ role, regionId: data.yugra, siteId: null }];
  const made = await invite(console, { email, locale: "ru", grants });
  if (!("token" in made)) throw new Error(made.refused);
  const result = await browser.send(invitationActions.join, {
    token: made.token,
    name: "Анна Петрова",
    password,
    again: password,
  });
  expect(result).toMatchObject({ ok: true, to: "/admin" });
  return browser;
}

const signIn = (browser: Browser, email: string, typed = password) =>
  browser.send(signInActions["sign-in"], { email, password: typed, next: "/admin/records" });

describe("the cookie of a session", () => {
  it("is for this site's requests alone and out of reach of scripts", async () => {
    const made = await invite(console, { email: "a@example.org", locale: "ru", grants: data.editorGrants });
    const token = "token" in made ? made.token : "";
    const result = await new Browser().send(invitationActions.join, { token, name: "Анна", password, again: password });
    const line = result.cookies?.find((cookie) => cookie.startsWith("portal.session_token=")) ?? "";
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/i);
    expect(line).toMatch(/; Path=\//);
    expect(line).toMatch(/; Max-Age=604800/);
    expect(line).not.toMatch(/Domain=/i);
  });

  it("is new at each sign-in, and the one of before is dead", async () => {
    const browser = await editor();
    const before = browser.copy();
    await signIn(browser, "editor@example.org");
    expect(browser.cookies.get("portal.session_token")).not.toBe(before.cookies.get("portal.session_token"));
    expect(await browser.actor()).toMatchObject({ email: "editor@example.org" });
    expect(await before.actor()).toBeNull();
  });

  it("is worth nothing after the sign-out, for whoever kept it", async () => {
    const browser = await editor();
    const thief = browser.copy();
    expect(await thief.actor()).not.toBeNull();
    expect(await browser.send(signInActions["sign-out"], {})).toMatchObject({ said: "signed_out" });
    expect(browser.cookies.has("portal.session_token")).toBe(false);
    expect(await thief.actor()).toBeNull();
  });

  it("that somebody wrote himself is nobody's", async () => {
    const browser = await editor();
    const [token = ""] = decodeURIComponent(browser.cookies.get("portal.session_token") ?? "").split(".");
    const forger = new Browser();
    for (const value of [token, `${token}.`, `${token}.${Buffer.alloc(32).toString("base64")}`, "%", "x.y"]) {
      forger.cookies.set("portal.session_token", encodeURIComponent(value));
      expect(await forger.actor()).toBeNull();
    }
  });

  it("counts for 12 hours without a request, and for 7 days at most", async () => {
    const browser = await editor();
    const ago = (hours: number) => new Date(Date.now() - hours * 3600_000);
    await data.client.session.updateMany({ data: { updatedAt: ago(11.9) } });
    expect(await browser.actor()).not.toBeNull();
    await data.client.session.updateMany({ data: { updatedAt: ago(12) } });
    expect(await browser.actor()).toBeNull();
    await data.client.session.updateMany({ data: { updatedAt: new Date(), expiresAt: ago(0) } });
    expect(await browser.actor()).toBeNull();
  });
});

describe("a sign-in", () => {
  it("takes the address however it is written, and the password as it is", async () => {
    await editor();
    expect(await signIn(new Browser(), "  EDITOR@Example.org ")).toMatchObject({ ok: true, to: "/admin/records" });
    expect(await signIn(new Browser(), "editor@example.org", `${password} `)).toMatchObject({ code: "sign_in_failed" });
  });

  it("answers alike for a wrong password, an unknown account and one that is disabled", async () => {
    await editor();
    await editor("gone@example.org");
    await data.client.staff.updateMany({ where: { email: "gone@example.org" }, data: { disabledAt: new Date() } });
    const answers = [
      await signIn(new Browser(), "editor@example.org", "another password"),
      await signIn(new Browser(), "nobody@example.org", "another password"),
      await signIn(new Browser(), "gone@example.org"),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ ok: false, code: "sign_in_failed" });
  });

  it("takes as long for an unknown account as for a wrong password", async () => {
    await editor();
    const time = async (email: string) => {
      const times: number[] = [];
      for (let round = 0; round < 7; round++) {
        await data.client.rateLimit.deleteMany();
        const start = performance.now();
        await signIn(new Browser(), email, "another password");
        times.push(performance.now() - start);
      }
      return times.sort((a, b) => a - b)[3] ?? 0;
    };
    const [known, unknown] = [await time("editor@example.org"), await time("nobody@example.org")];
    // Without the work on a password an answer takes a tenth; the machine is shared.
    expect(unknown / known).toBeGreaterThan(0.6);
    expect(unknown / known).toBeLessThan(1.7);
  });

  it("is refused at the eleventh wrong one for an account, by whatever address and spelling", async () => {
    await editor();
    for (let attempt = 0; attempt < 10; attempt++) {
      const browser = new Browser();
      browser.client = `203.0.113.${attempt}`;
      const email = attempt % 2 ? " Editor@Example.ORG" : "editor@example.org";
      expect(await signIn(browser, email, "another password")).toMatchObject({ code: "sign_in_failed" });
    }
    const browser = new Browser();
    browser.client = "198.51.100.1";
    expect(await signIn(browser, "editor@example.org")).toMatchObject({ code: "too_often" });
    await data.client.rateLimit.updateMany({ data: { expire: Date.now() - 1 } });
    expect(await signIn(browser, "editor@example.org")).toMatchObject({ ok: true });
  });

  it("is refused at the fifty-first wrong one from an address; a right one does not count", async () => {
    await editor();
    for (let attempt = 0; attempt < 3; attempt++) await signIn(new Browser(), "editor@example.org");
    for (let attempt = 0; attempt < 49; attempt++) await takeAttempt(limits.signInClient, new Browser().client);
    expect(await signIn(new Browser(), "nobody@example.org", "x")).toMatchObject({ code: "sign_in_failed" });
    expect(await signIn(new Browser(), "editor@example.org")).toMatchObject({ code: "too_often" });
  });

  it("keeps no address and no account in the table of attempts", async () => {
    await data.client.rateLimit.deleteMany();
    await signIn(new Browser(), "nobody@example.org", "x");
    const keys = await data.client.rateLimit.findMany();
    expect(keys).toHaveLength(2);
    for (const { key } of keys) expect(key).toMatch(/^[0-9a-f]{64}$/);
  });

  it("leads to our own pages alone", async () => {
    await editor();
    for (const next of ["//evil.example", "https://evil.example", "/zh", "/admin//evil", "/admin/../zh", "/adminx"]) {
      const answer = await new Browser().send(signInActions["sign-in"], {
        email: "editor@example.org",
        password,
        next,
      });
      expect(answer).toMatchObject({ ok: true, to: "/admin" });
    }
  });
});

describe("the second factor", () => {
  async function withSecondFactor() {
    const browser = await editor("approver@example.org", "approver");
    const waiting = await browser.actor();
    expect(waiting).toMatchObject({ mustSetUpSecondFactor: true, grants: [] });
    await browser.sendAsStaff(secondFactorActions["second-factor-begin"], { password });
    const actor = await browser.actor();
    const setup = actor && (await getSetup(actor));
    const code = codeFor(setup?.secret ?? "");
    const confirm = secondFactorActions["second-factor-confirm"];
    expect(await browser.sendAsStaff(confirm, { code: code === "000000" ? "000001" : "000000" })).toMatchObject({
      code: "code_wrong",
    });
    expect(await browser.sendAsStaff(confirm, { code })).toMatchObject({ ok: true, said: "second_factor_on" });
    const set = await browser.actor();
    if (!set) throw new Error("signed out");
    return { browser, secret: setup?.secret ?? "", code, codes: (await getNewRecoveryCodes(set, new Date())) ?? [] };
  }

  async function owing() {
    const browser = new Browser();
    expect(await signIn(browser, "approver@example.org")).toMatchObject({
      ok: true,
      to: "/admin/sign-in/code?next=%2Fadmin%2Frecords",
    });
    expect(await browser.actor()).toBeNull();
    return browser;
  }
  const give = (browser: Browser, code: string) =>
    browser.send(signInActions["sign-in-code"], { code, next: "/admin" });

  it("gives rights to a role that demands it only when it is set up", async () => {
    const { browser, codes } = await withSecondFactor();
    expect(await browser.actor()).toMatchObject({ mustSetUpSecondFactor: false, grants: [{ role: "approver" }] });
    expect(codes).toHaveLength(10);
  });

  it("shows the recovery codes no more once they are put away", async () => {
    const { browser } = await withSecondFactor();
    const actor = await browser.actor();
    if (!actor) throw new Error("signed out");
    await browser.sendAsStaff(secondFactorActions["second-factor-put-away"], {});
    expect(await getNewRecoveryCodes(actor, new Date())).toBeNull();
  });

  it("takes a code once", async () => {
    const { secret, code } = await withSecondFactor();
    const browser = await owing();
    expect(await give(browser, code), "the one of the setting up").toMatchObject({ code: "code_wrong" });
    const next = codeFor(secret, 1);
    expect(await give(browser, next)).toMatchObject({ ok: true, to: "/admin" });
    expect(await browser.actor()).not.toBeNull();
    expect(await give(await owing(), next)).toMatchObject({ code: "code_wrong" });
  });

  it("takes each recovery code once, however it is typed", async () => {
    const { codes } = await withSecondFactor();
    const typed = (codes[3] ?? "").toUpperCase().replaceAll("-", " ");
    const browser = await owing();
    expect(await give(browser, typed)).toMatchObject({ ok: true });
    expect(await browser.actor()).not.toBeNull();
    expect(await give(await owing(), typed)).toMatchObject({ code: "code_wrong" });
    expect(await give(await owing(), codes[4] ?? "")).toMatchObject({ ok: true });
  });

  it("cannot be guessed: the eleventh wrong code is not looked at", async () => {
    const { codes } = await withSecondFactor();
    for (let attempt = 0; attempt < 10; attempt++) {
      expect(await give(await owing(), `wrong-${attempt}`)).toMatchObject({ code: "code_wrong" });
    }
    expect(await give(await owing(), codes[0] ?? "")).toMatchObject({ code: "too_often" });
  });

  it("asks nobody who did not give his password", async () => {
    await withSecondFactor();
    expect(await give(new Browser(), "123456")).toMatchObject({ code: "expired", to: "/admin/sign-in" });
  });

  it("once off leaves an approver without rights until it is on again", async () => {
    const { browser } = await withSecondFactor();
    const end = secondFactorActions["second-factor-end"];
    expect(await browser.sendAsStaff(end, { password: "another password" })).toMatchObject({ code: "password_wrong" });
    expect(await browser.sendAsStaff(end, { password })).toMatchObject({ ok: true });
    expect(await browser.actor()).toMatchObject({ mustSetUpSecondFactor: true, grants: [] });
  });
});

describe("a change of the password", () => {
  const wanted = "жёлтый трамвай в Твери";

  it("asks for the one of now, and ends all other sessions", async () => {
    const browser = await editor();
    const other = new Browser();
    await signIn(other, "editor@example.org");
    const change = accountActions["account-password"];
    const fields = { password: "another password", "new-password": wanted, again: wanted };
    expect(await browser.sendAsStaff(change, fields)).toMatchObject({ fields: { password: "password_wrong" } });
    expect(await other.actor()).not.toBeNull();
    expect(await browser.sendAsStaff(change, { ...fields, password })).toMatchObject({ said: "password_changed" });
    expect(await browser.actor()).not.toBeNull();
    expect(await other.actor()).toBeNull();
    expect(await signIn(new Browser(), "editor@example.org")).toMatchObject({ code: "sign_in_failed" });
    expect(await signIn(new Browser(), "editor@example.org", wanted)).toMatchObject({ ok: true });
  });

  it.each([
    ["short", "password_short", "new-password"],
    ["qwerty123456", "password_common", "new-password"],
    ["editor@example.org", "password_common", "new-password"],
  ])("to %s is refused", async (typed, code, field) => {
    const browser = await editor();
    const fields = { password, "new-password": typed, again: typed };
    expect(await browser.sendAsStaff(accountActions["account-password"], fields)).toMatchObject({
      fields: { [field]: code },
    });
    expect(await signIn(new Browser(), "editor@example.org")).toMatchObject({ ok: true });
  });

  it("can end one session of one's own, and none of somebody else", async () => {
    const browser = await editor();
    const other = await editor("other@example.org");
    const foreign = await other.actor();
    const end = accountActions["account-sessions-end"];
    expect(await browser.sendAsStaff(end, { session: foreign?.sessionId ?? "" })).toMatchObject({ said: "unchanged" });
    expect(await other.actor()).not.toBeNull();
  });
});

describe("the log", () => {
  it("tells of joining, entering, refusing and leaving, without passwords and addresses that were typed", async () => {
    const browser = await editor();
    await signIn(new Browser(), "wrong@example.org", "my secret password");
    await browser.send(signInActions["sign-out"], {});
    const rows = await data.client.auditEntry.findMany({ orderBy: { id: "asc" } });
    const told = rows.map(({ action, staffName }) => `${action} ${staffName}`).slice(-5);
    expect(told).toEqual([
      "staff.invite console",
      "staff.join Анна Петрова",
      "sign-in Анна Петрова",
      "sign-in.refused ",
      "sign-out Анна Петрова",
    ]);
    expect(rows.at(-1)?.ipAddress).toBe("203.0.113.7");
    const all = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
    expect(all).not.toContain("secret");
    expect(all).not.toContain("wrong@");
  });
});
