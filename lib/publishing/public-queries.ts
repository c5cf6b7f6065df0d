import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { allListTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import type { Kind } from "@/lib/db/generated/enums";

/** Where a record stands now whose address, or that of its region, was changed. */
export type Moved = { slug: string; region: string | null };

async function readMoved(kind: Kind, slug: string, region: string | null): Promise<Moved | null> {
  const now = (await slugAfter(kind, slug)) ?? slug;
  const regionNow = region === null ? null : ((await slugAfter("region", region)) ?? region);
  if (now === slug && regionNow === region) return null;
  const record = await db().record.findFirst({
    where: { kind, slug: now, state: "published" },
    select: { region: { select: { record: { select: { slug: true, state: true } } } } },
  });
  if (!record) return null;
  const own = record.region?.record;
  return { slug: now, region: own?.state === "published" ? own.slug : null };
}

async function slugAfter(kind: Kind, slug: string): Promise<string | null> {
  const row = await db().slugRedirect.findUnique({
    where: { kind_slug: { kind, slug } },
    select: { record: { select: { slug: true } } },
  });
  return row?.record.slug ?? null;
}

/**
 * Where an address that leads nowhere led once.
 *
 * @param region segment of the region in the address; null where it has none
 * @returns      null when nothing public ever stood there
 */
export const findMoved = cachedQuery("findMoved", readMoved, () => [...allListTags]);
