import "server-only";
import { Readable } from "node:stream";
import { lengthHeader } from "@/lib/core/gate/headers";
import { storage } from "@/lib/core/storage/storage";
import { documentKey, pictureKey } from "@/lib/media/rules";

/** An address stands for one content for ever: a replaced file has another. */
const forEver = "public, max-age=31536000, immutable";

type Picture = { storageKey: string; width: number; isPublic: boolean };

/** A size of a picture, as it lies in the store; 304 to somebody who has it. */
export async function sendPicture({ storageKey, width, isPublic }: Picture, request: Request): Promise<Response> {
  return send(pictureKey(storageKey, width), request, { "content-type": "image/webp" }, isPublic);
}

/** A document, to be saved: what a reader's program does with it happens outside of the portal. */
export async function sendDocument(
  { storageKey, fileName, isPublic }: { storageKey: string; fileName: string; isPublic: boolean },
  request: Request,
): Promise<Response> {
  const headers = { "content-type": "application/pdf", "content-disposition": disposition(fileName) };
  return send(documentKey(storageKey), request, headers, isPublic);
}

async function send(
  key: string,
  request: Request,
  headers: Record<string, string>,
  isPublic: boolean,
): Promise<Response> {
  const etag = `"${key.replace(/\W/g, "-")}"`;
  // The proxy in front asks again after a minute, so that what was withdrawn goes from there too.
  const caching: Record<string, string> = isPublic ? { "x-accel-expires": "60", "cache-control": forEver, etag } : {};
  if (isPublic && request.headers.get("if-none-match")?.includes(etag)) {
    return new Response(null, { status: 304, headers: caching });
  }
  const file = await storage().get(key);
  if (!file) return new Response(null, { status: 404 });
  const body = Readable.toWeb(file.stream) as ReadableStream<Uint8Array>;
  return new Response(body, { headers: { ...headers, ...caching, [lengthHeader]: String(file.byteSize) } });
}

/**
 * The header that names a download, for old readers in letters and digits, for all others as it is called.
 *
 * @source RFC 6266, RFC 8187
 */
export function disposition(fileName: string): string {
  const plain = fileName.replace(/[^A-Za-z0-9._ -]/g, "_");
  const whole = encodeURIComponent(fileName).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
