import { expect, test } from "@playwright/test";
import { Reader } from "@/tests/support/reader";

for (const locale of ["zh", "ru"] as const) {
  test(`a reader in ${locale} opens and closes the source of a figure with the keyboard alone`, async ({ page }) => {
    const reader = new Reader(page, locale);
    await reader.open("/yugra/sites/sez-nyagan");
    const chips = reader.section("site.key.title").getByRole("group");
    const [first, second] = [chips.nth(0), chips.nth(1)];
    const asOf = first.getByText(reader.word("source.panel.asOf"), { exact: true });
    await expect(asOf).toBeHidden();

    await first.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(asOf).toBeVisible();
    await expect(first).toContainText("Карта развития Югры");
    await expect(first).toContainText(locale === "ru" ? "19.12.2024" : "2024-12-19");
    await expect(first).toContainText(reader.word("source.panel.reviewBy"));
    await expect(first).toContainText(locale === "ru" ? "19.12.2025" : "2025-12-19");
    await expect(first).toContainText(reader.word("source.freshness.ageing"));
    await expect(first.getByRole("link").first()).toHaveAttribute("href", /^https:\/\//);

    await second.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(asOf).toBeHidden();
    await page.keyboard.press("Enter");
    await expect(second.getByText(reader.word("source.panel.asOf"), { exact: true })).toBeHidden();
  });
}

test("a reader with the keyboard skips to the content first, and sees where he is", async ({ page }) => {
  const reader = new Reader(page, "en");
  await reader.open("/yugra/sites/sez-nyagan");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: reader.word("layout.skip") });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});
