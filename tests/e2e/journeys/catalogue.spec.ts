import { expect, test } from "@playwright/test";
import { Reader } from "@/tests/support/reader";

test("a reader narrows the catalogue by links, forwards the address and comes to a site by the list", async ({
  page,
  context,
}) => {
  const reader = new Reader(page, "zh");
  await reader.open("/sites");
  const filters = page.getByRole("navigation", { name: reader.word("common.results.filters") });
  await filters.getByRole("link", { name: /经济特区\s*19/ }).click();
  await expect(page).toHaveURL("/zh/sites?kind=sez");
  await filters.getByRole("link", { name: /尤格拉\s*1$/ }).click();
  await expect(page).toHaveURL("/zh/sites?region=yugra&kind=sez");
  await expect(page.getByRole("article")).toHaveCount(1);
  await expect(page.getByText("共1个")).toBeVisible();

  const forwarded = await context.newPage();
  await forwarded.goto(page.url());
  await expect(forwarded.getByRole("article")).toHaveCount(1);
  await forwarded.getByRole("link", { name: reader.word("common.results.clear") }).click();
  await expect(forwarded).toHaveURL("/zh/sites");

  await page.getByRole("article").getByRole("link", { name: "尼亚甘工业生产型经济特区" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("尼亚甘工业生产型经济特区");
});

test("a reader comes from a pin of the map to its site", async ({ page }) => {
  const reader = new Reader(page, "en");
  await reader.open("/sites?region=yugra&kind=sez");
  const pin = page.getByRole("figure").getByRole("link", { name: /Nyagan industrial/ });
  await pin.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/en/yugra/sites/sez-nyagan");
});

test("a reader turns the pages of the catalogue and meets each site once", async ({ page }) => {
  const reader = new Reader(page, "ru");
  await reader.open("/sites");
  const pages = page.getByRole("navigation", { name: reader.word("common.results.pages") });
  const seen: string[] = [];
  for (let number = 1; number <= 3; number++) {
    if (number > 1) await pages.getByRole("link", { name: `Страница ${number}`, exact: true }).click();
    await expect(page).toHaveURL(number === 1 ? "/ru/sites" : `/ru/sites?page=${number}`);
    seen.push(...(await page.getByRole("article").getByRole("heading").allInnerTexts()));
  }
  expect(seen).toHaveLength(52);
  expect(new Set(seen).size).toBe(52);
});

test("a reader whose filter fits nothing is told so and led on", async ({ page }) => {
  const reader = new Reader(page, "en");
  await reader.open("/sites?region=yugra&kind=free_port");
  await expect(page.getByRole("article")).toHaveCount(0);
  await page
    .getByRole("main")
    .getByRole("link", { name: reader.word("common.results.clear") })
    .first()
    .click();
  await expect(page).toHaveURL("/en/sites");
});
