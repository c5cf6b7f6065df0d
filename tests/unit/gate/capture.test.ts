import { describe, expect, it } from "vitest";
import { capture, type Handler } from "@/lib/core/gate/capture";

const ask = (handle: Handler) => capture(handle, "/en", "127.0.0.1:3000");

describe("a captured answer", () => {
  it("has the status, headers and whole body", async () => {
    const captured = await ask(async (_, response) => {
      response.setHeader("X-First", "1");
      response.writeHead(201, { "Content-Type": "text/html" });
      response.write("尼亚");
      response.write(Buffer.from("甘"));
      response.end("!");
    });
    expect(captured).toEqual({
      status: 201,
      headers: { "x-first": "1", "content-type": "text/html" },
      cookies: [],
      body: Buffer.from("尼亚甘!"),
    });
  });

  it("keeps the encoding of what is written", async () => {
    const { body } = await ask(async (_, response) => {
      response.write("cf80", "hex");
      response.end("0YE=", "base64");
    });
    expect(body.toString()).toBe("πс");
  });

  it("takes a status message before the headers", async () => {
    const { status, headers } = await ask(async (_, response) => {
      response.writeHead(404, "Gone away", { a: "b" });
      response.end();
    });
    expect({ status, headers }).toEqual({ status: 404, headers: { a: "b" } });
  });

  it("tells the writer when a part is taken and when all is done", async () => {
    const told: string[] = [];
    await ask(async (_, response) => {
      response.on("finish", () => told.push("finish"));
      await new Promise<void>((done) => response.write("a", () => done()));
      told.push("written");
      await new Promise<void>((done) => response.end(() => done()));
      told.push("ended");
    });
    expect(told).toEqual(["written", "finish", "ended"]);
  });

  it("carries nothing of a reader to the framework", async () => {
    const seen: unknown[] = [];
    await ask(async (request, response) => {
      seen.push(request.method, request.url, Object.keys(request.headers).sort());
      response.end();
    });
    expect(seen).toEqual(["GET", "/en", ["accept", "host", "user-agent"]]);
  });

  it("comes when the answer ends, even where the handler goes on", async () => {
    const captured = await ask(async (_, response) => {
      response.end("done");
      await new Promise(() => {});
    });
    expect(captured.body.toString()).toBe("done");
  });

  it("throws what the handler throws", async () => {
    await expect(ask(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  });
});
