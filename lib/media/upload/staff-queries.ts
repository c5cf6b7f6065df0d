import "server-only";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { toRefusal } from "@/lib/media/upload/schema";
import type { UploadView } from "@/lib/media/upload/types";

const select = {
  id: true,
  fileName: true,
  byteSize: true,
  state: true,
  reason: true,
  assetId: true,
  replaces: true,
} as const;

/** An upload of this actor's own: nobody sees those of others. */
export async function getUpload(actor: Pick<Actor, "id">, id: string): Promise<UploadView | null> {
  const row = await db().upload.findFirst({ where: { id, staffId: actor.id }, select });
  return row && { ...row, reason: toRefusal(row.reason) };
}

/** What this actor chose together, in its order. */
export async function listBatch(actor: Pick<Actor, "id">, batchId: string): Promise<UploadView[]> {
  const rows = await db().upload.findMany({
    where: { batchId, staffId: actor.id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: 200,
    select,
  });
  return rows.map((row) => ({ ...row, reason: toRefusal(row.reason) }));
}

/** How the last file of an asset came along: whether one is being prepared, or why one could not be. */
export async function readLastUpload(assetId: string): Promise<UploadView | null> {
  const row = await db().upload.findFirst({
    where: { assetId, state: { in: ["waiting", "refused", "ready"] } },
    orderBy: { createdAt: "desc" },
    select,
  });
  return row && { ...row, reason: toRefusal(row.reason) };
}
