import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askLink } from "@/lib/source/links/ask";
import { answerOf, isAskable, isInside, judge } from "@/lib/source/links/rules";

describe("a link", () => {
  it.each([
    [200, "works"],
    [304, "works"],
    [404, "gone"],
    [410, "gone"],
    [403, "unclear"],
    [429, "unclear"],
    [500, "unclear"],
  ] as const)("that answers %i %s", (status, kind) => {
    expect(answerOf(status).kind).toBe(kind);
  });

  it("is broken when it was gone on two days, not twice on one, and works again at once", () => {
    const day = (number: number) => new Date(Date.UTC(2026, 10, number, 3));
    const gone = { kind: "gone" } as const;
    const first = judge(null, gone, day(1));
    expect(first).toMatchObject({ status: "unclear", failures: 1, failingSince: day(1) });
    const again = judge({ ...first, checkedAt: day(1) }, gone, new Date(day(1).getTime() + 3_600_000));
    expect(again).toMatchObject({ status: "unclear", failures: 1 });
    const second = judge({ ...again, checkedAt: day(1) }, gone, day(2));
    expect(second).toMatchObject({ status: "broken", failures: 2, failingSince: day(1) });
    const unclear = judge({ ...second, checkedAt: day(2) }, { kind: "unclear" }, day(3));
    expect(unclear).toMatchObject({ status: "broken", failures: 2 });
    expect(judge({ ...unclear, checkedAt: day(3) }, { kind: "works" }, day(4))).toEqual({
      status: "works",
      failures: 0,
      failingSince: null,
    });
  });

  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "fe80::1",
    "fd00::1",
    "64:ff9b::7f00:1",
    "not an address",
  ])("to %s leads inside", (address) => {
    expect(isInside(address)).toBe(true);
  });

  it("to the world is asked, by the usual ports and without a password", () => {
    for (const address of ["8.8.8.8", "93.184.216.34", "172.32.0.1", "2a00:1450::1"]) {
      expect([address, isInside(address)]).toEqual([address, false]);
    }
    expect(isAskable(new URL("https://example.org/a?b=c"))).toBe(true);
    for (const url of [
      "ftp://example.org",
      "file:///etc/passwd",
      "http://example.org:5432/",
      "http://a:b@example.org/",
    ]) {
      expect([url, isAskable(new URL(url))]).toEqual([url, false]);
    }
  });
});

describe("asking a link", () => {
  const asked: string[] = [];
  let server: http.Server;
  let base: string;
  const rules = { isAskable: () => true, isInside: () => false };

  beforeAll(async () => {
    server = http.createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const path = request.url ?? "";
      if (path === "/moved") response.writeHead(302, { location: "/there" }).end();
      else if (path === "/round") response.writeHead(302, { location: "/round" }).end();
      else if (path === "/no-head") response.writeHead(request.method === "HEAD" ? 405 : 200).end();
      else if (path === "/there") response.writeHead(200).end("x".repeat(100_000));
      else if (path === "/cut") request.socket.destroy();
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise<void>((done) => server.close(() => done())));

  it.each([
    ["/there", "works"],
    ["/moved", "works"],
    ["/no-head", "works"],
    ["/gone", "gone"],
    ["/round", "unclear"],
    ["/cut", "unclear"],
  ])("%s: %s", async (path, kind) => {
    expect((await askLink(base + path, rules)).kind).toBe(kind);
  });

  it("never knocks at a door of its own network, by whatever name or redirect", async () => {
    asked.length = 0;
    const { port } = new URL(base);
    for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"]) {
      const answer = await askLink(`http://${host}:${port}/there`, { ...rules, isInside });
      expect([host, answer.kind]).toEqual([host, "unclear"]);
    }
    expect((await askLink(`${base}/there`)).kind).toBe("unclear");
    expect(asked).toEqual([]);
    let hops = 0;
    const onlyFirst = { isAskable: () => true, isInside: () => hops++ > 0 };
    expect((await askLink(`${base}/moved`, onlyFirst)).kind).toBe("unclear");
    expect(asked).toEqual(["HEAD /moved"]);
  });

  it("says that an address is none", async () => {
    expect(await askLink("https://")).toEqual({ kind: "unclear", reason: "address" });
  });
});
