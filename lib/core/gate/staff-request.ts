import type { IncomingMessage } from "node:http";
import { env, siteUrl } from "@/lib/core/env";
import { takesFiles } from "@/lib/core/gate/address";
import type { Sent } from "@/lib/core/gate/capture";

const mebibyte = 1024 * 1024;
/** The longest form, bytes: many times the longest record. */
const longestBody = 2 * mebibyte;
/** The longest form with files, and the longest piece of a file: read as they come, never held. */
const longestWithFiles = { form: 300 * mebibyte, list: 20 * mebibyte + 65_536, piece: 16 * mebibyte };

/** Headers of the reader that staff pages may see. All others are ours or nobody's. */
const passedHeaders = ["cookie", "content-type", "user-agent", "accept-language", "if-none-match"] as const;

/** Header by which pages learn where a request came from. One that a reader sends is never passed on. */
export const clientHeader = "x-portal-client";

type Read = { sent: Sent } | { refused: 403 | 413 };

/**
 * A request for the staff area as the framework may see it.
 *
 * @returns 403 for a form that another site sent, 413 for one that is too long
 */
export async function readStaffRequest(request: IncomingMessage): Promise<Read> {
  const method = request.method ?? "GET";
  const headers = headersForPages(request);
  if (method !== "POST" && method !== "PATCH") return { sent: { method, headers, body: Buffer.alloc(0) } };
  const files = takesFiles(request.url?.split("?", 1)[0] ?? "");
  if (files) return readFiles(request, files, { method, headers });
  const type = request.headers["content-type"] ?? "";
  const isForm = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)(?:;|$)/i.test(type);
  if (!isForm || !isOwnOrigin(request)) {
    request.resume();
    return { refused: 403 };
  }
  const body = await readBody(request);
  if (!body) return { refused: 413 };
  return { sent: { method, headers: { ...headers, "content-length": String(body.length) }, body } };
}

/** What of a reader's headers the framework may see. */
export function headersForPages(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = { [clientHeader]: clientOf(request) };
  for (const name of passedHeaders) {
    const value = request.headers[name];
    if (typeof value === "string") headers[name] = value;
  }
  return headers;
}

/** Files pass as they come; what says that it is too long is refused before, what says nothing is counted on the way. */
function readFiles(
  request: IncomingMessage,
  kind: "form" | "list" | "piece",
  { method, headers }: { method: string; headers: Record<string, string> },
): Read {
  const type = request.headers["content-type"] ?? "";
  const isForm = kind !== "piece";
  const wanted = isForm ? /^multipart\/form-data;/i : /^application\/offset\+octet-stream$/;
  const limit = longestWithFiles[kind];
  const isFitting = wanted.test(type) && method === (isForm ? "POST" : "PATCH");
  const isTooLong = Number(request.headers["content-length"] ?? 0) > limit;
  if (!isFitting || !isOwnOrigin(request)) {
    request.resume();
    return { refused: 403 };
  }
  if (isTooLong) {
    request.resume();
    return { refused: 413 };
  }
  const offset = request.headers["upload-offset"];
  if (typeof offset === "string") headers["upload-offset"] = offset;
  return { sent: { method, headers, body: Buffer.alloc(0), source: { stream: request, limit } } };
}

/** Browsers name the page that a form is on. What names none is taken only if the browser says it is the same site. */
function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const { origin } = headers;
  if (origin === undefined) return headers["sec-fetch-site"] === "same-origin";
  if (origin === siteUrl()) return true;
  const host = headers.host ?? "";
  return env().SITE_URL === undefined && (origin === `http://${host}` || origin === `https://${host}`);
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > longestBody) {
    request.resume();
    return null;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    // What is too long is read to its end, so that the answer arrives, but not kept.
    if (length <= longestBody) chunks.push(chunk);
  }
  return length <= longestBody ? Buffer.concat(chunks) : null;
}

/**
 * The address that a request came from. A proxy on this machine, or one that the settings name, is believed about whom it
 * speaks for; what anybody else writes into that header is not.
 */
function clientOf(request: IncomingMessage): string {
  const direct = (request.socket.remoteAddress ?? "").replace(/^::ffff:/, "");
  const isProxy = /^(?:127\.|::1$)/.test(direct) || env().TRUSTED_PROXIES.includes(direct);
  if (!isProxy) return direct;
  const told =
    String(request.headers["x-forwarded-for"] ?? "")
      .split(",")
      .at(-1)
      ?.trim() ?? "";
  return /^[0-9a-f.:]{3,45}$/i.test(told) ? told : direct;
}
