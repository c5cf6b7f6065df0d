import { cacheState, expireTags, hasExpired } from "@/lib/core/cache-state";

type Context = { kind?: string; tags?: string[]; softTags?: string[] };
type Value = {
  kind?: string;
  status?: number;
  html?: string;
  rscData?: Buffer;
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
    return { value: entry.value, lastModified: entry.lastModified };
  }

  async set(key: string, value: Value | null, context: Context = {}) {
    const { entries, trace } = cacheState();
    if (value === null) {
      entries.delete(key);
      return;
    }
    if (value.status !== undefined && value.status >= 400) return;
    // Dated by the start of its request: what changed while it was drawn may be missing in it.
    const lastModified = trace.getStore()?.startedAt ?? Date.now();
    entries.set(key, { value, lastModified, tags: tagsOf(value, context), bytes: sizeOf(value) });
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

function sizeOf(value: Value): number {
  const text = (value.html?.length ?? 0) + (value.data?.body?.length ?? 0);
  return text * 2 + (value.rscData?.length ?? 0) + (value.body?.length ?? 0) + 512;
}
