import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { KeptAnswer } from "@/lib/core/cache-state";
import { finishAnswer, sendAnswer } from "@/lib/core/gate/answer";
import { securityHeaders } from "@/lib/core/gate/headers";

const text = "尼亚甘 Нягань Nyagan ".repeat(200);
const finish = (input: Partial<Parameters<typeof finishAnswer>[0]> = {}) =>
  finishAnswer({
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: Buffer.from(text),
    isKept: true,
    ...input,
  });

function send(answer: KeptAnswer, headers: Record<string, string> = {}, method = "GET") {
  const request = new IncomingMessage(new Socket());
  request.method = method;
  request.headers = headers;
  const response = new ServerResponse(request);
  let body: Buffer | undefined;
  let written: Record<string, unknown> = {};
  Object.assign(response, {
    writeHead(status: number, sent: Record<string, unknown>) {
      response.statusCode = status;
      written = sent;
      return response;
    },
    end(chunk?: Buffer) {
      body = chunk;
      return response;
    },
  });
  sendAnswer(request, response, answer);
  return { status: response.statusCode, headers: written, body };
}

describe("a finished answer", () => {
  it("carries the security headers whatever its status", async () => {
    for (const status of [200, 404, 500, 503])
      expect((await finish({ status })).headers).toMatchObject(securityHeaders);
  });

  it("is named by its bytes: equal bytes, equal name", async () => {
    const [a, b, c] = await Promise.all([finish(), finish(), finish({ body: Buffer.from(`${text}.`) })]);
    expect(a.headers.etag).toMatch(/^"[\w-]{22}"$/);
    expect(b.headers.etag).toBe(a.headers.etag);
    expect(c.headers.etag).not.toBe(a.headers.etag);
  });

  it("has no name when it is an error", async () => {
    expect((await finish({ status: 404 })).headers.etag).toBeUndefined();
  });

  it.each(["image/png", "image/webp", "application/pdf"])(
    "that is %s leaves as it is, and says so, whatever the reader takes",
    async (type) => {
      const body = Buffer.from([0x89, 0x50, 0x4e, 0x47]);
      const picture = await finish({ headers: { "content-type": type }, body });
      for (const wish of ["", "gzip", "br", "gzip, deflate, br"]) {
        const sent = send(picture, { "accept-encoding": wish });
        expect([wish, sent.headers["content-encoding"]]).toEqual([wish, undefined]);
        expect(sent.headers["content-length"]).toBe(body.length);
        expect(sent.body).toEqual(body);
      }
    },
  );

  it("that is kept lies there in its compressed forms only", async () => {
    expect((await finish()).identity).toBeNull();
    const picture = await finish({ headers: { "content-type": "image/png" } });
    expect(picture.identity?.toString()).toBe(text);
  });

  it("is not put into brotli when it is sent once", async () => {
    expect((await finish({ isKept: false })).brotli).toBeNull();
  });
});

describe("sending an answer", () => {
  it.each([
    ["br, gzip", "br"],
    ["gzip, deflate, br;q=0.5", "br"],
    ["gzip", "gzip"],
    ["", undefined],
    ["identity", undefined],
    ["deflate", undefined],
    ["brx, gzipped", undefined],
  ])("to a reader who takes %j uses %s", async (accepted, encoding) => {
    const { headers, body = Buffer.alloc(0) } = send(await finish(), { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["content-length"]).toBe(body.length);
    expect(headers.vary).toBe("accept-encoding");
    const opened = encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
    expect(opened.toString()).toBe(text);
  });

  it.each(["br;q=0", "br;q=0, gzip;q=0"])("does not use a form that the reader refuses: %s", async (accepted) => {
    const { headers } = send(await finish(), { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBeUndefined();
  });

  it("to HEAD sends the headers of GET and no body", async () => {
    const answer = await finish();
    const head = send(answer, {}, "HEAD");
    expect(head.headers).toEqual(send(answer).headers);
    expect(head.body).toBeUndefined();
  });

  it.each([
    ["its name", (etag: string) => etag, 304],
    ["its weak name", (etag: string) => `W/${etag}`, 304],
    ["its name among others", (etag: string) => `"a", ${etag}`, 304],
    ["anything", () => "*", 304],
    ["another name", () => '"other"', 200],
    ["its name without quotes", (etag: string) => etag.replaceAll('"', ""), 200],
    ["nothing", () => "", 200],
  ])("to a reader who has %s", async (_, header, status) => {
    const answer = await finish();
    const sent = send(answer, { "if-none-match": header(answer.headers.etag ?? "") });
    expect(sent.status).toBe(status);
    if (status === 304) {
      expect(sent.body).toBeUndefined();
      expect(sent.headers.etag).toBe(answer.headers.etag);
      expect(sent.headers).not.toHaveProperty("content-length");
    }
  });

  it("never turns an error into 304", async () => {
    expect(send(await finish({ status: 404 }), { "if-none-match": "*" }).status).toBe(404);
  });
});
