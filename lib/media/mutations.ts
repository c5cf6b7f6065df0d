import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { allListTags } from "@/lib/core/cache-tags";
import { storage } from "@/lib/core/storage/storage";
import { tagChannel } from "@/lib/core/tag-clock";
import { db } from "@/lib/db/client";
import { deleteFiles } from "@/lib/media/preparation/mutations";
import { waitingKey } from "@/lib/media/rules";

type Deleted = { status: "deleted"; tags: readonly string[] } | { status: "absent" | "in_use" | "is_proof" };

/**
 * Removes a file for good: first its rows, then its bytes; what a crash leaves of the bytes goes with the next sweep.
 *
 * @param withPlaces also takes it from the records that show it
 */
export async function deleteMedia(actor: Actor, id: string, withPlaces: boolean): Promise<Deleted> {
  const gone = await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM record WHERE id = ${id}::uuid FOR UPDATE`;
    const asset = await tx.mediaAsset.findUnique({
      where: { id },
      include: {
        record: { select: { id: true, kind: true, regionId: true, state: true } },
        uploads: { select: { storageKey: true } },
        _count: { select: { uses: true, steps: true } },
      },
    });
    if (!asset) return null;
    const { record, _count } = asset;
    const mayRemove = can(actor, "publish", record) || (record.state === "draft" && can(actor, "edit", record));
    if (!mayRemove) return null;
    // The history of an outcome never changes: what proves a step of it stays.
    if (_count.steps > 0) return "is_proof" as const;
    if (_count.uses > 0 && !withPlaces) return "in_use" as const;
    await tx.mediaUse.deleteMany({ where: { assetId: id } });
    await writeAudit(tx, actor, {
      action: "media.delete",
      record: { ...record, label: asset.fileName },
      detail: { places: String(_count.uses) },
    });
    await tx.record.delete({ where: { id }, select: { id: true } });
    await tx.$executeRaw`SELECT pg_notify(${tagChannel}, ${JSON.stringify(allListTags)})::text`;
    return asset;
  });
  if (gone === null) return { status: "absent" };
  if (typeof gone === "string") return { status: gone };
  await deleteFiles(gone);
  for (const { storageKey } of gone.uploads) if (storageKey) await storage().delete(waitingKey(storageKey));
  return { status: "deleted", tags: allListTags };
}
