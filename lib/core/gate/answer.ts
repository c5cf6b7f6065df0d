import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { KeptAnswer } from "@/lib/core/cache-state";
import { securityHeaders } from "@/lib/core/gate/headers";

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/**
 * Finishes an answer: compressed forms, an ETag over the bytes, the security headers.
 *
 * @param isKept  worth the slow brotli, because it will be sent often
 */
export async function finishAnswer(input: {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  tags?: string[];
  isKept: boolean;
}): Promise<KeptAnswer> {
  const { body, status, isKept } = input;
  // A picture is packed already.
  const isPacked = input.headers["content-type"] === "image/png";
  const [gzipped, brotli] = await Promise.all([
    isPacked ? null : toGzip(body, { level: isKept ? 9 : 5 }),
    isKept && !isPacked
      ? toBrotli(body, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
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
  return { status, headers, identity: body, gzip: gzipped, brotli, tags: input.tags ?? [], keptAt: Date.now() };
}

/**
 * Sends a finished answer in the best form that the reader takes; 304 if he has it, no body to a HEAD.
 *
 * @returns the length of the body that leaves, bytes
 */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: KeptAnswer): number {
  const { etag } = answer.headers;
  if (etag && matches(request.headers["if-none-match"], etag)) {
    const { "content-type": _, ...headers } = answer.headers;
    response.writeHead(304, headers).end();
    return 0;
  }
  const accepted = String(request.headers["accept-encoding"] ?? "");
  const [encoding, body] =
    answer.brotli && accepts(accepted, "br")
      ? ["br", answer.brotli]
      : answer.gzip && accepts(accepted, "gzip")
        ? ["gzip", answer.gzip]
        : ["", answer.identity];
  response.writeHead(answer.status, {
    ...answer.headers,
    ...(encoding ? { "content-encoding": encoding } : {}),
    "content-length": body.length,
  });
  if (request.method === "HEAD") {
    response.end();
    return 0;
  }
  response.end(body);
  return body.length;
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
