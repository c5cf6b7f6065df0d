import fs from "node:fs";
import path from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { Role } from "@/lib/auth/types";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

test.describe.configure({ mode: "serial" });

/** From the invitation to the reader in China, as people do it. */
test.describe("a region's staff at work", () => {
  let portal: StaffPortal;
  const contexts: BrowserContext[] = [];

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4430);
  });
  test.afterAll(async () => {
    for (const context of contexts) await context.close();
    await portal?.stop();
  });

  test("invited editor, translator and approver bring a site and a visit to a reader, who sees them at once", async ({
    browser,
  }) => {
    test.setTimeout(600_000);
    const pageFor = async (role: Role, region: string | null, scripts = true): Promise<Page> => {
      const context = await browser.newContext({
        baseURL: portal.url,
        javaScriptEnabled: scripts,
        viewport: { width: 1366, height: 768 },
      });
      contexts.push(context);
      await portal.signIn(context, role, region);
      return context.newPage();
    };
    const operator = await pageFor("operator", null);
    const editor = await joinByInvitation(operator);

    const site = await create(editor, { kind: "site", name: "Индустриальный парк «Северный»", slug: "severny-park" });
    await fill(editor, {
      "ru:summary": "Парк с готовыми корпусами у железной дороги.",
      [`ru:texts.${site}.municipality`]: "Нягань",
      "values.kind": "industrial_park",
      "values.status": "operating",
      "values.country": "ru",
      "values.totalAreaHa": "12,5",
    });
    await nameSource(editor, site);
    await submit(editor, ["shared", "ru"]);
    await expect(editor.locator('button[value="publish"]')).toHaveCount(0);

    const visit = await create(editor, { kind: "visit", name: "Визит в парк «Северный»", slug: "visit-severny-2026" });
    await fill(editor, {
      "values.direction": "inbound",
      "values.startsOn": "10.11.2026",
      "values.endsOn": "11.11.2026",
      "values.datePrecision": "day",
      "ru:summary": "Двухдневный осмотр парка.",
    });
    await nameSource(editor, visit);
    await submit(editor, ["shared", "ru"]);

    const translator = await pageFor("translator", "yugra", false);
    await translator.goto(`/zh/admin/records/${site}`);
    await expect(translator.locator('[name="values.totalAreaHa"]')).toBeDisabled();
    await expect(translator.locator('[name="ru:name"]')).toBeDisabled();
    await takeFromMemory(translator, `zh:texts.${site}.municipality`, "尼亚甘市");
    await fill(translator, { "zh:name": "北方产业园" });
    await submit(translator, ["zh"]);
    await expect(translator.locator('button[value="publish"]')).toHaveCount(0);

    const reader = await browser.newContext({ baseURL: portal.url, locale: "zh-CN" });
    contexts.push(reader);
    const address = "/zh/yugra/sites/severny-park";
    expect((await reader.request.get(address)).status()).toBe(404);

    const approver = await pageFor("approver", "yugra");
    for (const id of [site, visit]) {
      await approver.goto(`/ru/admin/records/${id}`);
      await approver.click('button[value="publish"]');
      await expect(approver.locator(".said")).toHaveAttribute("role", "status");
    }

    // The very next request of a reader. What is missing in his language comes in another, marked as such.
    const shown = await reader.newPage();
    expect((await shown.goto(address))?.status()).toBe(200);
    await expect(shown.locator("h1")).toContainText("北方产业园");
    await expect(shown.locator("main")).toContainText("12.5");
    await expect(
      shown.locator('main [lang="ru"]').filter({ hasText: "Парк с готовыми корпусами" }).first(),
    ).toBeVisible();
    await shown.goto("/en/yugra/sites/severny-park");
    await expect(shown.locator('h1 [lang="ru"], h1[lang="ru"]').first()).toContainText(
      "Индустриальный парк «Северный»",
    );
    expect((await reader.request.get("/zh/yugra/visits/visit-severny-2026")).status()).toBe(200);
    expect(await (await reader.request.get("/zh/sites?region=yugra")).text()).toContain("severny-park");
    expect(await (await reader.request.get("/sitemaps/sites.xml")).text()).toContain("severny-park");
  });

  /** The operator invites by mail, the editor follows the link and chooses a password. */
  async function joinByInvitation(operator: Page): Promise<Page> {
    await operator.goto("/ru/admin/staff");
    const invite = operator.locator("#invite");
    await invite.locator('[name="email"]').fill("redaktor@example.org");
    await invite.locator('[name="role"]').selectOption("editor");
    await invite.locator('[name="scope"]').selectOption(`region:${await portal.recordId("region", "yugra")}`);
    await invite.locator("button[type=submit]").click();
    await expect(operator.locator(".said")).toHaveAttribute("role", "status");
    const link = await linkFromMail("redaktor@example.org");
    const context = await operator
      .context()
      .browser()
      ?.newContext({ baseURL: portal.url, viewport: { width: 1366, height: 768 } });
    if (!context) throw new Error("no browser");
    contexts.push(context);
    const page = await context.newPage();
    await page.goto(link);
    await page.fill('[name="name"]', "Анна Редактор");
    await page.fill('[name="password"]', "семь тихих озёр 2026");
    await page.fill('[name="again"]', "семь тихих озёр 2026");
    await page.locator("form button[type=submit].btn-primary").click();
    await page.waitForURL(/\/admin(\?|\/|$)/);
    return page;
  }

  async function linkFromMail(to: string): Promise<string> {
    const folder = path.join(portal.folder, "data/outbox");
    let link: string | undefined;
    await expect
      .poll(() => {
        const mails = fs.existsSync(folder)
          ? fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), "utf8"))
          : [];
        const mail = mails.find((text) => text.includes(to));
        const body = mail?.includes("base64")
          ? Buffer.from(
              mail
                .split(/\r?\n\r?\n/)
                .slice(1)
                .join("\n"),
              "base64",
            ).toString("utf8")
          : mail?.replace(/=\r?\n/g, "");
        link = /\/(?:ru|zh|en)\/admin\/invitation\/[0-9a-f]+/.exec(body ?? "")?.[0];
        return link;
      })
      .toBeTruthy();
    return link ?? "";
  }

  async function create(page: Page, { kind, name, slug }: Record<"kind" | "name" | "slug", string>): Promise<string> {
    await page.goto(`/ru/admin/records/new?kind=${kind}`);
    await page.fill('#main [name="name"]', name);
    await page.fill('#main [name="slug"]', slug);
    const region = page.locator('#main select[name="region"]');
    if (await region.count()) await region.selectOption(await portal.recordId("region", "yugra"));
    await page.locator("#main form button[type=submit]").click();
    await page.waitForURL(/\/admin\/records\/[0-9a-f-]{36}/);
    return /records\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? "";
  }

  async function fill(page: Page, texts: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(texts)) {
      const input = page.locator(`#editor [name="${name}"]:not([type=hidden])`);
      if ((await input.evaluate((element) => element.tagName)) === "SELECT") await input.selectOption(value);
      else await input.fill(value);
    }
    await page.locator("#editor .edit-end button").click();
    await page.waitForURL(/said=saved/);
  }

  /** What a public site says already is offered, and taken by a button that needs no scripts. */
  async function takeFromMemory(page: Page, name: string, text: string): Promise<void> {
    await portal.database.query("SELECT refill_memory_due(2000)");
    await page.reload();
    const offers = page.locator(".mem").filter({ has: page.locator(`button[value="take/${name}/${text}"]`) });
    await offers.locator("summary").click();
    await offers.locator(`button[value="take/${name}/${text}"]`).click();
    await page.waitForURL(/said=saved/);
    await expect(page.locator(`[name="${name}"]`)).toHaveValue(text);
  }

  async function nameSource(page: Page, id: string): Promise<void> {
    const { rows } = await portal.database.query<{ code: string }>("SELECT code FROM source ORDER BY code LIMIT 1");
    await page
      .locator(`#editor [name="backing.${id}.all.sources"]:not([type=hidden])`)
      .first()
      .fill(rows[0]?.code ?? "");
    await page.locator(`#editor [name="backing.${id}.all.asOf"]`).fill("2026-11-01");
    await page.locator("#editor .edit-end button").click();
    await page.waitForURL(/said=saved/);
  }

  async function submit(page: Page, parts: string[]): Promise<void> {
    for (const box of await page.locator("#release input[name=part]:enabled").all()) {
      await box.setChecked(parts.includes((await box.getAttribute("value")) ?? ""));
    }
    await page.click('button[value="submit"]');
    await page.waitForURL(/said=submitted/);
  }
});
