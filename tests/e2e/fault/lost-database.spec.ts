import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { locales } from "@/lib/i18n/locales";
import { nextFreePort } from "@/scripts/setup/ports.mjs";
import { startPortalForTests } from "@/scripts/testing/portal-for-tests.mjs";
import { startThrowAwayServer } from "@/scripts/testing/throw-away-server.mjs";
import { messagesOf } from "@/tests/support/messages";
import { lang } from "@/tests/support/pages";
import { WeakLine } from "@/tests/support/weak-line";

test.describe.configure({ mode: "serial" });

test.describe("a portal that loses its database while it serves", () => {
  let line: WeakLine;
  let server: string;
  let portal: Awaited<ReturnType<typeof startPortalForTests>>;
  let folder: string;
  let stopServer: () => void = () => {};

  const get = (address: string) => fetch(portal.url + address, { redirect: "manual" });

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    if (process.env.TEST_DATABASE_URL) server = process.env.TEST_DATABASE_URL;
    else ({ url: server, stop: stopServer } = await startThrowAwayServer());
    line = new WeakLine(server);
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "portal-fault-"));
    portal = await startPortalForTests({ server: await line.open(server), folder, port: await nextFreePort(4410) });
  });
  test.afterAll(async () => {
    await portal?.stop();
    await line?.cut();
    stopServer();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  test("is ready before", async () => {
    expect((await get("/readyz")).status).toBe(200);
    for (const locale of locales) expect((await get(`/${locale}/yugra`)).status).toBe(200);
  });

  test("keeps its kept pages, says of all others that it cannot read them now, and stays alive", async () => {
    await line.cut();
    expect((await get("/healthz")).status).toBe(200);
    expect((await get("/readyz")).status).toBe(503);
    for (const locale of locales) {
      expect((await get(`/${locale}/yugra`)).status).toBe(200);
      for (const address of [`/${locale}/tver`, `/${locale}/sites?kind=asez`, `/${locale}/yugra/sites/sez-nyagan`]) {
        const answer = await get(address);
        const html = await answer.text();
        expect([address, answer.status]).toEqual([address, 503]);
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
        expect(answer.headers.get("cache-control")).toBe("no-store");
        expect(html).toContain(`<html lang="${lang[locale]}"`);
        expect(html).toContain(messagesOf(locale).get("error.503.title"));
        expect(html).not.toMatch(/ECONNREFUSED|Prisma|127\.0\.0\.1|<script(?![^>]*data-island)/);
      }
    }
    expect((await get("/en/No-Such")).status).toBe(404);
    expect((await get("/maps/overview.light.svg")).status).toBe(200);
  });

  test("is well again by itself when the database is back", async () => {
    await line.open(server);
    await expect.poll(async () => (await get("/readyz")).status, { intervals: [100] }).toBe(200);
    for (const locale of locales) {
      await expect.poll(async () => (await get(`/${locale}/tver`)).status, { intervals: [100] }).toBe(200);
      expect((await get(`/${locale}/sites?kind=asez`)).status).toBe(200);
    }
  });
});
