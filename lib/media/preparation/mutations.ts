import "server-only";
import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { allListTags } from "@/lib/core/cache-tags";
import { log } from "@/lib/core/log";
import { storage, uploadFolder } from "@/lib/core/storage/storage";
import { tagChannel } from "@/lib/core/tag-clock";
import { db } from "@/lib/db/client";
import { type DrawnSizes, drawSizes } from "@/lib/media/preparation/draw";
import { documentKey, pictureKey, waitingKey } from "@/lib/media/rules";

/** A file that ended its process so often is left alone. */
const mostAttempts = 3;

type Claimed = {
  id: string;
  asset_id: string;
  storage_key: string;
  mime_type: string;
  attempts: number;
};

/**
 * Prepares the file that waits longest: a picture is decoded and written anew in its sizes, without anything that the camera
 * or somebody else put beside the picture; a document is laid where it is served from. Claimed in the database, so that any
 * number of workers prepares each once; what a dead one left is taken up again after two minutes.
 *
 * @returns false when nothing waits
 */
export async function prepareNext(): Promise<boolean> {
  const [claimed] = await db().$queryRaw<Claimed[]>`
    UPDATE upload SET attempts = attempts + 1, updated_at = now() WHERE id = (
      SELECT id FROM upload WHERE state = 'waiting' AND (attempts = 0 OR updated_at < now() - interval '2 minutes')
      ORDER BY created_at FOR UPDATE SKIP LOCKED LIMIT 1
    ) RETURNING id, asset_id, storage_key, mime_type, attempts`;
  if (!claimed) return false;
  if (claimed.attempts > mostAttempts) {
    await giveUp(claimed);
    return true;
  }
  await mkdir(uploadFolder(), { recursive: true });
  const folder = await mkdtemp(path.join(uploadFolder(), "prepare-"));
  try {
    await prepare(claimed, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return true;
}

async function prepare(claimed: Claimed, folder: string): Promise<void> {
  const { storage_key: storageKey } = claimed;
  const original = path.join(folder, "original");
  const waiting = await storage().get(waitingKey(storageKey));
  if (!waiting) return giveUp(claimed);
  await pipeline(waiting.stream, createWriteStream(original));
  if (claimed.mime_type === "application/pdf") {
    await storage().put(documentKey(storageKey), original, claimed.mime_type);
    return putInForce(claimed, null);
  }
  const drawn = await drawSizes(original, folder);
  if (!drawn) return giveUp(claimed);
  for (const { width, file } of drawn.sizes) await storage().put(pictureKey(storageKey, width), file, "image/webp");
  await putInForce(claimed, drawn);
}

/** The new file takes the place of the old one at once, everywhere; the old address leads to the new. */
async function putInForce(claimed: Claimed, drawn: DrawnSizes | null): Promise<void> {
  const { id, asset_id: assetId, storage_key: storageKey } = claimed;
  const old = await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM record WHERE id = ${assetId}::uuid FOR UPDATE`;
    const upload = await tx.upload.findFirst({ where: { id, state: "waiting" } });
    const asset = await tx.mediaAsset.findUnique({ where: { id: assetId } });
    if (!upload || !asset || !upload.sha256) return null;
    const isReplaced = asset.storageKey !== storageKey;
    await tx.mediaAsset.update({
      where: { id: assetId },
      data: {
        storageKey,
        fileName: upload.fileName,
        byteSize: upload.byteSize,
        sha256: upload.sha256,
        mimeType: drawn ? "image/webp" : claimed.mime_type,
        readyAt: new Date(),
        ...(drawn ? { width: drawn.width, height: drawn.height, variants: drawn.sizes.map(({ width }) => width) } : {}),
      },
      select: { id: true },
    });
    if (isReplaced && asset.readyAt) {
      await tx.mediaFormerKey.create({ data: { storageKey: asset.storageKey, assetId }, select: { assetId: true } });
    }
    await tx.upload.update({ where: { id }, data: { state: "ready" }, select: { id: true } });
    await tx.$executeRaw`SELECT pg_notify(${tagChannel}, ${JSON.stringify(allListTags)})::text`;
    return isReplaced ? asset : null;
  });
  await storage().delete(waitingKey(storageKey));
  if (old) await deleteFiles(old);
}

/** The sizes of a picture, or a document, in the store. */
export async function deleteFiles(asset: { storageKey: string; kind: string; variants: number[] }): Promise<void> {
  const keys =
    asset.kind === "document"
      ? [documentKey(asset.storageKey)]
      : asset.variants.map((width) => pictureKey(asset.storageKey, width));
  for (const key of keys) await storage().delete(key);
}

async function giveUp({ id, storage_key: storageKey }: Claimed): Promise<void> {
  log.warn({ upload: id }, "a file could not be prepared");
  await db().upload.updateMany({ where: { id, state: "waiting" }, data: { state: "refused", reason: "broken" } });
  await storage().delete(waitingKey(storageKey));
}
