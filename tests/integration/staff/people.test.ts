import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Grant, Role } from "@/lib/auth/types";
import { deliver } from "@/lib/core/mail";
import { invitationActions } from "@/lib/staff/invitation/actions";
import { invite, inviteFirstOperator, lockStaff, withdrawInvitation } from "@/lib/staff/invitation/mutations";
import { findInvitation, findScope } from "@/lib/staff/invitation/staff-queries";
import { peopleActions } from "@/lib/staff/people/actions";
import { resetActions } from "@/lib/staff/reset/actions";
import { askForReset, resetPassword } from "@/lib/staff/reset/mutations";
import { findReset } from "@/lib/staff/reset/staff-queries";
import { signInActions } from "@/lib/staff/sign-in/actions";
import { Browser } from "@/tests/support/staff";
import { type StaffDatabase, staffDatabase } from "@/tests/support/staff-database";

vi.mock("next/headers", async () => (await import("@/tests/support/staff")).nextHeaders);
const sent = vi.hoisted(() => ({ reset: vi.fn(), invitation: vi.fn() }));
vi.mock("@/lib/staff/mail", () => ({ sendResetMail: sent.reset, sendInvitationMail: sent.invitation }));

const password = "синий кит у моря";
const author = { id: null, name: "console", ipAddress: null };

let data: StaffDatabase;
beforeAll(async () => {
  data = await staffDatabase();
});
afterAll(() => data.drop());
beforeEach(async () => {
  vi.clearAllMocks();
  await data.clear();
});

const grantOf = (role: Role): Grant => ({
  role,
  regionId: role === "operator" || role === "park_operator" ? null : data.yugra,
  siteId: role === "park_operator" ? data.nyagan : null,
});

async function tokenFor(email: string, grants: Grant[] = [grantOf("editor")]) {
  const made = await invite(author, { email, locale: "ru", grants });
  if (!("token" in made)) throw new Error(made.refused);
  return made.token;
}

const fields = { name: "Анна Петрова", password, again: password };
const accept = (token: string, more: Record<string, string> = {}, browser = new Browser()) =>
  browser.send(invitationActions.join, { token, ...fields, ...more });

/** Somebody with that role whose rights are not held back by a second factor. */
async function member(role: Role, email = `${role}@example.org`) {
  const browser = new Browser();
  expect(await accept(await tokenFor(email, [grantOf(role)]), {}, browser)).toMatchObject({ ok: true });
  await data.client.staff.update({ where: { email }, data: { twoFactorEnabled: true } });
  const id = (await browser.actor())?.id ?? "";
  return { browser, id };
}

