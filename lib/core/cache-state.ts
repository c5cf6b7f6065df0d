import { AsyncLocalStorage } from "node:async_hooks";
import { LRUCache } from "lru-cache";

/** One answer ready to be sent, with what it depends on. */
export type KeptAnswer = {
  status: number;
  headers: Record<string, string>;
  /** the body as it is; null: it lies here as gzip only, because nearly nobody wants it plain */
  identity: Buffer | null;
  gzip: Buffer | null;
  brotli: Buffer | null;
  tags: string[];
  keptAt: number;
  /** names the framework's bytes that it was made of: equal ones need not be worked over again */
  source?: string;
};

/** What the framework's cache says about the page of the request that is being answered. */
export type PageTrace = { id: string; startedAt: number; tags: string[] | null };

type CacheEntry = { value: unknown; lastModified: number; tags: string[]; bytes: number };

type CacheState = {
  entries: LRUCache<string, CacheEntry>;
  kept: LRUCache<string, KeptAnswer>;
  /** when each tag last expired, ms since 1970 */
  expiredAt: Map<string, number>;
  /** when all tags last expired, ms since 1970 */
  allExpiredAt: number;
  /** when any tag last expired, ms since 1970 */
  lastExpiryAt: number;
  /** tells the other processes; set by the server */
  announce: ((tags: readonly string[]) => Promise<void>) | null;
  trace: AsyncLocalStorage<PageTrace>;
};

declare global {
  var portalCache: CacheState | undefined;
}

const MiB = 1024 * 1024;

/**
 * The process's one cache: entries of the framework and finished bytes of the gate. Both live on `globalThis`,
 * because the server and the framework's cache handler are two bundles.
 */
export function cacheState(): CacheState {
  globalThis.portalCache ??= {
    entries: new LRUCache({ maxSize: 64 * MiB, sizeCalculation: (entry) => Math.max(1, entry.bytes) }),
    kept: new LRUCache({
      maxSize: 32 * MiB,
      sizeCalculation: (answer) =>
        (answer.identity?.length ?? 0) + (answer.gzip?.length ?? 0) + (answer.brotli?.length ?? 0) + 512,
    }),
    expiredAt: new Map(),
    allExpiredAt: Number.NEGATIVE_INFINITY,
    lastExpiryAt: Number.NEGATIVE_INFINITY,
    announce: null,
    trace: new AsyncLocalStorage(),
  };
  return globalThis.portalCache;
}

/** Did one of these tags expire at or after that moment? */
export function hasExpired(tags: readonly string[], since: number): boolean {
  const { expiredAt, allExpiredAt } = cacheState();
  return allExpiredAt >= since || tags.some((tag) => (expiredAt.get(tag) ?? Number.NEGATIVE_INFINITY) >= since);
}

/** From now on nothing kept or begun so far is served again: nobody knows what changed. */
export function expireEverything(at: number = Date.now()): void {
  const state = cacheState();
  state.allExpiredAt = Math.max(at, state.allExpiredAt);
  state.lastExpiryAt = Math.max(at, state.lastExpiryAt);
  state.entries.clear();
  state.kept.clear();
}

/** From now on nothing that depends on one of these tags is served again. */
export function expireTags(tags: readonly string[], at: number = Date.now()): void {
  const state = cacheState();
  if (tags.length > 0) state.lastExpiryAt = Math.max(at, state.lastExpiryAt);
  for (const tag of tags) state.expiredAt.set(tag, Math.max(at, state.expiredAt.get(tag) ?? 0));
  const expired = new Set(tags);
  for (const [key, answer] of state.kept.entries()) {
    if (answer.tags.some((tag) => expired.has(tag))) state.kept.delete(key);
  }
}
