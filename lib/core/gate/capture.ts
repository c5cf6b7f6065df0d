import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { Readable } from "node:stream";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
export type Captured = { status: number; headers: Record<string, string>; cookies: string[]; body: Buffer };

/** What a request brings beside its address. */
export type Sent = {
  method: string;
  headers: Record<string, string>;
  body: Buffer;
  /** in place of a body: what comes is passed on as it comes, and no more than so many bytes of it */
  source?: { stream: Readable; limit: number };
};

/**
 * Lets the framework answer an address without a connection, and collects the answer. Unless told otherwise the request
 * carries no header of the reader: a public page depends on its address alone, so no header can poison what is kept.
 *
 * @throws what the handler throws
 */
export async function capture(handle: Handler, url: string, host: string, sent?: Sent): Promise<Captured> {
  const request = new IncomingMessage(new Socket());
  request.method = sent?.method ?? "GET";
  request.url = url;
  request.headers = { host, accept: "text/html", "user-agent": "portal-gate", ...sent?.headers };
  if (sent?.source) passOn(sent.source, request);
  else {
    if (sent && sent.body.length > 0) request.push(sent.body);
    request.push(null);
  }
  const response = new ServerResponse(request);
  const chunks: Buffer[] = [];
  const collect = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === "string")
      chunks.push(Buffer.from(chunk, typeof encoding === "string" ? toEncoding(encoding) : "utf8"));
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
  };
  const done = new Promise<void>((resolve) => {
    Object.assign(response, {
      flushHeaders() {},
      writeHead(status: number, ...rest: unknown[]) {
        response.statusCode = status;
        const headers = rest.find(
          (value): value is Record<string, string> => typeof value === "object" && value !== null,
        );
        for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
        return response;
      },
      write(chunk: unknown, ...rest: unknown[]) {
        collect(chunk, rest[0]);
        callBack(rest);
        return true;
      },
      end(chunk: unknown, ...rest: unknown[]) {
        if (typeof chunk !== "function") collect(chunk, rest[0]);
        response.emit("finish");
        response.emit("close");
        callBack([chunk, ...rest]);
        resolve();
        return response;
      },
    });
  });
  await Promise.race([handle(request, response).then(() => done), done]);
  const { "set-cookie": cookies, ...rest } = response.getHeaders();
  const headers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  return {
    status: response.statusCode,
    headers,
    cookies: cookies === undefined ? [] : [cookies].flat().map(String),
    body: Buffer.concat(chunks),
  };
}

/** What is longer than its limit ends early, as if the line had been lost; the gate counts too, and says so. */
function passOn({ stream, limit }: { stream: Readable; limit: number }, request: IncomingMessage): void {
  let length = 0;
  let isOver = false;
  const end = (error?: Error) => {
    if (isOver) return;
    isOver = true;
    // Nobody need be listening: the answer may have been given before the end.
    request.on("error", () => {});
    if (error) request.destroy(error);
    else request.push(null);
  };
  request._read = () => void stream.resume();
  stream.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length > limit) end(new Error("longer than allowed"));
    if (!isOver && !request.push(chunk)) stream.pause();
  });
  stream.on("end", () => end());
  stream.on("error", (error) => end(error));
  stream.on("close", () => end(new Error("the line was lost")));
}

function toEncoding(name: string): BufferEncoding {
  return Buffer.isEncoding(name) ? name : "utf8";
}

function callBack(values: unknown[]): void {
  const callback = values.find((value) => typeof value === "function");
  if (typeof callback === "function") queueMicrotask(() => callback());
}
