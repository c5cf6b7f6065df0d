import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noteAnswer, noteRequest } from "@/lib/core/access-log";
import { log, loggedPath } from "@/lib/core/log";

describe("an address in the log", () => {
  it.each([
    ["/zh/search?q=张三", "/zh/search"],
    ["/zh/yugra#part", "/zh/yugra"],
    ["/zh/v/AbC123", "/zh/v/…"],
    ["/zh/v/AbC123/visit.ics?x=1", "/zh/v/…"],
    ["/ZH/V/AbC123", "/ZH/v/…"],
    ["//zh//v//AbC123", "//zh/v/…"],
    ["/zh/%76/AbC123", "/zh/v/…"],
    ["/zh/%56/AbC123", "/zh/v/…"],
    ["/zh/%2576/AbC123", "/zh/v/…"],
    ["/zh/v%2FAbC123", "/zh/v/…"],
    ["/zh%2Fv%2FAbC123", "/zh/v/…"],
    ["/zh/preview/0a1b", "/zh/preview/…"],
    ["/ru/admin/invitation/0a1b", "/ru/admin/invitation/…"],
    ["/ru/admin/reset/0a1b?refused=expired", "/ru/admin/reset/…"],
    ["/RU/Admin//Reset//0a1b", "/RU/admin/reset/…"],
    ["/ru/%61dmin/r%2565set%2F0a1b", "/ru/admin/reset/…"],
    ["/ru/admin/reset", "/ru/admin/reset"],
    ["/ru/admin/staff/0a1b", "/ru/admin/staff/0a1b"],
    ["/zh/visits", "/zh/visits"],
    ["/zh/yugra/visits/v-1", "/zh/yugra/visits/v-1"],
  ])("of %s is %s", (url, shown) => {
    expect(loggedPath(url)).toBe(shown);
  });

  it("is cut when somebody sends a long one", () => {
    expect(loggedPath(`/${"a".repeat(5000)}`)).toHaveLength(201);
  });
});

describe("the line about an answer", () => {
  let server: Server;
  let origin: string;
  let kept = false;
  const lines: Record<string, unknown>[] = [];

  beforeEach(async () => {
    log.level = "info";
    lines.length = 0;
    vi.spyOn(log, "info").mockImplementation((line: unknown) => void lines.push(line as Record<string, unknown>));
    server = createServer((request, response) => {
      const note = noteRequest({ id: "id-1", method: request.method, url: request.url });
      note.kind = "page";
      note.isKept = kept;
      note.bytes = 5;
      response.once("close", () => noteAnswer(note, response));
      response.end("hello");
    }).listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => {
    vi.restoreAllMocks();
    kept = false;
    server.closeAllConnections();
    server.close();
  });

  it("names method, kind, path, status, time and bytes, and nothing about the reader", async () => {
    const headers = { "user-agent": "Secret/1", "x-forwarded-for": "203.0.113.9", cookie: "a=b", referer: "http://x/" };
    await (await fetch(`${origin}/zh/search?q=secret`, { headers })).text();
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines[0]).toMatchObject({
      id: "id-1",
      method: "GET",
      kind: "page",
      path: "/zh/search",
      status: 200,
      bytes: 5,
    });
    expect(JSON.stringify(lines)).not.toMatch(/secret|203\.0|a=b|127\.0\.0\.1|http:/i);
  });

  it("is not written at info for kept bytes", async () => {
    kept = true;
    await (await fetch(`${origin}/zh`)).text();
    kept = false;
    await (await fetch(`${origin}/ru`)).text();
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    expect(lines[0]?.path).toBe("/ru");
  });
});
