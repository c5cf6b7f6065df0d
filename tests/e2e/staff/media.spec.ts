import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { newId } from "@/lib/core/ids";
import { overflow, violations } from "@/tests/support/browser";
import { pdfOf, phonePhoto, plainPicture } from "@/tests/support/files";
import { type StaffPortal, startStaffPortal } from "@/tests/support/staff-portal";

test.describe.configure({ mode: "serial" });

/** A photo from a telephone to a reader in China, over a line that breaks. */
test.describe("the media library", () => {
  let portal: StaffPortal;
  let site: string;
  let asset: string;
  let editor: BrowserContext;
  let approver: BrowserContext;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    portal = await startStaffPortal(4470, { hasWorker: true });
    site = await portal.recordId("site", "sez-nyagan");
    const options = { baseURL: portal.url, viewport: { width: 1366, height: 768 } };
    editor = await browser.newContext(options);
    approver = await browser.newContext(options);
    await portal.signIn(editor, "editor", "yugra");
    await portal.signIn(approver, "approver", "yugra");
  });
  test.afterAll(async () => {
    await editor?.close();
    await approver?.close();
    await portal?.stop();
  });

  const region = () => portal.recordId("region", "yugra");

  test("a photo arrives whole though the server dies and the page is loaded anew, and once", async () => {
    test.setTimeout(300_000);
    const photo = path.join(portal.folder, "IMG 0001.jpg");
    fs.writeFileSync(photo, await phonePhoto({ grain: 1000 }));
    expect(fs.statSync(photo).size).toBeGreaterThan(3 * 1024 * 1024);
    const page = await editor.newPage();
    const offsets: number[] = [];
    let crashed: Promise<unknown> | null = null;
    let reloaded: Promise<unknown> | null = null;
    // Before the island is there, the button sends the plain form.
    const isReady = () => expect(page.locator(".up-drop")).toBeVisible();
    await page.route("**/uploads/*", async (route) => {
      const request = route.request();
      if (request.method() !== "PATCH") return route.continue();
      offsets.push(Number(request.headers()["upload-offset"]));
      // In the middle of the second piece the server is gone without a word.
      if (offsets.length === 2) crashed = portal.crash();
      // In the fourth the reader loads the page anew.
      if (offsets.length === 4) {
        reloaded = page.reload();
        return;
      }
      return route.continue();
    });
    await page.goto("/ru/admin/media");
    await isReady();
    await page.getByLabel("Файлы", { exact: true }).setInputFiles(photo);
    await page.getByRole("button", { name: "Загрузить" }).click();
    await expect.poll(() => offsets.length, { timeout: 60_000 }).toBe(4);
    await crashed;
    await reloaded;
    await isReady();
    await page.getByLabel("Файлы", { exact: true }).setInputFiles(photo);
    await page.getByRole("button", { name: "Загрузить" }).click();
    await expect(page.getByText("Принят, готовится")).toBeVisible({ timeout: 60_000 });
    // It went on where it was: the first piece was sent once, and no second upload was begun.
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
    expect((await portal.database.query("SELECT 1 FROM upload")).rowCount).toBe(1);
    const { rows } = await portal.database.query<{ id: string }>("SELECT id FROM media_asset");
    expect(rows).toHaveLength(1);
    asset = rows[0]?.id ?? "";
    await page.getByRole("link", { name: "Открыть" }).click();
    await expect(page).toHaveURL(new RegExp(`/ru/admin/media/${asset}$`));
    await expect
      .poll(
        async () => (await portal.database.query("SELECT 1 FROM media_asset WHERE ready_at IS NOT NULL")).rowCount,
        {
          timeout: 60_000,
        },
      )
      .toBe(1);
    await page.close();
  });

  test("is described in three languages, with what must stay in sight, and published by an approver", async () => {
    const page = await editor.newPage();
    await page.goto(`/ru/admin/media/${asset}`);
    expect(await violations(page)).toEqual([]);
    const picture = page.locator(".foc-whole img");
    const box = await picture.boundingBox();
    if (!box) throw new Error("no picture");
    await picture.click({ position: { x: box.width * 0.25, y: box.height * 0.9 } });
    await expect(page.locator('[name="values.focalX"]')).toHaveValue("25");
    await expect(page.locator('[name="values.focalY"]')).toHaveValue("90");
    for (const [locale, text] of Object.entries(descriptions)) await page.locator(`[name="${locale}:name"]`).fill(text);
    await page.locator('[name="ru:summary"]').fill("Корпус готов к аренде.");
    await page.locator('[name="values.licence"]').selectOption("own");
    await page.locator(".pubbar").getByRole("button").click();
    await expect(page.getByRole("status").filter({ hasText: "Сохранено" })).toBeVisible();
    await expect(page.locator('button[value="publish"]')).toHaveCount(0);
    await publish(asset);
    await page.close();
  });

  test("is put at a site, and readers see it in the size they need, in their language, without a trace of the camera", async ({
    browser,
  }) => {
    const page = await editor.newPage();
    await page.goto(`/ru/admin/records/${site}`);
    await page.getByText("Добавить из библиотеки").click();
    await page.getByRole("button", { name: `Добавить: ${descriptions.ru}` }).click();
    await expect(page.locator("#group-media .att li")).toHaveCount(1);
    await expect(page.locator("#group-media select")).toHaveValue("cover");
    await page.close();
    await publish(site);

    const reader = await browser.newContext({ baseURL: portal.url, viewport: { width: 390, height: 800 } });
    for (const [locale, text] of Object.entries(descriptions)) {
      const answer = await reader.request.get(`/${locale}/yugra/sites/sez-nyagan`);
      expect([answer.status(), (await answer.text()).includes(`alt="${text}"`)]).toEqual([200, true]);
    }
    const shown = await reader.newPage();
    await shown.goto("/zh/yugra/sites/sez-nyagan");
    const image = shown.getByRole("img", { name: descriptions.zh });
    await expect(image).toBeVisible();
    await expect.poll(() => image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBeGreaterThan(0);
    expect(await image.getAttribute("class")).toBe("cut fx-3 fy-9");
    expect([await overflow(shown), await violations(shown)]).toEqual([[], []]);
    const sizes = ((await image.getAttribute("srcset")) ?? "").split(", ").map((one) => one.split(" "));
    expect(sizes.map(([, width]) => width)).toEqual(["480w", "960w", "1440w", "1920w"]);
    for (const [address = "", width = ""] of sizes) {
      const answer = await reader.request.get(address);
      expect(answer.headers()).toMatchObject({
        "content-type": "image/webp",
        "cache-control": "public, max-age=31536000, immutable",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
        "content-length": String((await answer.body()).length),
      });
      const told = await sharp(await answer.body()).metadata();
      expect([told.width, told.exif, told.xmp, told.icc]).toEqual([
        Number.parseInt(width, 10),
        ...Array(3).fill(undefined),
      ]);
      const etag = answer.headers().etag ?? "";
      expect((await reader.request.get(address, { headers: { "if-none-match": etag } })).status()).toBe(304);
      expect((await reader.request.get(address.replace(/\d+\.webp/, "77.webp"))).status()).toBe(404);
    }
    await reader.close();
  });

  test("takes files without scripts, says of each how it went, and shows drafts to nobody outside", async ({
    browser,
    request,
  }) => {
    const context = await browser.newContext({ baseURL: portal.url, javaScriptEnabled: false });
    await portal.signIn(context, "editor", "yugra");
    const page = await context.newPage();
    await page.goto("/zh/admin/media");
    await page.getByLabel("文件", { exact: true }).setInputFiles([
      { name: "厂房.png", mimeType: "image/png", buffer: await plainPicture() },
      { name: "drawing.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") },
      { name: "方案.pdf", mimeType: "application/pdf", buffer: pdfOf() },
    ]);
    await page.getByRole("button", { name: "上传" }).click();
    const results = page.getByRole("status").first().getByRole("listitem");
    await expect(results).toHaveCount(3);
    await expect(results.nth(0)).toContainText("厂房.png 已收到");
    await expect(results.nth(1)).toContainText("不接受 SVG");
    await expect
      .poll(async () => (await portal.database.query("SELECT 1 FROM media_asset WHERE ready_at IS NULL")).rowCount)
      .toBe(0);
    const { rows } = await portal.database.query<{ id: string; kind: string; storage_key: string }>(
      "SELECT id, kind, storage_key FROM media_asset WHERE id <> $1 ORDER BY kind",
      [asset],
    );
    for (const { id, kind, storage_key: key } of rows) {
      const file = kind === "image" ? "600.webp" : "file.pdf";
      for (const address of [`/media/${key}/${file}`, `/ru/admin/media/${id}/file/480`]) {
        expect((await request.get(`${portal.url}${address}`)).status()).toBe(404);
      }
      const own = await context.request.get(`/ru/admin/media/${id}/file/480`);
      expect([own.status(), own.headers()["cache-control"]]).toEqual([200, "no-store"]);
      if (kind === "document") {
        expect(own.headers()["content-disposition"]).toBe(
          "attachment; filename=\"__.pdf\"; filename*=UTF-8''%E6%96%B9%E6%A1%88.pdf",
        );
      }
    }
    await context.close();
  });

  test("takes files from its own pages and from staff alone, and no more than it says", async ({ request }) => {
    const own = { origin: portal.url };
    const send = async (context: Pick<BrowserContext, "request">, headers: Record<string, string>, size = 10) => {
      const multipart = {
        batch: newId(),
        region: await region(),
        files: { name: "a.png", mimeType: "image/png", buffer: Buffer.alloc(size) },
      };
      const answer = await context.request.post(`${portal.url}/ru/admin/media/upload`, {
        multipart,
        headers,
        maxRedirects: 0,
      });
      return answer.status();
    };
    const before = (await portal.database.query("SELECT 1 FROM upload")).rowCount;
    expect(await send(editor, { origin: "https://evil.example" })).toBe(403);
    expect(await send(editor, {})).toBe(403);
    expect(await send({ request }, own)).toBe(303);
    const begin = (headers: Record<string, string>) =>
      editor.request.post("/ru/admin/media/uploads", { form: { name: "a.png" }, headers });
    expect((await begin({ origin: "https://evil.example" })).status()).toBe(403);
    expect((await portal.database.query("SELECT 1 FROM upload")).rowCount).toBe(before);
    const cookie = (await editor.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const headers = { ...own, cookie, "content-type": "multipart/form-data; boundary=x" };
    // Who says how long it is hears it before the first byte, who says nothing after the last that is taken.
    expect(
      await declared(`${portal.url}/ru/admin/media/upload`, { ...headers, "content-length": 600 * 1024 * 1024 }),
    ).toBe(413);
    const body = endless(301 * 1024 * 1024);
    const options = { method: "POST", headers, body, duplex: "half", redirect: "manual" } as const;
    const huge = await fetch(`${portal.url}/ru/admin/media/upload`, options);
    expect([huge.status, (await huge.text()).includes("300 МБ")]).toEqual([413, true]);
    expect((await request.get(`${portal.url}/ru/admin/media/upload`)).status()).toBe(405);
    expect((await request.delete(`${portal.url}/ru/admin/media/uploads/${newId()}`)).status()).toBe(405);
  });

  test("a hundred files at once take no more memory than a few", async () => {
    test.setTimeout(300_000);
    const memory = () => {
      const status = fs.readFileSync(`/proc/${portal.pid()}/status`, "utf8");
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
    };
    const photo = await phonePhoto({ width: 1600, height: 1200, grain: 700 });
    const regionId = await region();
    const batch = newId();
    // One first: what the first of its kind takes is no matter of their number.
    const send = (number: number) =>
      editor.request.post("/ru/admin/media/upload", {
        headers: { origin: portal.url },
        maxRedirects: 0,
        multipart: {
          batch,
          region: regionId,
          files: {
            name: `${number}.jpg`,
            mimeType: "image/jpeg",
            buffer: Buffer.concat([photo, Buffer.from([number])]),
          },
        },
      });
    await send(0);
    const before = memory();
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, memory());
    }, 50);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, number) => send(number + 1)));
    clearInterval(watch);
    expect(answers.every((answer) => answer.status() === 303)).toBe(true);
    const { rowCount } = await portal.database.query(
      "SELECT 1 FROM upload WHERE batch_id = $1 AND state <> 'receiving'",
      [batch],
    );
    expect(rowCount).toBe(101);
    test
      .info()
      .annotations.push({ type: "memory", description: `${before} → ${most} MiB, ${photo.length} bytes each` });
    console.log(`memory of 100 uploads: ${Math.round(before)} → ${Math.round(most)} MiB`);
    expect(most - before).toBeLessThan(100);
  });

  async function publish(id: string): Promise<void> {
    const page: Page = await approver.newPage();
    await page.goto(`/ru/admin/records/${id}`);
    await page.click('button[value="publish"]');
    await expect(page.getByText("Опубликовано.")).toBeVisible();
    await page.close();
  }
});

const descriptions = { ru: "Корпус с погрузочными воротами", zh: "带装卸门的厂房", en: "A hall with loading doors" };

/** So many bytes, as a stream that says nothing of its length. */
function endless(length: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= length) return controller.close();
      sent += 1024 * 1024;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
}

/** The answer to a form that says how long it is and sends nothing. */
function declared(url: string, headers: Record<string, string | number>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = http.request(url, { method: "POST", headers }, (answer) => {
      resolve(answer.statusCode);
      asking.destroy();
    });
    asking.on("error", reject);
    asking.flushHeaders();
  });
}
