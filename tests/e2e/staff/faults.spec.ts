import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { newId } from "@/lib/core/ids";
import { editableKinds } from "@/lib/record/shapes";
import { startBuilt } from "@/scripts/measure/portal.mjs";
import { watch } from "@/tests/support/browser";
import { messagesOf } from "@/tests/support/messages";
import { type StaffPortal, startStaffPortal, testSecret } from "@/tests/support/staff-portal";
import { WeakLine } from "@/tests/support/weak-line";

test.describe.configure({ mode: "default" });

const hostile = `"'><img src=x onerror="alert(1)"><script>alert(2)</script>{{7*7}} \u202eתוכי\u202c 🧪`;
const kills = 6;

/** Whatever happens between two lines: a clear word, nothing half-done, every save that was confirmed is there. */
test.describe("a staff area in trouble", () => {
  let portal: StaffPortal;
  let line: WeakLine;
  let site: string;
  let operator: BrowserContext;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4450, {
      lineTo: (server) => {
        line = new WeakLine(server);
        return line.open(server);
      },
    });
    site = await portal.recordId("site", "sez-nyagan");
    operator = await browser.newContext({ baseURL: portal.url });
    await portal.signIn(operator, "operator", null);
  });
  test.afterEach(async () => {
    await line.open(portal.databaseUrl);
    await portal.database.query("DELETE FROM draft");
  });
  test.afterAll(async () => {
    await operator?.close();
    await portal?.stop();
    await line?.cut();
  });

  const post = (context: BrowserContext, action: string, form: Record<string, string>) =>
    context.request.post(`/ru/admin/send/${action}`, {
      form: { form: newId(), ...form },
      headers: { origin: portal.url },
      maxRedirects: 0,
    });

  test("loses nothing of a form that was sent while the database was away", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
    await portal.signIn(context, "editor", "yugra");
    const page = await context.newPage();
    await page.goto(`/ru/admin/records/${site}`);
    const summary = `Первая строка "в кавычках"\nвторая строка <b>и знаки</b> 😀`;
    await page.fill('[name="ru:summary"]', summary);
    await page.fill('[name="values.phone"]', "+7 3467 000-111");
    await line.cut();
    await page.locator("#editor .edit-end button").click();
    await expect(page.locator("h1")).toHaveText(messagesOf("ru").get("error.unsent.title") ?? "?");
    await page.locator("main details summary").click();
    await expect(page.locator(".error-typed")).toContainText("вторая строка <b>и знаки</b> 😀");
    const { rows } = await portal.database.query("SELECT 1 FROM draft WHERE record_id = $1", [site]);
    expect(rows).toEqual([]);
    await page.locator("main form button").click();
    await expect(page.locator("h1")).toHaveText(messagesOf("ru").get("error.unsent.title") ?? "?");
    await line.open(portal.databaseUrl);
    await expect.poll(async () => (await fetch(`${portal.url}/readyz`)).status, { intervals: [100] }).toBe(200);
    await page.locator("main form button").click();
    await page.waitForURL(/said=saved/);
    await expect(page.locator('[name="ru:summary"]')).toHaveValue(summary);
    await expect(page.locator('[name="values.phone"]')).toHaveValue("+7 3467 000-111");
    await context.close();
  });

  test("refuses fifty megabytes at once with a plain word, and shows no password again", async () => {
    const answer = await post(operator, "save-record", { record: site, "ru:summary": "x".repeat(50 * 1024 * 1024) });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain(messagesOf("ru").get("error.413.title"));
    await line.cut();
    const secret = await post(operator, "account-password", { password: "тайна тайн", again: "тайна тайн" });
    expect(secret.status()).toBe(503);
    expect(await secret.text()).not.toContain("тайна");
  });

  test("keeps a text that is longer than its field, and says so", async () => {
    const long = "длинно ".repeat(5_000).trim();
    await post(operator, "save-record", { record: site, "base.shared": "/0/1", "base.ru": "/0/1", "ru:summary": long });
    const page = await operator.newPage();
    await page.goto(`/ru/admin/records/${site}`);
    await expect(page.locator('[name="ru:summary"]')).toHaveValue(long);
    await expect(page.locator("#checks")).toContainText(/длинн/i);
    await page.close();
  });

  test("shows mark-up in any field of any kind as the letters that it is", async () => {
    test.setTimeout(600_000);
    const page = await operator.newPage();
    const complaints = watch(page, portal.url);
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    const isHarmless = async (at: string) => {
      const bad = await page.locator("img[src=x], script:not([src], [type='application/ld+json'])").count();
      expect([at, bad]).toEqual([at, 0]);
      expect([at, complaints]).toEqual([at, []]);
    };
    for (const kind of editableKinds) {
      const { rows } = await portal.database.query<{ id: string }>(
        "SELECT id FROM record WHERE kind = $1::kind ORDER BY id LIMIT 1",
        [kind],
      );
      const id = rows[0]?.id;
      if (!id) continue;
      await page.goto(`/ru/admin/records/${id}`);
      const form = await fieldsOf(page);
      const answer = await post(operator, "save-record", { ...form, intent: "save" });
      expect([kind, answer.headers().location]).toEqual([kind, expect.stringContaining("said=saved")]);
      await page.goto(`/ru/admin/records/${id}`);
      await expect(page.locator('[name="ru:name"]')).toHaveValue(hostile);
      await isHarmless(`${kind} editor`);
      // Texts go out as the letters that they are; figures that are none do not.
      const words = await post(operator, "save-record", { record: id, intent: "publish", part: "ru" });
      expect([kind, words.headers().location]).toEqual([kind, expect.stringContaining("said=published")]);
      const figures = await post(operator, "save-record", { record: id, intent: "publish", part: "shared" });
      expect([kind, figures.headers().location]).toEqual([kind, expect.stringContaining("try=")]);
    }
    for (const path of ["", "/yugra", "/sites", "/visits", "/outcomes", "/sources", "/projects", "/sitemap"]) {
      await page.goto(`/ru${path}`);
      await isHarmless(path);
    }
    await post(operator, "comment-record", { record: site, comment: hostile });
    const made = await post(operator, "create-preview", { record: site });
    const token = /preview=([0-9a-f]{64})/.exec(made.headers().location ?? "")?.[1] ?? "";
    const paths = ["admin", "admin/records", "admin/translations", "admin/log", `admin/records/${site}/history`];
    for (const path of [...paths, `admin/records/${site}#comments`, `preview/${token}`]) {
      await page.goto(`/ru/${path}`);
      await isHarmless(path);
    }
    await page.close();
  });

  test("has every confirmed save after it was killed in the middle, and nothing by halves", async () => {
    test.setTimeout(600_000);
    const { database, databaseUrl, folder } = portal;
    const staff = (await database.query("SELECT id FROM staff WHERE name LIKE 'operator%'")).rows[0].id;
    const confirmed: string[] = [];
    const cut: Record<string, string>[] = [];
    let version = (await database.query("SELECT version FROM record WHERE id = $1", [site])).rows[0].version;
    for (let round = 1; round <= kills; round++) {
      const running = await startBuilt({ databaseUrl, folder, env: { AUTH_SECRET: testSecret } });
      const cookie = await portal.cookieFor(staff);
      const send = (action: string, form: Record<string, string>) =>
        fetch(`${running.url}/ru/admin/send/${action}`, {
          method: "POST",
          redirect: "manual",
          headers: { origin: running.url, cookie },
          body: new URLSearchParams(form),
        });
      for (const form of cut.splice(0)) {
        // Somebody who saw no answer sends the same form again.
        expect((await send("comment-record", form)).headers.get("location")).toContain("said=commented");
        confirmed.push(form.comment ?? "");
      }
      const gone = new Promise((done) => running.child.once("exit", done));
      for (let number = 1; ; number++) {
        // Somewhere in the second save and what follows it, each round at another place.
        if (number === 2) setTimeout(() => process.kill(running.pid, "SIGKILL"), 60 * round);
        const name = `Площадка, запись ${round}.${number}`;
        const comment = { form: newId(), record: site, comment: name };
        const form = { form: newId(), record: site, intent: "publish", part: "ru", "ru:name": name };
        try {
          const saved = await send("save-record", { ...form, "base.ru": `/0/${version}` });
          if (saved.headers.get("location")?.includes("said=published")) version++;
          cut.push(comment);
          if ((await send("comment-record", comment)).headers.get("location")?.includes("said=")) {
            cut.pop();
            confirmed.push(name);
          }
        } catch {
          break; // killed: what it confirmed no more counts as not confirmed
        }
      }
      await gone;
      const { rows } = await database.query("SELECT version FROM record WHERE id = $1", [site]);
      expect(rows[0].version).toBeGreaterThanOrEqual(version);
      version = rows[0].version;
      expect(await halves(portal, site)).toEqual({ revisions: 0, drafts: 0, texts: 0, log: 0 });
    }
    expect(confirmed.length).toBeGreaterThanOrEqual(kills);
    const { rows } = await database.query<{ body: string; count: number }>(
      "SELECT body, count(*)::int AS count FROM review_comment WHERE body LIKE 'Площадка, запись%' GROUP BY body",
    );
    expect(rows.filter(({ count }) => count !== 1)).toEqual([]);
    const kept = new Set(rows.map(({ body }) => body));
    expect(confirmed.filter((body) => !kept.has(body))).toEqual([]);
  });
});

