import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { newId } from "@/lib/core/ids";
import { startBuilt } from "@/scripts/measure/portal.mjs";
import { messagesOf } from "@/tests/support/messages";
import { type StaffPortal, startStaffPortal, testSecret } from "@/tests/support/staff-portal";

const site = "https://invest.example.org";
const password = "синий кит у моря";

/** The portal behind a proxy that speaks https, with a mail server: as it stands in a ministry. */
test.describe("a portal in a ministry", () => {
  let portal: StaffPortal;
  let running: Awaited<ReturnType<typeof startBuilt>>;
  const letters: { from: string; to: string[]; text: string }[] = [];
  const mail = new SMTPServer({
    authMethods: ["PLAIN", "LOGIN"],
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth: ({ username, password: given }, _, done) =>
      username === "portal" && given === "geheim" ? done(null, { user: "portal" }) : done(new Error("no")),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = envelope;
        letters.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString("utf8"),
        });
        done();
      });
    },
  });

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4460);
    await new Promise<void>((done) => mail.listen(0, "127.0.0.1", done));
    const { port } = mail.server.address() as AddressInfo;
    running = await startBuilt({
      databaseUrl: portal.databaseUrl,
      folder: portal.folder,
      env: { AUTH_SECRET: testSecret, SITE_URL: site, SMTP_URL: `smtp://portal:geheim@127.0.0.1:${port}` },
    });
  });
  test.afterAll(async () => {
    await running?.stop();
    await new Promise<void>((done) => mail.close(() => done()));
    await portal?.stop();
  });

  const send = (action: string, form: Record<string, string>) =>
    fetch(`${running.url}/ru/admin/send/${action}`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: site },
      body: new URLSearchParams({ form: newId(), ...form }),
    });

  test("binds sessions to this very host, over https alone, and takes forms of that address only", async () => {
    const email = `${newId()}@example.org`;
    const token = await portal.invite(email, "editor");
    const joined = await send("join", { token, name: "Редактор", password, again: password });
    const cookies = joined.headers.getSetCookie();
    const session = cookies.find((line) => line.startsWith("__Host-portal.session_token=")) ?? "";
    expect(session).toMatch(/; Secure/);
    expect(session).toMatch(/; HttpOnly/);
    expect(session).toMatch(/; Path=\/(?:;|$)/);
    expect(session).not.toMatch(/Domain/i);
    expect(cookies.filter((line) => !/^__Host-[^;]*;.*Secure/.test(line))).toEqual([]);
    const pair = session.split(";")[0] ?? "";
    const home = (cookie: string) => fetch(`${running.url}/ru/admin`, { headers: { cookie }, redirect: "manual" });
    expect((await home(pair)).status).toBe(200);
    expect((await home(pair.replace("__Host-", ""))).status).toBe(307);
    const other = await fetch(`${running.url}/ru/admin/send/sign-out`, {
      method: "POST",
      redirect: "manual",
      headers: { origin: running.url, cookie: pair },
      body: new URLSearchParams({ form: newId() }),
    });
    expect(other.status).toBe(403);
    expect((await home(pair)).status).toBe(200);
  });

  test("sends the link for a new password by its mail server, in the language of the person; it works once", async () => {
    const email = `${newId()}@example.org`;
    const token = await portal.invite(email, "editor");
    await send("join", { token, name: "Редактор", password, again: password });
    await portal.database.query("UPDATE staff SET locale = 'zh' WHERE email = $1", [email]);
    letters.length = 0;
    expect((await send("reset", { email })).headers.get("location")).toContain("said=reset_sent");
    expect((await send("reset", { email: `x${email}` })).headers.get("location")).toContain("said=reset_sent");
    await expect.poll(() => letters.length).toBe(1);
    const [letter] = letters;
    expect(letter?.to).toEqual([email]);
    expect(letter?.from).toBe("portal@invest.example.org");
    const [head = "", body = ""] = (letter?.text ?? "").split("\r\n\r\n", 2);
    expect(decodeSubject(head)).toBe(messagesOf("zh").get("staff.mail.reset.subject"));
    const text = /base64/i.test(head) ? Buffer.from(body, "base64").toString("utf8") : body.replace(/=\r?\n/g, "");
    const secret = /https:\/\/invest\.example\.org\/zh\/admin\/reset\/([0-9a-f]{64})/.exec(text)?.[1] ?? "";
    expect(secret).not.toBe("");
    const change = () =>
      send("reset-password", { token: secret, password: "лес и тихая река", again: "лес и тихая река" });
    expect((await change()).headers.get("location")).toContain("said=password_changed");
    expect((await change()).headers.get("location")).toContain("refused=expired");
    expect(letters.length).toBe(1);
    expect(running.words()).not.toContain(secret);
  });

  test("answers as always when the mail server is gone, and says so in its log without the address", async () => {
    const email = `${newId()}@example.org`;
    const token = await portal.invite(email, "editor");
    await send("join", { token, name: "Редактор", password, again: password });
    await new Promise<void>((done) => mail.close(() => done()));
    expect((await send("reset", { email })).headers.get("location")).toContain("said=reset_sent");
    await expect.poll(() => running.words()).toContain("mail not sent");
    expect(running.words()).not.toContain(email);
  });
});

/** A subject in letters, out of the words of RFC 2047. */
function decodeSubject(head: string): string {
  const line = /^Subject: ((?:.*(?:\r\n[ \t].*)*))/m.exec(head)?.[1] ?? "";
  return line
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("utf8")
        : decodeURIComponent(text.replace(/_/g, " ").replace(/=/g, "%")),
    );
}
