import { expect, type Page, test } from "@playwright/test";
import { foreignText, violations } from "@/tests/support/browser";
import { Reader } from "@/tests/support/reader";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

test.describe.configure({ mode: "default" });

/** People and meetings of a visit, by the words of the pages alone and without scripts. */
test.describe("the people of a visit", () => {
  let portal: StaffPortal;
  let visit: string;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4560);
    visit = await portal.recordId("visit", "ze-optoelectronic-yugra-2026");
  });
  test.afterAll(() => portal?.stop());

  const rowOf = (page: Page, name: string) => page.locator(".pt-table tbody tr").filter({ hasText: name });

  test("come one by one and by list, get their papers for the gate, meet, and promise something", async ({
    browser,
  }) => {
    const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
    const organizer = await portal.signIn(context, "organizer", "yugra");
    const page = await context.newPage();
    const ru = new Reader(page, "ru");
    const button = (key: string) => page.getByRole("button", { name: ru.word(key), exact: true });
    const field = (key: string) => page.getByLabel(ru.word(key), { exact: true });
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));

    // One by one: spellings are suggested, and taken only by a press.
    await page.goto(`/ru/admin/visits/${visit}/people`);
    await field("party.form.name.han").fill("曾国强");
    await button("party.form.suggest").click();
    await expect(page.getByText("Цзэн Гоцян", { exact: true })).toBeVisible();
    await expect(field("party.form.name.latin")).toHaveValue("");
    await page.locator("button[value='take/latin']").click();
    await expect(field("party.form.name.latin")).toHaveValue("Zeng Guoqiang");
    await page.getByText(ru.word("party.form.newOrganisation"), { exact: true }).click();
    await field("party.form.organisationName.zh").fill("新光电公司");
    await button("party.form.add").click();
    await expect(rowOf(page, "曾国强")).toContainText(ru.word("party.shown.counted"));
    const last = await page.locator(".pt-table tbody tr").count();
    await rowOf(page, "曾国强").getByRole("button").first().click();
    await expect(page.locator(".pt-table tbody tr").nth(last - 2)).toContainText("曾国强");

    // By list, with passports that no page shows.
    await page.getByRole("link", { name: ru.word("party.links.list") }).click();
    const list =
      "序号;姓名;单位;护照号;出生日期\n1;冯远方 Feng Yuanfang;远方集团;E77712345;1970年1月2日\n2;;远方集团;;\n";
    await page.getByLabel(ru.word("party.import.file")).setInputFiles({
      name: "名单.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(list),
    });
    await button("party.import.read").click();
    await expect(page.getByText(ru.word("party.import.problem.no_name"))).toBeVisible();
    await expect(page.getByText("E77712345")).toHaveCount(0);
    await page.locator("form[action$='party-list-apply'] button.btn-primary").click();
    await expect(page.getByText(ru.word("party.import.mustDecide"))).toBeVisible();
    await page.locator("input[name='onlyGood']").check();
    await page.locator("form[action$='party-list-apply'] button.btn-primary").click();
    await expect(rowOf(page, "冯远方")).toContainText(ru.word("party.pass.state.incomplete"));

    // For the gate: a file, and a line in the log.
    await page.getByRole("link", { name: ru.word("party.links.passports") }).click();
    await expect(page.getByText("E77712345")).toHaveCount(0);
    const href = await page.getByRole("link", { name: ru.word("party.pass.allStops") }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect(file.headers()["cache-control"]).toContain("no-store");
    expect(file.headers()["content-disposition"]).toContain(".xlsx");
    const { rows } = await portal.database.query("SELECT count(*) FROM audit_entry WHERE action = 'passport.list'");
    expect(rows[0].count).toBe("1");

    // Meetings for two guests and two companies, none of which clashes.
    await page.goto(`/ru/admin/visits/${visit}/meetings`);
    for (const name of ["who", "with"])
      for (const at of [0, 1]) await page.locator(`input[name='${name}']`).nth(at).check();
    await page.locator("input[name='day']").fill("2026-12-14");
    await field("party.slots.rooms").fill("Зал 1, Зал 2");
    await button("party.slots.propose").click();
    await expect(page.locator(".sl-plan li")).toHaveCount(4);
    await page.locator("button[value='apply']").click();
    await expect(page.locator(".mt-card")).toHaveCount(4);
    await expect(page.locator(".mt-clash")).toHaveCount(0);

    // The result, on a phone, in Chinese.
    const result = await page.locator(".mt-card .mt-go a").first().getAttribute("href");
    const phone = await browser.newContext({
      baseURL: portal.url,
      javaScriptEnabled: false,
      viewport: { width: 390, height: 780 },
    });
    await portal.signInAgain(phone, organizer);
    const small = await phone.newPage();
    const zh = new Reader(small, "zh");
    await small.goto((result ?? "").replace(/^\/ru/, "/zh"));
    const typed = small.getByLabel(zh.word("party.result.agreed"), { exact: true });
    await typed.fill("合作生产光学玻璃");
    await small.getByRole("button", { name: zh.word("party.result.save"), exact: true }).click();
    await expect(small.getByText(zh.word("form.refused.issues"))).toBeVisible();
    await expect(typed).toHaveValue("合作生产光学玻璃");
    await small.getByLabel(zh.word("party.result.kind"), { exact: true }).selectOption("supply");
    for (const post of await small.getByLabel(zh.word("party.result.post"), { exact: true }).all())
      await post.fill("项目负责人");
    await small.getByLabel(zh.word("party.result.step"), { exact: true }).fill("提交图纸");
    await small.getByLabel(zh.word("party.result.dueOn"), { exact: true }).fill("2027-02-01");
    const width = await small.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    await small.getByRole("button", { name: zh.word("party.result.save"), exact: true }).click();
    await expect(small.getByText(zh.word("form.said.saved"))).toBeVisible();
    await expect(small.getByText("合作生产光学玻璃")).toBeVisible();
    const made = await portal.database.query(
      "SELECT document FROM draft d JOIN record r ON r.id = d.record_id WHERE r.kind = 'outcome' AND d.locale IS NULL",
    );
    expect(made.rows.map(({ document }) => document["values.visitId"])).toEqual([visit]);
    expect(problems).toEqual([]);

    // Filled pages are as accessible as empty ones.
    const scripted = await browser.newContext({ baseURL: portal.url, viewport: { width: 390, height: 780 } });
    await portal.signInAgain(scripted, organizer);
    const looked = await scripted.newPage();
    for (const path of [`/zh/admin/visits/${visit}/meetings`, (result ?? "").replace(/^\/ru/, "/zh")]) {
      await looked.goto(path);
      expect([path, await violations(looked), await foreignText(looked, "zh")]).toEqual([path, [], []]);
    }
    await scripted.close();
    await phone.close();
    await context.close();
  });
});
