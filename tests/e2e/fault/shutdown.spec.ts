import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import { startBuilt } from "@/scripts/measure/portal.mjs";
import { copyTemplate, ensureTemplate } from "@/scripts/testing/templates.mjs";
import { startThrowAwayServer } from "@/scripts/testing/throw-away-server.mjs";

const readers = 50;

test.describe("the end of a process", () => {
  let stopServer: () => void = () => {};
  let folder: string;
  let copy: Awaited<ReturnType<typeof copyTemplate>>;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    let server = process.env.TEST_DATABASE_URL ?? "";
    if (!server) ({ url: server, stop: stopServer } = await startThrowAwayServer());
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "portal-end-"));
    copy = await copyTemplate(server, await ensureTemplate(server, "facts"));
  });
  test.afterAll(async () => {
    await copy?.drop();
    stopServer();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  /** Asks over a connection of its own, kept alive, and says what came before the other side closed it. */
  function ask(port: number, address: string) {
    const socket = net.connect({ port, host: "127.0.0.1" });
    let text = "";
    const closed = new Promise<string>((resolve) => {
      socket.on("data", (chunk) => {
        text += chunk.toString("latin1");
      });
      socket.on("close", () => resolve(text));
      socket.on("error", () => resolve(text));
    });
    const sent = new Promise<void>((resolve) =>
      socket.on("connect", () => socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\n\r\n`, () => resolve())),
    );
    return { closed, sent, text: () => text };
  }

  test("on SIGTERM what is under way ends whole, connections are closed, the code is 0", async () => {
    test.setTimeout(300_000);
    const portal = await startBuilt({ databaseUrl: copy.url, folder });
    const idle = ask(portal.port, "/healthz");
    await expect.poll(idle.text).toContain("ok\n");
    const ended = new Promise<[number | null, string | null]>((resolve) =>
      portal.child.once("exit", (code, signal) => resolve([code, signal])),
    );
    // Pages that nobody asked for before, so that they are really being drawn.
    const asked = Array.from({ length: readers }, (_, index) => {
      const locale = ["zh", "ru", "en"][index % 3];
      return ask(portal.port, `/${locale}/sites?region=yugra&page=${index + 1}`);
    });
    await Promise.all(asked.map(({ sent }) => sent));
    // The last one was taken when this one, asked after it, is answered.
    await (await fetch(`${portal.url}/healthz`)).text();
    const signalled = performance.now();
    process.kill(portal.pid, "SIGTERM");
    const texts = await Promise.all(asked.map(({ closed }) => closed));
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - signalled).toBeLessThan(10_000);
    for (const text of texts) {
      expect(text).toMatch(/^HTTP\/1\.1 200 /);
      expect(text).toContain("</html>");
    }
    await idle.closed;
    await expect(fetch(`${portal.url}/healthz`)).rejects.toThrow();
  });

  test("a full disk behind the log ends nothing", async () => {
    test.skip(!fs.existsSync("/dev/full"), "this system has no disk that is always full");
    const portal = await startBuilt({
      databaseUrl: copy.url,
      folder,
      output: "/dev/full",
      env: { LOG_LEVEL: "debug" },
    });
    for (let times = 0; times < 20; times++) expect((await fetch(`${portal.url}/en`)).status).toBe(200);
    expect((await fetch(`${portal.url}/en/none`)).status).toBe(404);
    expect(portal.child.exitCode).toBeNull();
    await portal.stop();
    expect(portal.child.exitCode).toBe(0);
  });
});
