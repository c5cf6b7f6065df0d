import { expect, test } from "@playwright/test";
import { locales } from "@/lib/i18n/locales";
import { Reader } from "@/tests/support/reader";

const words = {
  zh: { month: "2026年1月", site: "尼亚甘工业生产型经济特区", promise: "石英", visit: "ZE光电科技公司访问尤格拉" },
  ru: { month: "январь 2026 года", site: /«Нягань»/, promise: "кварц", visit: /Визит компании ZE/ },
  en: { month: "January 2026", site: /Nyagan industrial/, promise: "quartz", visit: /Visit of ZE/ },
};
const guests = [
  ["Liu Shengli", "Лю Шэнли"],
  ["Zhang Qinghua", "Чжан Цинхуа"],
  ["Wang Weihao", "Ван Вэйхао"],
];

for (const locale of locales) {
  test(`a reader in ${locale} finds out who promised what in Yugra, and what has no owner or date`, async ({
    page,
  }) => {
    const reader = new Reader(page, locale);
    const { month, site, promise, visit } = words[locale];
    await reader.open("/yugra");
    await page.getByRole("main").getByRole("link", { name: visit }).first().click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(visit);
    await expect(page.getByText(month).first()).toBeVisible();

    const people = reader.section("visit.people.title");
    for (const [latin = "", cyrillic = ""] of guests) {
      const guest = people.getByRole("listitem").filter({ hasText: latin });
      await expect(guest).toContainText(cyrillic);
      await expect(guest).toContainText(reader.word("visit.people.hanPending"));
      await expect(guest).not.toContainText(/刘|张|王/);
    }
    await expect(people.locator(":lang(ru)").filter({ hasText: "Лю Шэнли" }).first()).toBeVisible();

    const stops = reader.section("visit.programme.title").getByRole("list").first();
    await expect(stops.getByRole("heading", { level: 3 })).toHaveCount(4);
    await expect(stops.getByText(reader.word("visit.programme.noTime"))).toHaveCount(4);

    const ledger = reader.section("visit.outcomes.title");
    const entries = ledger.locator("li").filter({ has: page.getByRole("heading", { level: 3 }) });
    await expect(entries).toHaveCount(6);
    await expect(entries.first()).toContainText(new RegExp(promise, "i"));
    for (const entry of await entries.all()) {
      await expect(entry.getByText(reader.word("common.unknown.notAssigned"), { exact: true })).toHaveCount(2);
      await expect(entry).toContainText(reader.word("outcome.due.none"));
    }

    await stops.getByRole("link", { name: site }).click();
    await expect(page).toHaveURL(`/${locale}/yugra/sites/sez-nyagan`);
    await page.getByRole("main").getByRole("link", { name: visit }).first().click();
    await expect(page).toHaveURL(`/${locale}/yugra/visits/ze-optoelectronic-yugra-2026`);
  });
}
