import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheState, expireTags } from "@/lib/core/cache-state";
import { Gate } from "@/lib/core/gate/gate";
import { Seats } from "@/lib/core/gate/seats";

/** The gate when more is asked for than can be drawn: one page at a time, one that waits, nobody longer than a moment. */
describe("the busy gate", () => {
  let server: Server;
  let origin: string;
  let asked: string[];
  let isBroken: boolean;
  let atOnce: number;
  let mostAtOnce: number;
  let draw: (url: string) => Promise<string>;

  beforeEach(async () => {
    globalThis.portalCache = undefined;
    asked = [];
    isBroken = false;
    atOnce = 0;
    mostAtOnce = 0;
    draw = async (url) => `<p>${url}`;
    const gate = new Gate({
      handle: async (request, response) => {
        const url = request.url ?? "";
        const isError = url.includes("/errors/");
        if (!isError) asked.push(url);
        mostAtOnce = Math.max(mostAtOnce, ++atOnce);
        const html = isError ? `<p>${url}` : await draw(url);
        atOnce--;
        const trace = cacheState().trace.getStore();
        if (trace && !isError) trace.tags = ["site:a"];
        response.writeHead(isBroken && !isError ? 500 : 200, { "content-type": "text/html; charset=utf-8" });
        response.end(html);
      },
      root: "/none",
      host: "x",
      isDatabaseUp: async () => false,
      seats: new Seats({ seats: 1, mostWaiting: 1, longestWaitMs: 500, longestHoldMs: 1000 }),
    });
    await gate.prepare();
    mostAtOnce = 0;
    server = createServer((request, response) => {
      if (!gate.answerKept(request, response, "id-1")) void gate.answer(request, response);
    }).listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = async (path: string) => {
    const answer = await fetch(origin + path);
    return { status: answer.status, retryAfter: answer.headers.get("retry-after"), text: await answer.text() };
  };
  /** A drawing that stays until it is let go. */
  function hold() {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    draw = async (url) => {
      await held;
      return `<p>${url}`;
    };
    return letGo;
  }
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
  };
  /** As if it had been kept a minute ago. */
  const age = (path: string) => {
    const kept = cacheState().kept.get(path);
    if (kept) kept.keptAt -= 61_000;
  };

  it("draws one page after the other, and tells whom it cannot serve when to come again", async () => {
    const letGo = hold();
    const first = get("/en/a");
    await until(() => asked.length === 1);
    const [second, third] = [get("/en/b"), get("/en/c")];
    const refused = await Promise.race([second, third]);
    expect([refused.status, refused.retryAfter]).toEqual([503, "30"]);
    letGo();
    expect([await first, await second, await third].map(({ status }) => status).sort()).toEqual([200, 200, 503]);
    expect(mostAtOnce).toBe(1);
  });

  it("sends what it kept a while ago rather than let anybody wait", async () => {
    await get("/en/a");
    age("/en/a");
    const letGo = hold();
    const other = get("/en/b");
    await until(() => asked.length === 2);
    expect(await get("/en/a")).toMatchObject({ status: 200, text: "<p>/en/a" });
    expect(asked).toEqual(["/en/a", "/en/b"]);
    letGo();
    await other;
  });

  it("sends what it kept a while ago where it cannot be made anew, but never after a tag of it expired", async () => {
    await get("/en/a");
    age("/en/a");
    isBroken = true;
    expect(await get("/en/a")).toMatchObject({ status: 200, text: "<p>/en/a" });
    expect(asked).toHaveLength(2);
    expireTags(["site:a"]);
    expect((await get("/en/a")).status).toBe(503);
  });

  it("does not work over again what the framework drew alike, and does what it drew otherwise", async () => {
    await get("/en/a");
    const before = cacheState().kept.get("/en/a");
    age("/en/a");
    await get("/en/a");
    const after = cacheState().kept.get("/en/a");
    expect(after?.brotli).toBe(before?.brotli);
    expect(after?.keptAt).toBeGreaterThan(before?.keptAt ?? 0);
    age("/en/a");
    draw = async () => "<p>new";
    expect((await get("/en/a")).text).toBe("<p>new");
  });

  it("does not draw for readers who went away while they waited", async () => {
    const letGo = hold();
    const first = get("/en/a");
    await until(() => asked.length === 1);
    const leave = new AbortController();
    const gone = fetch(`${origin}/en/b`, { signal: leave.signal }).catch(() => "gone");
    await new Promise((resolve) => setTimeout(resolve, 50));
    leave.abort();
    expect(await gone).toBe("gone");
    await new Promise((resolve) => setTimeout(resolve, 50));
    letGo();
    await first;
    expect((await get("/en/c")).status).toBe(200);
    expect(asked).toEqual(["/en/a", "/en/c"]);
  });
});
