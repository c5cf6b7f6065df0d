import http from "node:http";
import type { AddressInfo } from "node:net";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { newId } from "@/lib/core/ids";
import { overflow, violations } from "@/tests/support/browser";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

test.describe.configure({ mode: "serial" });

const phone = { width: 390, height: 844 };
const mostBytes = 60_000;

/** A visit that goes on just now, read on a phone by whoever has a secret link. The portal's clock: 22 November, 14:00 there. */
test.describe("a visit by secret link", () => {
  let portal: StaffPortal;
  let operator: BrowserContext;
  let visit: string;
  let author: string;
  let token: string;
  const stops = [newId(), newId(), newId(), newId()];

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4480);
    operator = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
    author = await portal.signIn(operator, "operator", null);
    visit = await portal.recordId("visit", "ze-optoelectronic-yugra-2026");
    await sendOut(1, {});
  });
  test.afterAll(async () => {
    await operator?.close();
    await portal?.stop();
  });

  /** A version as the organisers send it out. */
  async function sendOut(number: number, changed: Record<string, string>): Promise<void> {
    const [talk = "", dinner = "", night = "", group = ""] = stops;
    const row = (id: string, values: Record<string, string>) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [`rows.items.${id}.${name}`, value]));
    const zone = "Asia/Yekaterinburg";
    const shared = {
      "values.direction": "inbound",
      "values.startsOn": "2026-11-21",
      "values.endsOn": "2026-11-23",
      "values.datePrecision": "day",
      "rows.items": stops.join(" "),
      ...row(talk, {
        kind: "talks",
        visibility: "public",
        startsAt: "2026-11-22 13:00",
        endsAt: "2026-11-22 15:00",
        timeZone: zone,
        contactPhone: "+7 346 700-00-01",
        contactWechat: "yugra-test",
        lat: "61.0",
        lon: "69.0",
      }),
      ...row(dinner, { kind: "meal", visibility: "guest", startsAt: "2026-11-22 19:00", timeZone: zone }),
      ...row(night, {
        kind: "transfer",
        visibility: "guest",
        startsAt: "2026-11-22 23:30",
        endsAt: "2026-11-23 01:30",
        timeZone: "Europe/Moscow",
        travelMode: "plane",
      }),
      ...row(group, { kind: "other", visibility: "working", startsAt: "2026-11-23 09:00", timeZone: zone }),
      ...changed,
    };
    const words = (name: string, own: string[], address: string) => ({
      name,
      ...Object.fromEntries(own.map((title, index) => [`texts.${stops[index]}.title`, title])),
      [`texts.${talk}.address`]: address,
    });
    const document = {
      shared,
      words: {
        zh: words("访问尤格拉", ["会谈", "晚餐", "飞往莫斯科", "内部会议"], "汉特-曼西斯克，列宁街1号"),
        ru: words(
          "Визит в Югру",
          ["Переговоры", "Ужин", "Перелёт", "Закрытая встреча"],
          "Ханты-Мансийск, ул. Ленина, 1",
        ),
      },
    };
    await portal.database.query(
      "INSERT INTO programme_version (record_id, number, document, author_id) VALUES ($1, $2, $3, $4)",
      [visit, number, JSON.stringify(document), author],
    );
  }

  /** Makes a link by the form of the staff area. @returns its token, which is shown this once */
  async function makeLink(fields: Record<string, string> = {}): Promise<string> {
    const page = await operator.newPage();
    await page.goto(`/ru/admin/visits/${visit}/links`);
    for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
    await page.getByRole("button", { name: "Создать ссылку" }).click();
    const address = await page.getByLabel("Адрес", { exact: true }).inputValue();
    await page.reload();
    await expect(page.getByText("Адрес этой ссылки уже показан")).toBeVisible();
    await page.close();
    return /\/v\/([0-9a-f]{64})$/.exec(address)?.[1] ?? address;
  }

  async function reader(
    browser: { newContext: (options: object) => Promise<BrowserContext> },
    options: object = {},
  ): Promise<Page> {
    const context = await browser.newContext({ baseURL: portal.url, viewport: phone, ...options });
    return context.newPage();
  }

  test("is read without scripts on a phone: now and next, both clocks, the sign for a driver, in Chinese and Russian", async ({
    browser,
  }) => {
    token = await makeLink();
    const page = await reader(browser, { javaScriptEnabled: false });
    const answer = await page.goto(`/zh/v/${token}`);
    expect(answer?.headers()).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "same-origin",
      "x-robots-tag": "noindex, nofollow",
    });
    const now = page.getByRole("region", { name: "当前与下一项" });
    await expect(now.getByRole("link")).toHaveText([/正在进行会谈.*至15:00.*北京时间/, /下一项晚餐.*19:00/]);
    await expect(page.getByText("北京时间 16:00–18:00")).toHaveCount(2);
    await expect(page.getByRole("listitem").filter({ hasText: "飞往莫斯科" })).toContainText("23:30–次日01:30");
    await expect(page.getByText("内部会议")).toHaveCount(0);
    await page.getByText("给司机看").click();
    for (const address of ["Ханты-Мансийск, ул. Ленина, 1", "汉特-曼西斯克，列宁街1号"]) {
      await expect(page.locator(".g-sign").getByText(address)).toBeVisible();
    }
    await expect(page.getByRole("link", { name: /346 700-00-01/ })).toHaveAttribute("href", "tel:+73467000001");
    expect(await overflow(page)).toEqual([]);
    await page.getByRole("link", { name: "РУ" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Визит в Югру");
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(page)).toEqual([]);
    await page.context().close();
  });

  test("weighs less than 60 KB with its scripts, without fonts, and is open to everybody", async ({ browser }) => {
    const page = await reader(browser, { serviceWorkers: "block" });
    const sizes: Promise<number>[] = [];
    page.on("response", (answer) => {
      if (!answer.url().includes("/fonts/"))
        sizes.push(
          answer.body().then(
            (body) => body.length,
            () => 0,
          ),
        );
    });
    await page.goto(`/zh/v/${token}`, { waitUntil: "networkidle" });
    const sum = (await Promise.all(sizes)).reduce((all, size) => all + size, 0);
    expect(sum).toBeGreaterThan(5_000);
    expect(sum).toBeLessThan(mostBytes); // before anything is packed
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect([colorScheme, await violations(page)]).toEqual([colorScheme, []]);
    }
    await page.context().close();
  });

  test("says what changed since it was seen, and what a paper no longer says", async ({ browser }) => {
    const page = await reader(browser, { javaScriptEnabled: false });
    await page.goto(`/zh/v/${token}`);
    await expect(page.getByText("您上次看的是")).toHaveCount(0);
    await sendOut(2, { [`rows.items.${stops[1]}.startsAt`]: "2026-11-22 20:00" });
    await page.reload();
    const changes = page.getByRole("region", { name: "第1版之后的改动" });
    await expect(changes.getByRole("listitem")).toHaveText(/时间晚餐.*20:00.*原为.*19:00/);
    await changes.getByRole("link", { name: "本改动清单的固定链接" }).click();
    await expect(page.getByText("您手中的是第1版，现行为第2版")).toBeVisible();
    await page.goto(`/zh/v/${token}`);
    await expect(page.getByText("第1版之后的改动")).toHaveCount(0);
    await page.context().close();
  });

  test("stays readable without a connection, and is gone from the phone when the link is over", async ({ browser }) => {
    const own = await makeLink();
    const line = await openLine(portal.url);
    const page = await reader(browser, { baseURL: line.url });
    await page.goto(`/zh/v/${own}`);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    const kept = () => page.evaluate(async () => (await caches.keys()).length);
    await expect.poll(kept).toBe(1);
    line.cut();
    await page.reload();
    await expect(page.getByText("当前无网络")).toHaveText(/\d\d:\d\d$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("访问尤格拉");
    line.mend();
    await portal.database.query(
      "UPDATE share_link SET revoked_at = now() WHERE token_hash = sha256(convert_to($1, 'UTF8'))",
      [own],
    );
    const answer = await page.reload();
    expect(answer?.status()).toBe(410);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("此链接已失效");
    await expect(page.getByText("访问尤格拉")).toHaveCount(0);
    await expect.poll(kept).toBe(0);
    const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await expect.poll(workers).toBe(0);
    await page.context().close();
    await line.close();
  });

  test("asks for its code before anything is shown; a wrong one is said, an unknown link is not there", async ({
    browser,
  }) => {
    const locked = await makeLink({ "Код (по желанию)": "4711" });
    const page = await reader(browser, { javaScriptEnabled: false });
    await page.goto(`/zh/v/${locked}?paper=1`);
    await expect(page.getByText("访问尤格拉")).toHaveCount(0);
    for (const [code, heading] of [
      ["0000", "请输入口令"],
      ["4711", "访问尤格拉"],
    ] as const) {
      await page.getByLabel("口令", { exact: true }).fill(code);
      await page.getByRole("button", { name: "打开日程" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    }
    await expect(page.getByText("您手中的是第1版")).toBeVisible();
    expect((await page.goto(`/zh/v/${"0".repeat(64)}`))?.status()).toBe(404);
    await page.context().close();
  });

  test("asks three questions afterwards, and the organiser reads the answers", async ({ browser }) => {
    await sendOut(3, { "values.startsOn": "2026-11-18", "values.endsOn": "2026-11-20" });
    const page = await reader(browser, { javaScriptEnabled: false });
    await page.goto(`/ru/v/${token}`);
    await page.getByRole("radio", { name: "4" }).check({ force: true });
    await page.getByLabel("Что пригодилось больше всего?").fill("Осмотр завода");
    await page.getByRole("button", { name: "Отправить" }).click();
    await expect(page.getByText("Спасибо! Ответ передан организаторам.")).toBeVisible();
    await page.goto(`/ru/v/${token}`);
    await expect(page.getByRole("radio")).toHaveCount(0);
    await page.context().close();
    const staff = await operator.newPage();
    await staff.goto(`/ru/admin/visits/${visit}/after`);
    await expect(staff.getByText("Осмотр завода")).toBeVisible();
    await expect(staff.getByText("из 5, 1 ответ")).toBeVisible();
    await staff.close();
  });
});

/** A line to the portal that can be cut, as in a tunnel. */
async function openLine(to: string) {
  const target = new URL(to);
  let isCut = false;
  const server = http.createServer((request, response) => {
    if (isCut) return request.socket.destroy();
    const { method, url: path, headers } = request;
    const onward = http.request({ host: target.hostname, port: target.port, path, method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true;
      server.closeAllConnections();
    },
    mend: () => {
      isCut = false;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(done);
      }),
  };
}
