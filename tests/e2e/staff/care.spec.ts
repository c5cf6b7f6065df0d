import { type BrowserContext, expect, test } from "@playwright/test";
import { newId } from "@/lib/core/ids";
import { foreignText, overflow, violations, watch } from "@/tests/support/browser";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

// In their order, on one portal; each stands for itself.
test.describe.configure({ mode: "default" });

/** What must hold on every page of the staff area, and what must not be lost whatever happens. */
test.describe("the staff area", () => {
  let portal: StaffPortal;
  let site: string;
  let visit: string;
  let stop: string;
  let member: string;
  let operator: BrowserContext;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4440);
    site = await portal.recordId("site", "sez-nyagan");
    visit = await portal.recordId("visit", "ze-optoelectronic-yugra-2026");
    const { rows } = await portal.database.query("SELECT id FROM programme_item WHERE visit_id = $1 LIMIT 1", [visit]);
    stop = rows[0].id;
    const people = await portal.database.query("SELECT id FROM participant WHERE visit_id = $1 LIMIT 1", [visit]);
    member = people.rows[0].id;
    operator = await browser.newContext({ baseURL: portal.url, viewport: { width: 1366, height: 768 } });
    await portal.signIn(operator, "operator", null);
  });
  test.afterAll(async () => {
    await operator?.close();
    await portal?.stop();
  });

  const pages = () => [
    "",
    "/todo",
    "/todo?check=promise_undated&mine=yes",
    "/score",
    "/records",
    "/records/new?kind=site",
    `/records/${site}`,
    `/records/${site}/history`,
    "/translations",
    "/translations/return",
    "/media",
    "/visits",
    "/visits/new",
    "/visits/holidays",
    `/visits/${visit}`,
    `/visits/${visit}/programme?stop=${stop}`,
    ...["people", "meetings", "links", "papers", "outcomes", "after"].map((tab) => `/visits/${visit}/${tab}`),
    ...["people/list", "people/passports", `people/${member}`, `meetings/${newId()}`].map(
      (path) => `/visits/${visit}/${path}`,
    ),
    "/outcomes",
    "/import",
    "/sources",
    "/sources/new",
    "/log",
    "/staff",
    "/rights",
    "/account",
  ];

  const post = (
    context: BrowserContext,
    action: string,
    form: Record<string, string>,
    headers = { origin: portal.url },
  ) => context.request.post(`/ru/admin/send/${action}`, { form: { form: newId(), ...form }, headers, maxRedirects: 0 });

  test("is accessible, fits a small window and breaks no rule of the browser, light and dark", async () => {
    test.setTimeout(600_000);
    const page = await operator.newPage();
    const complaints = watch(page, portal.url);
    for (const path of pages()) {
      await page.emulateMedia({ colorScheme: "light" });
      await page.setViewportSize({ width: 1366, height: 768 });
      const answer = await page.goto(`/ru/admin${path}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      expect(answer?.headers()["cache-control"]).toBe("no-store");
      expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
      expect([path, await violations(page)]).toEqual([path, []]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect([path, await violations(page, "color-contrast")]).toEqual([path, []]);
      await page.setViewportSize({ width: 360, height: 780 });
      expect([path, await overflow(page)]).toEqual([path, []]);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test("says of every name and text in which language it is, and is accessible in Chinese too", async () => {
    test.setTimeout(600_000);
    // Somebody with a Russian name did something, so that the menu and the log name him.
    await portal.database.query("UPDATE staff SET name = 'Анна Оператор'");
    await post(operator, "create-preview", { record: site });
    await post(operator, "withdraw-previews", { record: site });
    const page = await operator.newPage();
    for (const locale of ["zh", "en", "ru"] as const) {
      for (const path of pages()) {
        await page.goto(`/${locale}/admin${path}`);
        expect([locale, path, await foreignText(page, locale)]).toEqual([locale, path, []]);
        if (locale === "zh") expect([path, await violations(page)]).toEqual([path, []]);
      }
    }
    await page.close();
  });

  test("shows nothing to somebody who is not signed in, however the address is spelt", async ({ request }) => {
    for (const path of pages()) {
      const [plain = "", query = ""] = path.split("?");
      for (const spelt of [
        path,
        `${plain}?_rsc=1`,
        `${plain}/`,
        `${plain}.rsc`,
        plain.toUpperCase() || "/ADMIN",
        `/${plain}`,
      ]) {
        const answer = await request.get(`${portal.url}/ru/admin${spelt}`, { maxRedirects: 0 });
        const body = await answer.text();
        expect([spelt, query, [303, 307, 308, 404].includes(answer.status())]).toEqual([spelt, query, true]);
        expect(body).not.toContain("adm-nav");
        const to = answer.headers().location;
        if (to && answer.status() !== 308) expect(to).toContain("/admin/sign-in?next=");
      }
      const framework = await request.get(`${portal.url}/ru/admin${path}`, { headers: { rsc: "1" }, maxRedirects: 0 });
      expect(framework.status()).toBe(404);
    }
    const suggestions = "/ru/admin/links?kind=site&q=nyagan";
    expect((await request.get(portal.url + suggestions, { maxRedirects: 0 })).status()).toBe(404);
    expect(await (await operator.request.get(suggestions)).json()).toContainEqual(
      expect.stringContaining("sez-nyagan"),
    );
    const count = async () => (await portal.database.query("SELECT count(*) FROM draft")).rows[0].count;
    const before = await count();
    const answer = await request.post(`${portal.url}/ru/admin/send/save-record`, {
      form: { record: site, "base.shared": "/0/1", "values.phone": "1" },
      headers: { origin: portal.url },
      maxRedirects: 0,
    });
    expect(answer.headers().location).toContain("/admin/sign-in");
    expect(await count()).toBe(before);
  });

  test("takes forms from its own pages only", async () => {
    const foreign = await post(
      operator,
      "comment-record",
      { record: site, comment: "x" },
      { origin: "https://evil.example" },
    );
    expect(foreign.status()).toBe(403);
    const none = await operator.request.fetch("/ru/admin/send/comment-record", {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      data: `record=${site}&comment=x`,
      maxRedirects: 0,
    });
    expect(none.status()).toBe(403);
    const got = await operator.request.get("/ru/admin/send/comment-record", { maxRedirects: 0 });
    expect(got.status()).toBe(405);
    const long = await post(operator, "comment-record", { record: site, comment: "x".repeat(3_000_000) });
    expect(long.status()).toBe(413);
    const { rows } = await portal.database.query("SELECT count(*)::int AS count FROM review_comment");
    expect(rows[0].count).toBe(0);
  });

  test("a save that is published is in the very next page that a reader gets, a hundred times out of a hundred", async ({
    request,
  }) => {
    test.setTimeout(600_000);
    const { rows } = await portal.database.query<{ version: number }>("SELECT version FROM record WHERE id = $1", [
      site,
    ]);
    let version = rows[0]?.version ?? 0;
    const address = `${portal.url}/zh/yugra/sites/sez-nyagan`;
    const seen: string[] = [];
    for (let round = 1; round <= 100; round++) {
      const name = `涅甘经济特区第${round}稿`;
      const answer = await post(operator, "save-record", {
        record: site,
        intent: "publish",
        part: "zh",
        "base.zh": `/0/${version}`,
        "zh:name": name,
      });
      expect(answer.headers().location).toContain("said=published");
      version++;
      if ((await (await request.get(address)).text()).includes(name)) seen.push(name);
    }
    expect(seen.length).toBe(100);
  });

  test("what somebody typed while his session ended is there when he has signed in again", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: portal.url });
    const id = await portal.signIn(context, "editor", "yugra");
    const page = await context.newPage();
    await page.goto(`/ru/admin/records/${site}`);
    await page.fill('[name="ru:name"]', "Имя, которое нельзя потерять");
    await portal.database.query("UPDATE session SET expires_at = now() - interval '1 minute' WHERE staff_id = $1", [
      id,
    ]);
    await portal.rememberLast(context, id);
    await page.locator("#editor .edit-end button").click();
    await page.waitForURL(/sign-in\?next=/);
    const next = new URL(page.url()).searchParams.get("next") ?? "";
    expect(next).toMatch(/^\/admin\/records\/.*try=/);
    await portal.signInAgain(context, id);
    await page.goto(`/ru${next}`);
    await expect(page.locator('[name="ru:name"]')).toHaveValue("Имя, которое нельзя потерять");
    const stranger = await browser.newContext({ baseURL: portal.url });
    await portal.signIn(stranger, "editor", "yugra");
    const other = await stranger.newPage();
    await other.goto(`/ru${next}`);
    await expect(other.locator('[name="ru:name"]')).not.toHaveValue("Имя, которое нельзя потерять");
    await context.close();
    await stranger.close();
  });

  test("the same form sent twice acts once", async () => {
    const form = newId();
    const send = () =>
      operator.request.post("/ru/admin/send/comment-record", {
        form: { form, record: site, comment: "только один раз", back: `/admin/records/${site}` },
        headers: { origin: portal.url },
        maxRedirects: 0,
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1);
    const { rows } = await portal.database.query("SELECT count(*)::int AS count FROM review_comment");
    expect(rows[0].count).toBe(1);
  });

  test("two people in the same field: the later one sees both texts", async ({ browser }) => {
    const people = await Promise.all(
      [1, 2].map(async () => {
        const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
        await portal.signIn(context, "editor", "yugra");
        const page = await context.newPage();
        await page.goto(`/ru/admin/records/${site}`);
        return { context, page };
      }),
    );
    const [first, second] = people.map(({ page }) => page);
    if (!first || !second) throw new Error("two people");
    await first.fill('[name="values.website"]', "https://first.example/");
    await first.locator("#editor .edit-end button").click();
    await first.waitForURL(/said=saved/);
    await second.fill('[name="values.website"]', "https://second.example/");
    await second.locator("#editor .edit-end button").click();
    await second.waitForURL(/try=/);
    await expect(second.locator('[name="values.website"]')).toHaveValue("https://second.example/");
    await expect(second.locator(".theirs")).toContainText("https://first.example/");
    await second.check('[name="theirs/values.website"]');
    await second.locator("#editor .edit-end button").click();
    await expect(second.locator('[name="values.website"]')).toHaveValue("https://first.example/");
    for (const { context } of people) await context.close();
  });

  test("a link shows the draft to somebody without an account, marked as one, and to nobody else", async ({
    request,
  }) => {
    const { rows } = await portal.database.query<{ version: number }>("SELECT version FROM record WHERE id = $1", [
      site,
    ]);
    await portal.database.query("DELETE FROM draft WHERE record_id = $1", [site]);
    await post(operator, "save-record", {
      record: site,
      intent: "save",
      "base.zh": `/0/${rows[0]?.version}`,
      "zh:name": "草稿里的名称",
    });
    const made = await post(operator, "create-preview", { record: site });
    const token = /preview=([0-9a-f]{64})/.exec(made.headers().location ?? "")?.[1] ?? "";
    const shown = await request.get(`${portal.url}/zh/preview/${token}`);
    const html = await shown.text();
    expect(shown.status()).toBe(200);
    expect(html).toContain("草稿里的名称");
    expect(html).toContain("preview-bar");
    expect(shown.headers()["x-robots-tag"]).toContain("noindex");
    expect(shown.headers()["cache-control"]).toBe("no-store");
    expect(await (await request.get(`${portal.url}/zh/yugra/sites/sez-nyagan`)).text()).not.toContain("草稿里的名称");
    expect((await request.get(`${portal.url}/zh/preview/${"0".repeat(64)}`)).status()).toBe(404);
    await post(operator, "withdraw-previews", { record: site });
    expect((await request.get(`${portal.url}/zh/preview/${token}`)).status()).toBe(404);
  });
});
