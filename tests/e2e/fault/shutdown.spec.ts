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

  /** A reader with a connection of his own that stays open, as browsers and proxies keep it. */
  async function connect(port: number) {
    const socket = net.connect({ port, host: "127.0.0.1" });
    let text = "";
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
    });
    const closed = new Promise<string>((resolve) => {
      socket.on("close", () => resolve(text));
      socket.on("error", () => resolve(text));
    });
    const ask = (address: string) => {
      text = "";
      return new Promise<void>((sent) =>
        socket.write(`GET ${address} HTTP/1.1\r\nHost: localhost\r\n\r\n`, () => sent()),
      );
    };
    const isWell = () => expect.poll(() => text, { intervals: [10], timeout: 10_000 }).toMatch(/^HTTP[\s\S]*ok\n$/);
    await ask("/healthz");
    await isWell();
    return { ask, isWell, closed };
  }

  test("on SIGTERM what is under way ends whole, connections are closed, the code is 0", async () => {
    test.setTimeout(90_000);
    const portal = await startBuilt({ databaseUrl: copy.url, folder });
    await (await fetch(`${portal.url}/zh/sites?kind=sez`)).text(); // what only the first page of a kind takes is done
    const idle = await connect(portal.port);
    const asking = await Promise.all(Array.from({ length: readers }, () => connect(portal.port)));
    const ended = new Promise<[number | null, string | null]>((resolve) =>
      portal.child.once("exit", (code, signal) => resolve([code, signal])),
    );
    // Pages that nobody asked for before, so that they are really being drawn; few, so that a slow machine has the time.
    await Promise.all(asking.map(({ ask }, index) => ask(`/zh/sites?region=yugra&page=${(index % 3) + 1}`)));
    // This was asked after them, so when it is answered, they have been taken.
    await idle.ask("/healthz");
    await idle.isWell();
    const signalled = performance.now();
    process.kill(portal.pid, "SIGTERM");
    const texts = await Promise.all(asking.map(({ closed }) => closed));
    await idle.closed;
    expect(await ended).toEqual([0, null]);
    expect(performance.now() - signalled).toBeLessThan(10_000);
    for (const text of texts) {
      expect(text).toMatch(/^HTTP\/1\.1 200 /);
      expect(text).toContain("</html>");
    }
    await expect(fetch(`${portal.url}/healthz`)).rejects.toThrow();
  });

  test("a full disk behind the log ends nothing", async () => {
    test.setTimeout(90_000);
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
    // One that cannot start must end too, although it cannot say why.
    const second = startBuilt({
      databaseUrl: copy.url,
      folder,
      output: "/dev/full",
      port: portal.port,
      ready: "/none",
    });
    const child = await second.then(({ child }) => child);
    await expect.poll(() => child.exitCode, { timeout: 20_000 }).toBe(1);
    await portal.stop();
    expect(portal.child.exitCode).toBe(0);
  });
});