describe("an invitation", () => {
  it("makes person, password and rights at once, and only once", async () => {
    const token = await tokenFor("new@example.org");
    const both = await Promise.all([accept(token), accept(token, { name: "Другая Анна" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: "expired" });
    const staff = await data.client.staff.findMany({ include: { grants: true, accounts: true } });
    expect(staff).toHaveLength(1);
    expect(staff[0]?.grants).toMatchObject([{ role: "editor", regionId: data.yugra }]);
    expect(staff[0]?.accounts).toHaveLength(1);
    expect(await accept(token)).toMatchObject({ code: "expired" });
  });

  it("is kept as a hash alone", async () => {
    const token = await tokenFor("new@example.org");
    const rows = JSON.stringify(await data.rows("SELECT i::text AS row FROM invitation i"));
    expect(rows).not.toContain(token);
  });

  it("is over after 72 hours, when it was withdrawn, and when another took its place", async () => {
    const late = await tokenFor("late@example.org");
    await data.client
      .$executeRaw`UPDATE invitation SET created_at = now() - interval '73 hours', expires_at = now() - interval '1 second'`;
    const withdrawn = await tokenFor("withdrawn@example.org");
    const { id } = await data.client.invitation.findFirstOrThrow({ where: { email: "withdrawn@example.org" } });
    expect(await withdrawInvitation(author, id)).toBe(true);
    expect(await withdrawInvitation(author, id)).toBe(false);
    const first = await tokenFor("twice@example.org");
    const second = await tokenFor("twice@example.org");
    for (const token of [late, withdrawn, first, "0".repeat(64), "", "'"]) {
      expect(await findInvitation(token, new Date())).toBeNull();
      expect(await accept(token)).toMatchObject({ ok: false, code: "expired" });
    }
    expect(await accept(second)).toMatchObject({ ok: true });
    expect(await data.client.staff.count()).toBe(1);
  });

  it("stays open when the password, its repetition or the name is refused", async () => {
    const token = await tokenFor("new@example.org");
    const tries = [
      [{ password: "short" }, "password_short"],
      [{ password: "qwerty123456", again: "qwerty123456" }, "password_common"],
      [{ password: "new@example.org", again: "new@example.org" }, "password_common"],
      [{ again: "something else" }, "password_differs"],
      [{ name: " " }, "name_wrong"],
    ] as const;
    for (const [more, code] of tries) expect(await accept(token, more)).toMatchObject({ code });
    expect(await accept(token)).toMatchObject({ ok: true });
  });

  it("gives the rights that it names, whatever else is sent", async () => {
    const token = await tokenFor("new@example.org");
    const browser = new Browser();
    const more = { role: "operator", grants: "[]", email: "boss@example.org", regionId: "x", twoFactorEnabled: "true" };
    expect(await accept(token, more, browser)).toMatchObject({ ok: true });
    expect(await browser.actor()).toMatchObject({ email: "new@example.org", grants: [{ role: "editor" }] });
  });

  it.each([
    ["operator", "region"],
    ["editor", "all"],
    ["editor", "site"],
    ["park_operator", "region"],
    ["park_operator", "all"],
    ["boss", "all"],
  ])("for %s with the scope %s is refused", async (role, kind) => {
    const { browser } = await member("operator");
    const scope = { region: `region:${data.yugra}`, site: `site:${data.nyagan}`, all: "all" }[kind] ?? "";
    const send = { email: "x@example.org", locale: "ru", role, scope };
    expect(await browser.sendAsStaff(invitationActions.invite, send)).toMatchObject({
      fields: { scope: "scope_wrong" },
    });
    expect(sent.invitation).not.toHaveBeenCalled();
  });

  it("of an operator leaves by mail, and nobody else can send one", async () => {
    const send = { email: " X@example.org", locale: "zh", role: "editor", scope: `region:${data.yugra}` };
    const { browser } = await member("operator");
    expect(await browser.sendAsStaff(invitationActions.invite, send)).toMatchObject({ ok: true, said: "invited" });
    expect(sent.invitation).toHaveBeenCalledWith(expect.objectContaining({ email: "x@example.org", locale: "zh" }));
    for (const role of ["editor", "approver", "park_operator"] as const) {
      const other = await member(role);
      expect(await other.browser.sendAsStaff(invitationActions.invite, send)).toMatchObject({ code: "not_allowed" });
    }
    expect(sent.invitation).toHaveBeenCalledTimes(1);
  });

  it("to a place that does not exist is refused", async () => {
    const gone = { ...grantOf("editor"), regionId: "01980000-0000-7000-8000-000000000000" };
    expect(await invite(author, { email: "x@example.org", locale: "ru", grants: [gone] })).toEqual({
      refused: "not_there",
    });
    expect(await findScope({ region: "atlantis", site: undefined })).toBeNull();
    expect(await findScope({ region: "yugra", site: undefined })).toEqual({ regionId: data.yugra, siteId: null });
  });
});

describe("the link for the first operator", () => {
  it("works until there is staff, and each start makes the one of before useless", async () => {
    const first = await inviteFirstOperator();
    const second = await inviteFirstOperator();
    const email = "boss@example.org";
    expect(await accept(first?.token ?? "", { email })).toMatchObject({ code: "expired" });
    expect(await accept(second?.token ?? "", { email: "no address" })).toMatchObject({ code: "email_wrong" });
    expect(await accept(second?.token ?? "", { email })).toMatchObject({ ok: true });
    expect(await data.client.roleGrant.findMany()).toMatchObject([{ role: "operator", regionId: null, siteId: null }]);
    expect(await inviteFirstOperator()).toBeNull();
  });

  it("is nobody's way in when somebody joined meanwhile", async () => {
    const first = await inviteFirstOperator();
    await accept(await tokenFor("editor@example.org"));
    expect(await accept(first?.token ?? "", { email: "boss@example.org" })).toMatchObject({ code: "expired" });
  });
});

describe("an operator", () => {
  it("takes somebody's rights away at the next request", async () => {
    const boss = await member("operator");
    const editor = await member("editor");
    const change = { person: editor.id, role: "translator", scope: `region:${data.yugra}` };
    expect(await boss.browser.sendAsStaff(peopleActions["person-grants"], change)).toMatchObject({ said: "changed" });
    expect((await editor.browser.actor())?.grants).toMatchObject([{ role: "translator" }]);
    expect(await boss.browser.sendAsStaff(peopleActions["person-grants"], change)).toMatchObject({ said: "unchanged" });
  });

  it("disables somebody, who is out at once and does not come in again", async () => {
    const boss = await member("operator");
    const editor = await member("editor");
    await boss.browser.sendAsStaff(peopleActions["person-disable"], { person: editor.id });
    expect(await editor.browser.actor()).toBeNull();
    expect(await data.client.session.count({ where: { staffId: editor.id } })).toBe(0);
    await data.client.staff.update({ where: { id: editor.id }, data: { twoFactorEnabled: false } });
    const enter = () =>
      new Browser().send(signInActions["sign-in"], { email: "editor@example.org", password, next: "/admin" });
    expect(await enter()).toMatchObject({ code: "sign_in_failed" });
    await boss.browser.sendAsStaff(peopleActions["person-enable"], { person: editor.id });
    expect(await enter()).toMatchObject({ ok: true });
  });

  it("ends somebody's sessions and resets his codes", async () => {
    const boss = await member("operator");
    const editor = await member("editor");
    await boss.browser.sendAsStaff(peopleActions["person-sessions-end"], { person: editor.id });
    expect(await editor.browser.actor()).toBeNull();
    await boss.browser.sendAsStaff(peopleActions["person-second-factor-end"], { person: editor.id });
    expect(await data.client.staff.findUnique({ where: { id: editor.id } })).toMatchObject({ twoFactorEnabled: false });
  });

  it("who is the last one can be neither disabled nor degraded, not even by two at once", async () => {
    const boss = await member("operator");
    const change = { person: boss.id, role: "editor", scope: `region:${data.yugra}` };
    for (const [name, send] of [
      ["person-disable", { person: boss.id }],
      ["person-grants", change],
    ] as const) {
      expect(await boss.browser.sendAsStaff(peopleActions[name], send)).toMatchObject({ code: "last_operator" });
    }
    // Somebody else is just disabling the second one: this waits until that is done, and then sees it.
    const second = await member("operator", "second@example.org");
    let waiting: Promise<unknown> = Promise.resolve();
    await data.client.$transaction(async (tx) => {
      await lockStaff(tx);
      await tx.staff.update({ where: { id: second.id }, data: { disabledAt: new Date() } });
      waiting = boss.browser.sendAsStaff(peopleActions["person-grants"], change);
      await new Promise((done) => setTimeout(done, 500));
    });
    expect(await waiting).toMatchObject({ code: "last_operator" });
  });

  it.each(Object.keys(peopleActions))("alone may do %s, and for others nobody is there", async (name) => {
    const editor = await member("approver");
    const target = await member("editor");
    const send = { person: target.id, role: "operator", scope: "all" };
    expect(await editor.browser.sendAsStaff(peopleActions[name], send)).toMatchObject({ code: "not_there" });
    expect((await target.browser.actor())?.grants).toMatchObject([{ role: "editor" }]);
  });

  it("leaves a line in the log for each thing", async () => {
    const boss = await member("operator");
    const editor = await member("editor");
    const scope = `region:${data.yugra}`;
    await boss.browser.sendAsStaff(peopleActions["person-grants"], { person: editor.id, role: "translator", scope });
    await boss.browser.sendAsStaff(peopleActions["person-sessions-end"], { person: editor.id });
    await boss.browser.sendAsStaff(peopleActions["person-disable"], { person: editor.id });
    await boss.browser.sendAsStaff(peopleActions["person-enable"], { person: editor.id });
    const rows = await data.client.auditEntry.findMany({ orderBy: { id: "desc" }, take: 4 });
    expect(rows.map(({ action }) => action)).toEqual([
      "staff.enable",
      "staff.disable",
      "staff.sessions.end",
      "staff.grants",
    ]);
    for (const row of rows) expect(row).toMatchObject({ staffId: boss.id, staffName: "Анна Петрова" });
  });
});

describe("a forgotten password", () => {
  const wanted = "жёлтый трамвай в Твери";
  const ask = (email: string, browser = new Browser()) => browser.send(resetActions.reset, { email });
  const set = (token: string, typed = wanted) =>
    new Browser().send(resetActions["reset-password"], { token, password: typed, again: typed });

  it("gets the same answer for known, unknown and disabled accounts; mail goes to the known alone", async () => {
    await member("editor");
    const gone = await member("translator");
    await data.client.staff.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    const answers = [
      await ask("editor@example.org"),
      await ask("nobody@example.org"),
      await ask("translator@example.org"),
    ];
    for (const answer of answers) expect(answer).toEqual({ ok: true, to: "/admin/reset", said: "reset_sent" });
    expect(sent.reset.mock.calls.map(([mail]) => mail.email)).toEqual(["editor@example.org"]);
  });

  it("is set once by a link; all sessions end and other links with it", async () => {
    const editor = await member("editor");
    const first = await askForReset("editor@example.org");
    const second = await askForReset("editor@example.org");
    expect(await set(second?.token ?? "", "qwerty123456")).toMatchObject({ code: "password_common" });
    expect(await set(second?.token ?? "")).toMatchObject({ ok: true, said: "password_changed" });
    expect(await editor.browser.actor()).toBeNull();
    expect(await set(second?.token ?? "")).toMatchObject({ code: "expired" });
    expect(await set(first?.token ?? "")).toMatchObject({ code: "expired" });
    expect(JSON.stringify(await data.client.verification.findMany())).not.toContain(first?.token);
  });

  it("is not set by a link of an hour ago, nor by that of an unknown address", async () => {
    await member("editor");
    const mail = await askForReset("editor@example.org");
    await data.client.verification.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(await findReset(mail?.token ?? "", new Date())).toBeNull();
    expect(await resetPassword({ token: mail?.token ?? "", password: wanted, client: "" })).toBe(false);
    expect(await askForReset("nobody@example.org")).toBeNull();
  });

  it("is asked for three times in a quarter of an hour at most", async () => {
    await member("editor");
    for (let attempt = 0; attempt < 3; attempt++) expect(await ask("editor@example.org")).toMatchObject({ ok: true });
    const browser = new Browser();
    browser.client = "198.51.100.1";
    expect(await ask(" Editor@example.org", browser)).toMatchObject({ code: "too_often" });
    expect(sent.reset).toHaveBeenCalledTimes(3);
  });
});

describe("mail without a server for it", () => {
  it("becomes a file that its owner alone reads", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "portal-mail-"));
    const { env } = await import("@/lib/core/env");
    env().DATA_DIR = folder;
    await deliver({ to: "a@example.org", subject: "Приглашение", text: "Ссылка: http://localhost/ru" });
    const [file = ""] = readdirSync(path.join(folder, "outbox"));
    expect(file).toMatch(/\.eml$/);
    const text = readFileSync(path.join(folder, "outbox", file), "utf8");
    expect(text).toMatch(/^To: a@example\.org$/m);
    expect(text).toMatch(/^Subject: =\?UTF-8\?/m);
  });
});
