import { expect, test } from "@playwright/test";
import { Reader } from "@/tests/support/reader";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

test.describe.configure({ mode: "default" });

/** What is public stays true because it costs little to keep it so. */
test.describe("keeping it true", () => {
  let portal: StaffPortal;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4470);
  });
  test.afterAll(() => portal?.stop());

  test("an editor says with one press that a fact is still true, and the next reader sees it, without scripts", async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
    await portal.signIn(context, "editor", "yugra");
    const page = await context.newPage();
    const reader = new Reader(page, "ru");
    const site = await (await context.request.get("/zh/yugra/sites/sez-nyagan")).text();
    expect(site).not.toContain(new Reader(page, "zh").word("source.panel.checkedOn"));
    await page.goto("/ru/admin");
    await page.locator('.today a[href*="check=fact_due"]').click();
    await expect(page).toHaveURL(/\/todo\?check=fact_due/);
    const tasks = page.locator(".tk");
    const total = await tasks.count();
    const own = tasks.filter({ hasText: "промышленно-производственного типа «Нягань»" });
    await own.first().getByRole("button").click();
    await expect(page).toHaveURL(/said=confirmed/);
    await expect(page.getByRole("status")).toContainText(reader.word("form.said.confirmed"));
    await expect(tasks).toHaveCount(total - 1);
    const after = await (await context.request.get("/zh/yugra/sites/sez-nyagan")).text();
    expect(after).toContain(new Reader(page, "zh").word("source.panel.checkedOn"));

    // All that is ticked takes one date; a date that is over is refused, and nothing of the choice is lost.
    await page.locator('input[name="fact"]').first().check();
    await page.fill('[name="until"]', "2020-01-01");
    await page.getByRole("button", { name: reader.word("finding.confirm.ticked") }).click();
    await expect(page.locator(".err")).toBeVisible();
    await expect(page.locator('[name="until"]')).toHaveValue("2020-01-01");
    await expect(page.locator('input[name="fact"]').first()).toBeChecked();
    await context.close();
  });

  test("the operator of a park keeps his own site, and sees no other", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: portal.url });
    await portal.signIn(context, "park_operator", "industrial-park-kondinsky");
    const own = await portal.recordId("site", "industrial-park-kondinsky");
    const other = await portal.recordId("site", "sez-nyagan");
    const page = await context.newPage();
    await page.goto("/ru/admin/records");
    await expect(page.locator(`a[href$="/admin/records/${own}"]`)).toBeVisible();
    await expect(page.locator(`a[href$="/admin/records/${other}"]`)).toHaveCount(0);
    expect((await context.request.get(`/ru/admin/records/${other}`)).status()).toBe(404);
    await page.goto("/ru/admin/todo");
    const links = await page.locator(".tk h3 a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(new Set(links)).toEqual(new Set([`/ru/admin/records/${own}`]));
    await page.goto(`/ru/admin/records/${own}`);
    await page.fill('[name="values.phone"]', "+7 3467 000-222");
    await page.locator('#release button[value="submit"]').click();
    await page.waitForURL(/said=submitted/);
    await expect(page.locator('button[value="publish"]')).toHaveCount(0);
    const publish = await context.request.post("/ru/admin/send/save-record", {
      form: { record: own, intent: "publish", part: "shared" },
      headers: { origin: portal.url },
      maxRedirects: 0,
    });
    expect(publish.headers().location).toContain("try=");
    expect(await (await context.request.get("/ru/yugra/sites/industrial-park-kondinsky")).text()).not.toContain(
      "000-222",
    );

    const approver = await browser.newContext({ baseURL: portal.url });
    await portal.signIn(approver, "approver", "yugra");
    const desk = await approver.newPage();
    await desk.goto("/ru/admin");
    await expect(desk.locator("#waiting")).toContainText("Кондинский");
    await desk.goto(`/ru/admin/records/${own}`);
    await expect(desk.locator(".note").first()).toContainText("park_operator");
    await desk.locator('#release button[value="publish"]').click();
    await desk.waitForURL(/said=published/);
    expect(await (await context.request.get("/ru/yugra/sites/industrial-park-kondinsky")).text()).toContain("000-222");
    await approver.close();
    await context.close();
  });
});
