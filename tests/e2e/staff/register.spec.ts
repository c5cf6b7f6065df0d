import { expect, type Page, test } from "@playwright/test";
import {
  asCsv,
  asXlsx,
  badCells,
  expected,
  knownRow,
  messyRegister,
  newRow,
  unknownHead,
} from "@/tests/support/messy-register";
import { Reader } from "@/tests/support/reader";
import { rowsOfReaders } from "@/tests/support/rows-of-readers";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

test.describe.configure({ mode: "default" });

/** A list that a ministry keeps in Excel, by the words of the pages alone and without scripts. */
test.describe("a messy register", () => {
  let portal: StaffPortal;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4490);
  });
  test.afterAll(() => portal?.stop());

  const publicPaths = ["/ru/yugra", "/ru/yugra/sites", "/zh/yugra/sites", "/en/yugra/sites"].concat(
    ["ru", "zh", "en"].map((locale) => `/${locale}/yugra/sites/${knownRow.slug}`),
  );
  async function publicPages(page: Page): Promise<string[]> {
    return Promise.all(publicPaths.map(async (path) => (await page.request.get(path)).text()));
  }

  /** Chooses a file on the page of imports, and waits for its columns. */
  async function upload(page: Page, reader: Reader, name: string, buffer: Buffer): Promise<void> {
    await page.getByRole("link", { name: reader.word("admin.menu.import"), exact: true }).click();
    await page.getByLabel(reader.word("import.start.kind")).selectOption({ label: reader.word("import.kind.site") });
    await page.getByLabel(reader.word("import.start.file")).setInputFiles({ name, mimeType: "text/plain", buffer });
    await page.getByRole("button", { name: reader.word("import.start.button") }).click();
    await expect(page.getByRole("heading", { name: reader.word("import.map.title") })).toBeVisible();
  }

  /** The dry run: how many rows of each kind. */
  async function expectCounts(page: Page, reader: Reader): Promise<void> {
    const tiles = page.getByRole("list", { name: reader.word("import.check.tiles") });
    for (const [verdict, count] of Object.entries(expected)) {
      await expect(
        tiles.getByRole("link", { name: `${count} ${reader.word(`import.check.${verdict}`)}` }),
      ).toBeVisible();
    }
  }

  test("comes in, is looked at, takes effect and goes again without a trace", async ({ browser }) => {
    const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
    await portal.signIn(context, "approver", "yugra");
    const page = await context.newPage();
    const reader = new Reader(page, "ru");
    const button = (key: string) => page.getByRole("button", { name: reader.word(key), exact: true });
    const rows = messyRegister();
    const [pagesBefore, rowsBefore] = [await publicPages(page), await rowsOfReaders(portal.database)];

    await page.goto("/ru/admin");
    await upload(page, reader, "реестр.csv", asCsv(rows));

    // The columns are proposed; one head only a person understands.
    await expect(page.getByLabel(/: Наименование инвест/)).toHaveValue("name");
    await expect(page.getByLabel(/: Общая площадь/)).toHaveValue("totalAreaHa");
    await expect(page.getByLabel(/: в т\.ч\. свободная площадь/)).toHaveValue("availableAreaHa");
    await page.getByLabel(`: ${unknownHead}`).selectOption({ label: reader.word("record.field.site.phone") });
    // Without a source nothing is compared, and what was chosen is still there.
    await button("import.map.check").click();
    await expect(page.getByLabel(`: ${unknownHead}`)).toHaveValue("phone");
    await page
      .getByLabel(reader.word("import.map.source"), { exact: true })
      .selectOption({ label: reader.word("import.map.sourceNew") });
    await page.getByText(reader.word("import.map.newSource"), { exact: true }).click();
    await page.getByLabel(reader.word("import.map.sourceTitle")).fill("Реестр инвестиционных площадок");
    await page.getByLabel(reader.word("import.map.sourcePublisher")).fill("Правительство округа");
    await page.getByLabel(reader.word("import.map.sourceDate")).fill("2026-11-01");
    await page.getByLabel(reader.word("import.map.asOf")).fill("2026-11-01");
    await page.getByLabel(reader.word("import.map.reviewBy")).fill("2027-11-01");
    await button("import.map.check").click();

    // What would change: in numbers, record by record, and cell by cell what could not be read.
    await expectCounts(page, reader);
    const change = page.locator("details").filter({ has: page.locator("summary", { hasText: "«Нягань»" }) });
    await change.locator("summary").press("Enter");
    const area = change.getByRole("row").filter({ hasText: reader.word("record.field.site.totalAreaHa") });
    await expect(area).toContainText("272");
    await expect(area).toContainText(knownRow.understood);
    const list = page.getByRole("table", { name: reader.word("import.check.rows") });
    for (const cell of badCells) await expect(list.getByText(`${cell}: `)).toBeVisible();
    expect(await rowsOfReaders(portal.database), "nothing has changed yet").toBe(rowsBefore);

    // The good rows alone, and only with what was understood confirmed.
    await button("import.apply.button").click();
    await expect(page.locator("#apply .err").first()).toBeVisible();
    for (const box of await page.locator("#apply").getByRole("checkbox").all()) await box.check();
    await button("import.apply.button").click();
    await expect(button("import.applied.undo")).toBeVisible();
    const batch = page.url().split("?")[0] ?? "";

    await page.goto("/ru/yugra/sites");
    await page.getByRole("link", { name: newRow.name }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(newRow.name);
    const made = page.url();
    await expect(page.locator("main")).toContainText("56,7");
    await expect(page.locator("main")).toContainText("10,5");
    await page.goto(`/ru/yugra/sites/${knownRow.slug}`);
    await expect(page.locator("main")).toContainText("273,5");

    await page.goto(batch);
    await button("import.applied.undo").click();
    await expect(button("import.applied.undo")).toHaveCount(0);
    await expect(page.getByRole("status").first()).toContainText("Загрузка отменена");
    expect(await rowsOfReaders(portal.database)).toBe(rowsBefore);
    expect((await page.request.get(made)).status()).toBe(404);
    const pagesAfter = await publicPages(page);
    for (const [index, path] of publicPaths.entries()) expect(pagesAfter[index], path).toBe(pagesBefore[index]);

    // The same list as a workbook is understood alike, and its columns are known by now.
    await upload(page, reader, "реестр.xlsx", await asXlsx(rows));
    await expect(page.getByLabel(`: ${unknownHead}`)).toHaveValue("phone");
    await page
      .getByLabel(reader.word("import.map.source"), { exact: true })
      .selectOption({ label: "Реестр инвестиционных площадок (Правительство округа)" });
    await page.getByLabel(reader.word("import.map.asOf")).fill("2026-11-01");
    await page.getByLabel(reader.word("import.map.reviewBy")).fill("2027-11-01");
    await button("import.map.check").click();
    await expectCounts(page, reader);
    await context.close();
  });
});
