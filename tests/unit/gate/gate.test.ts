import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentAnswer } from "@/lib/core/answer-state";
import { cacheState, expireTags } from "@/lib/core/cache-state";
import type { Handler } from "@/lib/core/gate/capture";
import { Gate } from "@/lib/core/gate/gate";

/** The gate on a real connection, before a framework that is played by `draw`. */
describe("the gate", () => {
  let server: Server;
  let origin: string;
  let asked: string[];
  let isUp: boolean;
  let draw: (url: string) => Promise<{ status?: number; headers?: Record<string, string>; html?: string }>;

  const handle: Handler = async (request, response) => {
    const url = request.url ?? "";
    const isError = url.includes("/errors/");
    if (!isError) asked.push(url);
    const drawn = isError ? { html: `<p>${url} FAILURE-ID` } : await draw(url);
    const trace = cacheState().trace.getStore();
    if (trace && !isError && (drawn.status ?? 200) === 200) trace.tags = ["site:a"];
    response.writeHead(drawn.status ?? 200, { "content-type": "text/html; charset=utf-8", ...drawn.headers });
    response.end(drawn.html ?? "<p>page");
  };
  const get = (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: "manual", ...init });

  beforeEach(async () => {
    globalThis.portalCache = undefined;
    asked = [];
    isUp = true;
    draw = async () => ({});
    const gate = new Gate({ handle, root: "/none", host: "x", isDatabaseUp: async () => isUp });
    await gate.prepare();
    server = createServer((request, response) => {
      gate.answer(request, response).catch(() => gate.answerFailure(request, response, "id-1"));
    }).listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it("asks the framework once for a page that it may keep", async () => {
    await (await get("/en/yugra")).text();
    const again = await get("/en/yugra?utm_source=a");
    expect(again.status).toBe(200);
    expect(asked).toEqual(["/en/yugra"]);
  });

  it("gives a page by secret link the status and cookies that it wants, and keeps nothing of it", async () => {
    draw = async () => {
      const answer = currentAnswer();
      if (answer) Object.assign(answer, { status: 410, cookies: ["a=1; Path=/zh/v/x", `m=${answer.method}`] });
      return {};
    };
    const page = `/zh/v/${"a".repeat(64)}`;
    const answer = await get(page);
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([410, ["a=1; Path=/zh/v/x", "m=GET"]]);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("referrer-policy")).toBe("same-origin");
    await get(page);
    expect(asked).toEqual([page, page]);
    expect((await get("/en/yugra")).status).toBe(200);
  });

  it("lets the script that keeps a page reach that page and this origin, no other script", async () => {
    const worker = (await get("/islands/guest-worker.js")).headers;
    expect(worker.get("service-worker-allowed")).toBe("/");
    expect(worker.get("content-security-policy")).toBe("default-src 'none'; connect-src 'self'");
    expect((await get("/islands/guest.js")).headers.get("service-worker-allowed")).toBeNull();
  });

  it("asks once for readers who come together", async () => {
    await Promise.all(Array.from({ length: 20 }, async () => (await get("/en/yugra")).text()));
    expect(asked).toEqual(["/en/yugra"]);
  });

  it("asks anew after a tag of the page expired", async () => {
    await (await get("/en/yugra")).text();
    expireTags(["site:a"]);
    await (await get("/en/yugra")).text();
    expect(asked).toHaveLength(2);
  });

  it("does not keep a page whose drawing began before its tag expired", async () => {
    draw = async () => {
      expireTags(["site:a"]);
      return { html: "<p>old" };
    };
    await (await get("/en/yugra")).text();
    expect(cacheState().kept.has("/en/yugra")).toBe(false);
    draw = async () => ({ html: "<p>new" });
    expect(await (await get("/en/yugra")).text()).toBe("<p>new");
  });

  it("does not keep a page whose tag expired while it was compressed", async () => {
    const html = `<p>${randomBytes(400_000).toString("hex")}`;
    draw = async () => {
      setImmediate(() => expireTags(["site:a"]));
      return { html };
    };
    await (await get("/en/yugra")).text();
    expect(cacheState().kept.has("/en/yugra")).toBe(false);
  });

  it("keeps no missing page, no matter how many are asked for", async () => {
    draw = async () => ({ status: 404, html: "framework's own" });
    for (let index = 0; index < 5; index++) {
      const answer = await get(`/en/none-${index}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain("/en/errors/404");
    }
    expect(cacheState().kept.size).toBe(0);
  });

  it("says 503 where the database is away, 500 with a number where it is not", async () => {
    draw = async () => ({ status: 500, html: "stack trace" });
    isUp = false;
    const away = await get("/ru/yugra");
    expect([away.status, away.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(await away.text()).toContain("/ru/errors/503");
    isUp = true;
    const broken = await get("/ru/yugra");
    const text = await broken.text();
    expect(broken.status).toBe(500);
    expect(text).toMatch(/\/ru\/errors\/500 [0-9a-f-]{36}$/);
    expect(text).not.toContain("stack");
  });

  it("answers readers who come together alike when the drawing fails, and is well again after", async () => {
    draw = () => Promise.reject(new Error("broken"));
    const all = await Promise.all([get("/en/yugra"), get("/en/yugra")]);
    expect(all.map(({ status }) => status)).toEqual([500, 500]);
    draw = async () => ({});
    expect((await get("/en/yugra")).status).toBe(200);
  });

  it("sends no cookie and no caching rule of the framework on", async () => {
    draw = async () => ({
      headers: { "set-cookie": "a=b", "cache-control": "s-maxage=31536000", "x-powered-by": "x" },
    });
    const { headers } = await get("/en/yugra");
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("x-powered-by")).toBeNull();
    expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  });

  it("refuses a method that it does not know and never asks the framework", async () => {
    const answer = await get("/en/yugra", { method: "POST", body: "a=b" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    expect(asked).toEqual([]);
  });

  it("leads from the root to the reader's language", async () => {
    const answer = await get("/", { headers: { "accept-language": "ru" } });
    expect([answer.status, answer.headers.get("location")]).toEqual([307, "/ru"]);
    expect(answer.headers.get("vary")).toBe("accept-language");
  });

  it("keeps pages apart by address, not by what a reader claims", async () => {
    draw = async (url) => ({ html: `<p>${url}` });
    await (await get("/en/yugra", { headers: { "x-forwarded-host": "evil.example", "x-original-url": "/x" } })).text();
    expect(await (await get("/en/yugra")).text()).toBe("<p>/en/yugra");
    expect(asked).toEqual(["/en/yugra"]);
  });
});
