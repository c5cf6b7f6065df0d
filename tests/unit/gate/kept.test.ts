import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { cacheState, expireTags } from "@/lib/core/cache-state";
import { Gate } from "@/lib/core/gate/gate";

/** The short way for kept bytes, on a real connection. */
describe("kept bytes", () => {
  let server: Server;
  let origin: string;
  let short: boolean[];

  beforeEach(async () => {
    globalThis.portalCache = undefined;
    short = [];
    const gate = new Gate({
      handle: async (request, response) => {
        const trace = cacheState().trace.getStore();
        if (trace) trace.tags = ["site:a"];
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        response.end(`<p>${request.url} ${"a".repeat(500)}`);
      },
      root: "/none",
      host: "x",
      isDatabaseUp: async () => true,
    });
    await gate.prepare();
    server = createServer((request, response) => {
      const isShort = gate.answerKept(request, response, "id-1");
      short.push(isShort);
      if (!isShort) void gate.answer(request, response);
    }).listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    fetch(origin + path, { headers, method });
  const drawn = async (path: string) => (await get(path)).text();

  it("leave the short way, with the same headers and their own number", async () => {
    const first = await get("/en/yugra", { "accept-encoding": "br" });
    const again = await get("/en/yugra", { "accept-encoding": "br" });
    expect(short).toEqual([false, true]);
    expect(await again.text()).toBe(await first.text());
    expect(again.headers.get("x-request-id")).toBe("id-1");
    const known = ({ headers }: Response) =>
      Object.fromEntries([...headers].filter(([name]) => name !== "date" && name !== "x-request-id"));
    expect(known(again)).toEqual(known(first));
    expect(again.headers.get("content-encoding")).toBe("br");
  });

  it("come plain to who takes nothing compressed", async () => {
    await drawn("/en/yugra");
    const answer = await get("/en/yugra", { "accept-encoding": "identity" });
    expect([short.at(-1), answer.headers.get("content-encoding")]).toEqual([true, null]);
  });

  it("are 304 for who has them, and only headers for HEAD", async () => {
    await drawn("/en/yugra");
    const head = await get("/en/yugra", {}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const known = await get("/en/yugra", { "if-none-match": head.headers.get("etag") ?? "" });
    expect([known.status, known.headers.get("x-request-id"), known.headers.get("content-type")]).toEqual([
      304,
      "id-1",
      null,
    ]);
    expect(short).toEqual([false, true, true]);
  });

  it("are gone when a tag expired", async () => {
    await drawn("/en/yugra");
    expireTags(["site:a"]);
    await drawn("/en/yugra");
    expect(short).toEqual([false, false]);
  });

  it.each([
    ["a request of the framework's scripts", "/en/yugra", { rsc: "1" }, "GET"],
    ["another method", "/en/yugra", {}, "POST"],
    ["another spelling", "/en/yugra?utm_source=a", {}, "GET"],
  ])("do not answer %s the short way", async (_, path, headers, method) => {
    await drawn("/en/yugra");
    await get(path, headers, method);
    expect(short).toEqual([false, false]);
  });
});
