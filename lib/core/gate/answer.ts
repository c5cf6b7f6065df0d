import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gunzipSync, gzip } from "node:zlib";
import type { KeptAnswer } from "@/lib/core/cache-state";
import { securityHeaders } from "@/lib/core/gate/headers";

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/**
 * Finishes an answer: compressed forms, an ETag over the bytes, the security headers.
 *
 * @param isKept  worth the slow brotli, because it will be sent often; its plain form is let go
 */
export async function finishAnswer(input: {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  tags?: string[];
  isKept: boolean;
}): Promise<KeptAnswer> {
  const { body, status, isKept } = input;
  // Pictures and documents are packed already.
  const isPacked = /^(?:image\/(?:png|webp)|application\/(?:pdf|vnd\.openxmlformats-.*))$/.test(
    input.headers["content-type"] ?? "",
  );
  const [gzipped, brotli] = await Promise.all([
    isPacked ? null : toGzip(body, { level: isKept ? 9 : 5 }),
    isKept && !isPacked
      ? toBrotli(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: 10,
            [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
          },
        })
      : null,
  ]);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const headers = {
    ...securityHeaders,
    ...input.headers,
    vary: "accept-encoding",
    ...(status === 200 ? { etag } : {}),
  };
  const identity = isKept && gzipped ? null : body;
  return { status, headers, identity, gzip: gzipped, brotli, tags: input.tags ?? [], keptAt: Date.now() };
}

/** The smallest window, a power of two, that holds the whole body: from quality 10 on memory grows with the window. */
function windowFor(length: number): number {
  return Math.min(22, Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(length + 16))));
}

/**
 * Sends a finished answer in the best form that the reader takes; 304 if he has it, no body to a HEAD.
 *
 * @param id  number of the request, for the header x-request-id; none where the response has it already
 * @returns the length of the body that leaves, bytes
 */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  answer: KeptAnswer,
  id?: string,
): number {
  const own = id === undefined ? {} : { "x-request-id": id };
  const { etag } = answer.headers;
  if (etag && matches(request.headers["if-none-match"], etag)) {
    const { "content-type": _, ...headers } = answer.headers;
    response.writeHead(304, { ...headers, ...own }).end();
    return 0;
  }
  const form = bestForm(answer, request.headers["accept-encoding"]);
  const body = bodyOf(answer, form);
  // Most answers are kept ones that leave again and again, so their headers are written out once.
  if (id === undefined) response.writeHead(answer.status, headersOf(answer, form));
  else response.writeHead(answer.status, [...listOf(answer, form), "x-request-id", id]);
  if (request.method === "HEAD") {
    response.end();
    return 0;
  }
  response.end(body);
  return body.length;
}

type Form = "brotli" | "gzip" | "identity";

function headersOf(answer: KeptAnswer, form: Form): Record<string, string | number> {
  const encoding = form === "brotli" ? "br" : form === "gzip" ? "gzip" : "";
  return {
    ...answer.headers,
    ...(encoding ? { "content-encoding": encoding } : {}),
    "content-length": bodyOf(answer, form).length,
  };
}

/** An answer that has neither its plain form nor gzip does not come about. */
function bodyOf(answer: KeptAnswer, form: Form): Buffer {
  return answer[form] ?? answer.identity ?? gunzipSync(answer.gzip ?? Buffer.alloc(0));
}

const lists = new WeakMap<KeptAnswer, Partial<Record<Form, string[]>>>();

/** The headers as one list of names and values. */
function listOf(answer: KeptAnswer, form: Form): string[] {
  let known = lists.get(answer);
  if (!known) {
    known = {};
    lists.set(answer, known);
  }
  known[form] ??= Object.entries(headersOf(answer, form)).flatMap(([name, value]) => [name, String(value)]);
  return known[form];
}

/** What browsers send has few spellings; a reader with a thousand of his own only empties the list. */
const wishes = new Map<string, { br: boolean; gzip: boolean }>();
const mostWishes = 200;

function bestForm(answer: KeptAnswer, accepted: string | string[] | undefined): Form {
  const header = String(accepted ?? "");
  let wish = wishes.get(header);
  if (!wish) {
    wish = { br: accepts(header, "br"), gzip: accepts(header, "gzip") };
    if (wishes.size >= mostWishes) wishes.clear();
    if (header.length <= 200) wishes.set(header, wish);
  }
  if (answer.brotli && wish.br) return "brotli";
  // A picture has one form, whatever the reader takes.
  return answer.gzip && wish.gzip ? "gzip" : "identity";
}

/** Named and not refused by a quality of zero. */
function accepts(header: string, encoding: string): boolean {
  return header.split(",").some((part) => {
    const [name = "", ...rest] = part.trim().toLowerCase().split(";");
    return name.trim() === encoding && !rest.some((item) => /^\s*q=0(?:\.0*)?\s*$/.test(item));
  });
}

function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  return header.split(",").some((one) => one.trim().replace(/^W\//, "") === etag || one.trim() === "*");
}
