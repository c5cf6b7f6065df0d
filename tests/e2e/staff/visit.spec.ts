import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { Role } from "@/lib/auth/types";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

test.describe.configure({ mode: "serial" });

/** Names that nobody of this visit agreed to show, in all scripts; typed into a title too. */
const hidden = ["Тайнов Скрыт", "尹不名", "Yin Buming", "Незримая фирма", "隐名实业", "Unseen Works"];

/** From an empty visit to what came of it, as organizer, guest, approver and reader do it. */
test.describe("a visit from beginning to end", () => {
  let portal: StaffPortal;
  let organizer: Page;
  let visit = "";
  let link = "";
  const contexts: BrowserContext[] = [];

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4480);
    organizer = await pageFor(browser, "organizer");
  });
  test.afterAll(async () => {
    for (const context of contexts) await context.close();
    await portal?.stop();
  });

  async function pageFor(browser: import("@playwright/test").Browser, role: Role): Promise<Page> {
    const context = await browser.newContext({ baseURL: portal.url, viewport: { width: 1366, height: 768 } });
    contexts.push(context);
    await portal.signIn(context, role, "yugra");
    return context.newPage();
  }

  /** A guest on a phone, without scripts. */
  async function guestPage(browser: import("@playwright/test").Browser): Promise<Page> {
    const context = await browser.newContext({
      baseURL: portal.url,
      viewport: { width: 360, height: 780 },
      javaScriptEnabled: false,
      locale: "zh-CN",
    });
    contexts.push(context);
    return context.newPage();
  }

  const said = (page: Page) => page.locator(".said");
  const board = () => `/ru/admin/visits/${visit}/programme`;

  async function addStop(day: number, values: Record<string, string>): Promise<void> {
    await organizer.goto(board());
    await organizer.locator(".bday").nth(day).getByRole("button", { name: "Добавить пункт" }).click();
    const stop = new URL(organizer.url()).searchParams.get("stop") ?? "";
    for (const [name, value] of Object.entries(values)) {
      const input = organizer.locator(
        name.includes(":") ? `[name="${name.replace("*", stop)}"]` : `[name="rows.items.${stop}.${name}"]`,
      );
      const isSelect = (await input.first().evaluate((element) => element.tagName)) === "SELECT";
      if (isSelect) await input.selectOption(value);
      else {
        // What is seldom filled stands behind a fold.
        await input.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
        await input.fill(value);
      }
    }
    await organizer.locator('#stop button[name="intent"][value="save"]').last().click();
    await expect(said(organizer)).toContainText("Сохранено");
  }

  test("is begun, filled and sent out", async () => {
    await organizer.goto("/ru/admin/visits/new");
    await organizer.fill('[name="name"]', "Визит делегации стекольщиков");
    await organizer.fill('[name="startsOn"]', "2026-12-14");
    await organizer.fill('[name="endsOn"]', "2026-12-15");
    await organizer.getByRole("button", { name: "Завести визит" }).click();
    visit = /visits\/([0-9a-f-]{36})/.exec(organizer.url())?.[1] ?? "";
    await addStop(0, {
      "ru:texts.*.title": "Переговоры о кварце",
      "zh:texts.*.title": "石英项目会谈",
      "ru:texts.*.address": "Ханты-Мансийск, ул. Мира, 5",
      "zh:texts.*.address": "汉特-曼西斯克，和平街5号",
      startsAt: "2026-12-14 10:00",
      endsAt: "2026-12-14 12:00",
      visibility: "public",
      contactPhone: "+7 3467 00-00-01",
    });
    await addStop(0, {
      "ru:texts.*.title": "Осмотр завода «Незримая фирма»",
      "zh:texts.*.title": "参观隐名实业",
      startsAt: "2026-12-14 23:30",
      endsAt: "2026-12-15 01:00",
    });
    await addStop(1, {
      "ru:texts.*.title": "Закрытый разбор рабочей группы",
      startsAt: "2026-12-15 09:00",
      endsAt: "2026-12-15 10:00",
      visibility: "working",
    });
    await organizer.goto(`/ru/admin/visits/${visit}/people`);
    await addPerson({
      han: "郑公开",
      cyrillic: "Чжэн Гункай",
      latin: "Zheng Gongkai",
      "organisation.ru": "Открытая компания",
      "organisation.zh": "公开公司",
      level: "named",
      basis: "agreed",
      evidence: "Письмо от 1 декабря",
    });
    await addPerson({
      han: "尹不名",
      cyrillic: "Тайнов Скрыт",
      latin: "Yin Buming",
      "organisation.ru": "Незримая фирма",
      "organisation.zh": "隐名实业",
      "organisation.en": "Unseen Works",
    });
    await send("Первая версия");
  });

  async function addPerson(values: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(values)) {
      const input = organizer.locator(`#member [name="${name}"]`);
      await input.evaluate((element) => element.closest("details")?.setAttribute("open", ""));
      if ((await input.evaluate((element) => element.tagName)) === "SELECT") await input.selectOption(value);
      else await input.fill(value);
    }
    await organizer.locator("#member button.btn-primary").click();
    await expect(said(organizer)).not.toHaveClass(/note-bad/);
  }

  async function send(note: string): Promise<void> {
    await organizer.goto(board());
    await organizer.fill('#send [name="note"]', note);
    await organizer.locator("#send button.btn-primary").click();
    await expect(said(organizer)).toContainText("Программа разослана");
  }

  test("opens for guests by a link, on a phone without scripts, in their language", async ({ browser }) => {
    await organizer.goto(`/ru/admin/visits/${visit}/links`);
    await organizer.locator('form[action$="/create-share"] button.btn-primary').click();
    link = /\/v\/([0-9a-f]{64})/.exec(await organizer.content())?.[1] ?? "";
    expect(link).not.toBe("");
    const guest = await guestPage(browser);
    const response = await guest.goto(`/zh/v/${link}`);
    expect(response?.headers()["cache-control"]).toContain("no-store");
    await expect(guest.getByText("石英项目会谈").first()).toBeVisible();
    await expect(guest.getByText("汉特-曼西斯克，和平街5号").first()).toBeVisible();
    await expect(guest.getByText("Zheng Gongkai").first()).toBeVisible();
    await expect(guest.getByText("Закрытый разбор")).toHaveCount(0);
    expect(await guest.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await guest.goto(`/ru/v/${link}`);
    await expect(guest.getByText("Переговоры о кварце").first()).toBeVisible();
    // The same guest after a change.
    await organizer.goto(board());
    await organizer
      .locator(".bstop")
      .first()
      .getByRole("button", { name: /На день позже/ })
      .click();
    await send("Переговоры перенесены");
    await guest.goto(`/zh/v/${link}`);
    await expect(guest.locator("body")).toContainText("Переговоры перенесены");
    await expect(guest.locator("body")).toContainText(/第\s*2\s*版/);
  });

  test("goes out as booklet, calendar and tables, and nothing names whoever did not agree", async ({ browser }) => {
    const guest = await guestPage(browser);
    const calendar = await guest.request.get(`/zh/v/${link}/visit.ics`);
    const text = (await calendar.text()).replace(/\r\n[ \t]/g, "");
    expect(calendar.headers()["content-type"]).toContain("text/calendar");
    expect(text).toContain("石英项目会谈");
    expect(text).toMatch(/SEQUENCE:1/);
    const booklet = await guest.request.get(`/zh/v/${link}/booklet.pdf`);
    expect((await booklet.body()).subarray(0, 5).toString()).toBe("%PDF-");
    for (const address of [`/zh/v/${link}`, `/ru/v/${link}`, `/zh/v/${link}/visit.ics`, `/ru/v/${link}/visit.ics`]) {
      const body = (await (await guest.request.get(address)).text()).replace(/\r\n[ \t]/g, "");
      for (const name of hidden) expect([address, body.includes(name)]).toEqual([address, false]);
    }
  });

  test("ends in a promise with two owners that readers find, and in what came of it", async ({ browser }) => {
    await organizer.goto(`/ru/admin/visits/${visit}/outcomes`);
    await organizer.fill('#new [name="name"]', "Испытать кварц на печах");
    await organizer.locator("#new button").click();
    const outcome = new URL(organizer.url()).searchParams.get("outcome") ?? "";
    await organizer.fill(`[name="zh:name"]`, "石英熔炼试验");
    await organizer.locator('#outcome button[value="force"]').click();
    await expect(said(organizer)).toHaveClass(/note-bad/);
    await expect(organizer.locator("#outcome")).toContainText("Назовите ответственного с китайской стороны");
    await organizer.fill(`[name="ru:texts.${outcome}.nextStep"]`, "Отправить образцы");
    await organizer.fill('[name="rows.owners.ru.post"]', "директор фонда развития");
    await organizer.fill('[name="rows.owners.cn.post"]', "总工程师");
    await organizer.fill('[name="values.dueOn"]', "2027-03-01");
    await organizer.selectOption('[name="values.visibility"]', "public");
    await organizer.locator('#outcome button[value="force"]').click();
    await expect(said(organizer)).not.toHaveClass(/note-bad/);

    const approver = await pageFor(browser, "approver");
    for (const id of [visit, outcome]) {
      await approver.goto(`/ru/admin/records/${id}`);
      await approver
        .locator(`#editor [name="backing.${id}.all.sources"]:not([type=hidden])`)
        .first()
        .fill(await anySource());
      await approver.locator(`#editor [name="backing.${id}.all.asOf"]`).fill("2026-12-16");
      if (id === visit) await approver.fill('[name="zh:name"]', "玻璃企业代表团访问尤格拉");
      for (const language of ["zh", "en"]) {
        const isNamed = (await approver.inputValue(`[name="${language}:name"]`)) !== "";
        await approver.locator(`#release input[name="part"][value="${language}"]`).setChecked(isNamed);
      }
      await approver.locator('button[name="intent"][value="publish"]').first().click();
      await expect(said(approver)).toContainText("Опубликовано");
    }
    const reader = await guestPage(browser);
    const slug = await slugOf(visit);
    await reader.goto(`/zh/yugra/visits/${slug}`);
    await expect(reader.getByText("石英熔炼试验").first()).toBeVisible();
    await expect(reader.getByText("总工程师").first()).toBeVisible();
    await expect(reader.getByText("参观隐名实业")).toHaveCount(0);
    for (const address of [
      `/zh/yugra/visits/${slug}`,
      `/ru/yugra/visits/${slug}/visit.ics`,
      "/ru/outcomes",
      "/zh/visits",
    ]) {
      const answer = await reader.request.get(address);
      expect([address, answer.status()]).toEqual([address, 200]);
      const body = await answer.text();
      for (const name of hidden) expect([address, body.includes(name)]).toEqual([address, false]);
    }
  });

  const anySource = async (): Promise<string> =>
    (await portal.database.query<{ code: string }>("SELECT code FROM source ORDER BY code LIMIT 1")).rows[0]?.code ??
    "";
  const slugOf = async (id: string): Promise<string> =>
    (await portal.database.query<{ slug: string }>("SELECT slug FROM record WHERE id = $1", [id])).rows[0]?.slug ?? "";

  test("closes to everybody when its link is revoked", async ({ browser }) => {
    await organizer.goto(`/ru/admin/visits/${visit}/links`);
    await organizer.locator('form[action$="/revoke-share"] button').first().click();
    const guest = await guestPage(browser);
    const response = await guest.goto(`/zh/v/${link}`);
    expect(response?.status()).toBe(410);
    await expect(guest.getByText("石英项目会谈")).toHaveCount(0);
    expect((await guest.request.get(`/zh/v/${link}/visit.ics`)).status()).toBe(410);
  });
});