/** The texts of the editor's form, each with mark-up instead of what it held. */
function fieldsOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate((text) => {
    const form = document.querySelector<HTMLFormElement>("#editor");
    const fields: Record<string, string> = {};
    for (const one of form?.elements ?? []) {
      if (one instanceof HTMLTextAreaElement) fields[one.name] = text;
      else if (one instanceof HTMLInputElement && one.type === "hidden") fields[one.name] = one.value;
      else if (one instanceof HTMLInputElement && one.type === "text") fields[one.name] = text;
    }
    return fields;
  }, hostile);
}

/** What a publishing that stopped half-way would leave: counts of what does not fit together. */
async function halves({ database }: StaffPortal, record: string) {
  const { rows } = await database.query(
    `SELECT
      (SELECT count(*) FROM record r WHERE r.id = $1 AND r.version <> (SELECT max(version) FROM revision WHERE record_id = r.id))::int AS revisions,
      (SELECT count(*) FROM draft d WHERE d.document IS DISTINCT FROM
        (SELECT e.document FROM draft_edition e WHERE e.draft_id = d.id AND e.edition = d.edition))::int AS drafts,
      (SELECT count(*) FROM record_text t JOIN revision v ON v.record_id = t.record_id
        WHERE t.record_id = $1 AND t.locale = 'ru' AND v.version = (SELECT max(version) FROM revision WHERE record_id = $1)
          AND v.document->'words'->'ru'->>'name' <> t.name)::int AS texts,
      abs((SELECT count(*) FROM audit_entry WHERE record_id = $1 AND action = 'record.publish')
        - (SELECT count(*) FROM revision WHERE record_id = $1 AND author_id IS NOT NULL))::int AS log`,
    [record],
  );
  return rows[0];
}
