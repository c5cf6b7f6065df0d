import { expect, test } from "@playwright/test";
import { locales } from "@/lib/i18n/locales";
import { Reader } from "@/tests/support/reader";

const words = {
  zh: { region: "尤格拉", site: "尼亚甘工业生产型经济特区", year: "2026年底", area: /150\s*公顷/, mu: "2,250亩" },
  ru: { region: "Югра", site: /«Нягань»/, year: "конец 2026 года", area: /150\s*га/, mu: "2 250 му" },
  en: { region: "Yugra", site: /Nyagan industrial/, year: "end of 2026", area: /150\s*ha/, mu: "2,250 mu" },
};

for (const locale of locales) {
  test(`a reader in ${locale} finds out what Nyagan will have by the end of 2026, and how sure that is`, async ({
    page,
  }) => {
    const reader = new Reader(page, locale);
    const { region, site, year, area, mu } = words[locale];
    await reader.open("");
    await page.getByRole("main").getByRole("link", { name: region }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(region);
    await page.getByRole("main").getByRole("link", { name: site }).first().click();
    await expect(page).toHaveURL(`/${locale}/yugra/sites/sez-nyagan`);

    const figures = reader.section("site.key.title");
    await expect(figures.getByRole("term").filter({ hasText: year })).toBeVisible();
    await expect(figures).toContainText(area);
    await expect(figures).toContainText(mu);
    await expect(figures).toContainText(reader.word("site.key.planned"));
    await expect(figures).toContainText(reader.word("common.unknown.notPublished"));

    const readiness = reader.section("site.readiness.title");
    const stage = readiness.getByRole("listitem").filter({ hasText: year }).first();
    await expect(stage).toContainText(reader.word("site.readiness.planned"));
    await expect(stage).toContainText(area);
    await expect(stage.getByRole("group")).toContainText("АиФ-Югра");
    await expect(
      readiness
        .getByRole("listitem")
        .filter({ hasText: reader.word("site.readiness.done") })
        .first(),
    ).toContainText("2023");
  });
}
