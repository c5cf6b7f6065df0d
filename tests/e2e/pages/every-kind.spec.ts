import { type Browser, expect, type Page, test } from "@playwright/test";
import { defaultLocale, locales } from "@/lib/i18n/locales";
import { foreignText, open, overflow, violations, watch } from "@/tests/support/browser";
import { messagesOf } from "@/tests/support/messages";
import { eachPage, lang } from "@/tests/support/pages";

/** 720 is a window of 1440 at 200 %. The other languages differ by the lengths of their words alone. */
const widths = [360, 390, 720, 768, 1280, 1600];
const fewerWidths = [360, 768, 1280];

/** One page of a browser for all kinds: a new one for each would take as long as looking at it. */
let shared: Page | undefined;
async function sharedPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  shared ??= await (await browser.newContext({ baseURL })).newPage();
  shared.removeAllListeners();
  await shared.goto("about:blank"); // what the page before still waited for is not this one's
  await shared.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  return shared;
}
test.afterAll(() => shared?.context().close());

for (const kind of eachPage) {
  const { locale, name, path, status = 200 } = kind;

  test(`${name} in ${locale} is whole, fits every window and can be used by everybody`, async ({
    browser,
    baseURL,
  }) => {
    const page = await sharedPage(browser, baseURL);
    await page.setViewportSize({ width: 1280, height: 900 });
    const complaints = watch(page, new URL(baseURL ?? "").origin);
    const response = await open(page, locale, kind);
    expect(response.status()).toBe(status);

    await test.step("head", async () => {
      await expect(page.locator("html")).toHaveAttribute("lang", lang[locale]);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const portal = messagesOf(locale).get("layout.name") ?? "?";
      expect(await page.title()).toMatch(status === 200 ? new RegExp(`${portal}$`) : /\S/);
      if (status !== 200) return;
      const canonical = await page.locator('link[rel="canonical"]').getAttribute("href");
      expect(new URL(canonical ?? "").pathname).toBe(`/${locale}${path}`.split("?")[0]);
      const others = page.locator('link[rel="alternate"][hreflang]');
      expect((await others.evaluateAll((all) => all.map((one) => one.getAttribute("hreflang")))).sort()).toEqual([
        "en",
        "ru",
        "x-default",
        "zh-Hans",
      ]);
      expect(await page.locator('meta[name="description"]').getAttribute("content")).toBeTruthy();
    });

    await test.step("words", async () => {
      expect(await foreignText(page, locale)).toEqual([]);
    });

    await test.step("windows", async () => {
      for (const width of locale === defaultLocale ? widths : fewerWidths) {
        await page.setViewportSize({ width, height: 900 });
        expect([width, ...(await overflow(page))]).toEqual([width]);
      }
    });

    await test.step("everybody", async () => {
      // Every kind in the first language in both themes and sizes; colours are the same in the others.
      for (const width of locale === defaultLocale ? [360, 1280] : [360]) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
        expect([width, ...(await violations(page))]).toEqual([width]);
        if (locale !== defaultLocale) continue;
        // Of all rules only that of contrast can come out differently in another theme.
        await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
        expect([width, "dark", ...(await violations(page, "color-contrast"))]).toEqual([width, "dark"]);
      }
    });

    expect(complaints).toEqual([]);
  });
}

for (const locale of locales) {
  test(`the switch of languages keeps the page, from ${locale}`, async ({ page }) => {
    const label = messagesOf(locale).get("layout.languages.label") ?? "?";
    for (const path of ["/yugra/visits/ze-optoelectronic-yugra-2026", "/sites?region=moscow&kind=sez"]) {
      for (const other of locales) {
        await page.goto(`/${locale}${path}`);
        const name = messagesOf(locale).get(`layout.languages.${other}`) ?? "?";
        await page.getByRole("navigation", { name: label }).getByRole("link", { name, exact: true }).click();
        await expect(page).toHaveURL(`/${other}${path}`);
        await expect(page.locator("html")).toHaveAttribute("lang", lang[other]);
      }
    }
  });
}

test("the checks find a page that is too wide, in the wrong language, or hard to use", async ({ page, baseURL }) => {
  const complaints = watch(page, new URL(baseURL ?? "").origin);
  await page.goto("/en");
  await page.evaluate(() => {
    document
      .querySelector("main")
      ?.insertAdjacentHTML(
        "afterbegin",
        '<p>площадка</p><svg width="3000" height="9"></svg><img src="https://example.invalid/a.png"><i style="color:red">a</i>',
      );
  });
  expect(await foreignText(page, "en")).toEqual(["[en] площадка"]);
  expect(await overflow(page)).not.toEqual([]);
  expect((await violations(page)).join()).toContain("image-alt");
  await expect.poll(() => complaints.join()).toMatch(/Content Security Policy/);
});
