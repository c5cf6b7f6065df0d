import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import { cacheState, expireTags, hasExpired } from "@/lib/core/cache-state";

type Context = { kind?: string; tags?: string[]; softTags?: string[] };
type Value = {
  kind?: string;
  status?: number;
  html?: string;
  rscData?: Buffer;
  segmentData?: Map<string, Buffer>;
  body?: Buffer;
  headers?: Record<string, string | string[] | undefined>;
  tags?: string[];
  data?: { body?: string };
};

/**
 * The framework's cache of pages and query answers, in memory: nothing is written to disk, so that random addresses
 * cannot fill it, and a missing page is never kept. Named in next.config.ts.
 */
export default class CacheHandler {
  async get(key: string, context: Context = {}) {
    const { entries, trace } = cacheState();
    const entry = entries.get(key);
    if (!entry) return null;
    const tags = [...entry.tags, ...(context.tags ?? []), ...(context.softTags ?? [])];
    if (hasExpired(tags, entry.lastModified)) {
      entries.delete(key);
      return null;
    }
    if (context.kind === "APP_PAGE") {
      const page = trace.getStore();
      if (page) page.tags = entry.tags;
    }
    return { value: unpack(entry.value), lastModified: entry.lastModified };
  }

  async set(key: string, value: Value | null, context: Context = {}) {
    const { entries, trace } = cacheState();
    if (value === null) {
      entries.delete(key);
      return;
    }
    if (value.status !== undefined && value.status >= 400) return;
    // Dated by the start of its request: what changed while it was drawn may be missing in it.
    const page = trace.getStore();
    const lastModified = page?.startedAt ?? Date.now();
    const tags = tagsOf(value, context);
    const packed = await pack(value);
    entries.set(key, { value: packed, lastModified, tags, bytes: sizeOf(packed) });
    // Known with the first drawing, so that the gate keeps its bytes at once.
    if (page && value.kind === "APP_PAGE") page.tags ??= tags;
  }

  async revalidateTag(tags: string | string[]) {
    const list = [tags].flat();
    expireTags(list);
    await cacheState().announce?.(list);
  }

  resetRequestCache() {}
}

function tagsOf(value: Value, context: Context): string[] {
  if (value.kind === "FETCH") return value.tags ?? context.tags ?? [];
  return String(value.headers?.["x-next-cache-tags"] ?? "")
    .split(",")
    .filter(Boolean);
}

/** A value as it lies in memory: its long text compressed, which is a tenth of it. */
type Packed = Omit<Value, "rscData" | "segmentData"> & { packedHtml?: Buffer; packedBody?: Buffer };

const toGzip = promisify(gzip);
const worthPacking = 4096;

/** What the framework's own scripts would fetch, the page and its parts as data, is left out: no public page has such scripts. */
async function pack({ rscData: _, segmentData: __, ...value }: Value): Promise<Packed> {
  const packed: Packed = { ...value };
  if (value.html && value.html.length >= worthPacking) {
    packed.packedHtml = await toGzip(value.html, { level: 4 });
    delete packed.html;
  }
  const body = value.data?.body;
  if (body && body.length >= worthPacking) {
    packed.packedBody = await toGzip(body, { level: 4 });
    packed.data = { ...value.data, body: "" };
  }
  return packed;
}

function isPacked(value: unknown): value is Packed {
  return typeof value === "object" && value !== null && ("packedHtml" in value || "packedBody" in value);
}

function unpack(kept: unknown): unknown {
  if (!isPacked(kept)) return kept;
  const { packedHtml, packedBody, ...value } = kept;
  return {
    ...value,
    ...(packedHtml ? { html: gunzipSync(packedHtml).toString("utf8") } : {}),
    ...(packedBody ? { data: { ...value.data, body: gunzipSync(packedBody).toString("utf8") } } : {}),
  };
}

function sizeOf(value: Packed): number {
  const text = (value.html?.length ?? 0) + (value.data?.body?.length ?? 0);
  const packed = (value.packedHtml?.length ?? 0) + (value.packedBody?.length ?? 0);
  return text * 2 + packed + (value.body?.length ?? 0) + 1024;
}
