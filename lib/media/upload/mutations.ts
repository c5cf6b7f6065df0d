import "server-only";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { writeAudit } from "@/lib/audit/mutations";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { type Inspected, inspectFile } from "@/lib/core/files/inspect";
import { type FileRefusal, mimeTypes, refuseByName } from "@/lib/core/files/kind";
import { forget, lengthOf, receive, TooLongError } from "@/lib/core/files/receive";
import { newId, newStorageKey } from "@/lib/core/ids";
import { storage, uploadFolder } from "@/lib/core/storage/storage";
import { DiskFullError } from "@/lib/core/storage/types";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { waitingKey } from "@/lib/media/rules";
import type { NewUpload, UploadRefusal } from "@/lib/media/upload/types";

/** Files of one person that may be on their way at once: more are no work but an attack, or a loop. */
export const mostUnderWay = 500;

type Begun = { id: string } | { refused: UploadRefusal };

/**
 * Makes room for a file that will come. Refuses by right, name and declared length before a byte of it was sent.
 *
 * @param wish regionId counts for a new asset only
 */
export async function beginUpload(actor: Actor, wish: NewUpload): Promise<Begun> {
  const { batchId, fileName, byteSize } = wish;
  const target = await findTarget(actor, wish);
  if (!target) return { refused: "not_allowed" };
  const refused = refuseByName(fileName, byteSize);
  if (refused) return { refused };
  const underWay = await db().upload.count({ where: { staffId: actor.id, state: "receiving" } });
  if (underWay >= mostUnderWay) return { refused: "too_many" };
  const id = newId();
  const { regionId, assetId } = target;
  await db().upload.create({
    data: { id, staffId: actor.id, batchId, fileName, byteSize, regionId, assetId, replaces: assetId !== null },
    select: { id: true },
  });
  return { id };
}

/** Where the file may go: into a region, or in the place of an asset's file. */
async function findTarget(actor: Actor, { regionId, assetId }: Pick<NewUpload, "regionId" | "assetId">) {
  if (assetId === null) {
    return can(actor, "create", { id: "", kind: "media", regionId }) ? { regionId, assetId: null } : null;
  }
  const record = await db().record.findFirst({
    where: { id: assetId, kind: "media" },
    select: { id: true, kind: true, regionId: true, state: true },
  });
  // A new file of what is public is public at once, so it takes the right to publish.
  const permission = record?.state === "published" ? "publish" : "edit";
  return record && can(actor, permission, record) ? { regionId: record.regionId, assetId } : null;
}

/** Keeps a word about a file that was refused before it came, so that the page can say why. */
export async function noteRefusal(
  actor: Actor,
  { batchId, fileName }: Pick<NewUpload, "batchId" | "fileName">,
  reason: UploadRefusal,
): Promise<void> {
  await db().upload.create({
    data: { id: newId(), staffId: actor.id, batchId, fileName, byteSize: 1, state: "refused", reason },
    select: { id: true },
  });
}

function fileOf(id: string): string {
  return path.join(uploadFolder(), `${id}.part`);
}

/** How much of a file is here, bytes. */
export function receivedOf(id: string): Promise<number> {
  return lengthOf(fileOf(id));
}

type Received = { offset: number } | { refused: UploadRefusal } | { isOff: true };

/**
 * Takes more of a file. What was received before the line was lost stays, and the sender goes on from there.
 *
 * @returns isOff: the file does not end where the sender thinks
 */
export async function receiveMore(
  { id, byteSize }: { id: string; byteSize: number },
  offset: number,
  source: AsyncIterable<Uint8Array>,
): Promise<Received> {
  try {
    await mkdir(uploadFolder(), { recursive: true });
    const length = await receive(fileOf(id), { offset, limit: byteSize, source });
    return length === null ? { isOff: true } : { offset: length };
  } catch (error) {
    if (error instanceof TooLongError) return { refused: await refuse(id, "too_big") };
    if (error instanceof DiskFullError) return { refused: await refuse(id, "disk_full") };
    throw error;
  }
}

/** Ends an upload without a trace of its bytes. */
export async function refuse(id: string, reason: UploadRefusal): Promise<UploadRefusal> {
  await forget(fileOf(id));
  await db().upload.updateMany({ where: { id, state: "receiving" }, data: { state: "refused", reason } });
  return reason;
}

/** The length that a plain form's file turned out to have. */
export async function setLength(id: string, byteSize: number): Promise<void> {
  await db().upload.updateMany({ where: { id, state: "receiving" }, data: { byteSize } });
}

/**
 * Takes a whole file into the library, once, however often it is called: first its bytes go to the store, then the rows are
 * written together. A crash in between leaves bytes without a row, which a job removes, and never a row without bytes.
 */
export async function finishUpload(actor: Actor, id: string): Promise<void> {
  const upload = await db().upload.findFirst({ where: { id, staffId: actor.id, state: "receiving" } });
  if (!upload) return;
  const file = fileOf(id);
  const found = await inspectFile(file, upload.fileName).catch(missing);
  if (found === null) return;
  if ("refused" in found) {
    await refuse(id, found.refused);
    return;
  }
  const storageKey = newStorageKey();
  try {
    await storage().put(waitingKey(storageKey), file, mimeTypes[found.kind]);
  } catch (error) {
    if (isGone(error)) return;
    if (!(error instanceof DiskFullError)) throw error;
    await refuse(id, "disk_full");
    return;
  }
  const isTaken = await db().$transaction((tx) => takeIn(tx, actor, { id, storageKey, found }));
  if (!isTaken) await storage().delete(waitingKey(storageKey));
  await forget(file);
}

function missing(error: unknown): null {
  if (isGone(error)) return null;
  throw error;
}

/** Another process finished it meanwhile, and took its bytes away. */
function isGone(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

type Good = Exclude<Inspected, { refused: FileRefusal }>;

/** @returns false when there was nothing left to do, or the same file is known */
async function takeIn(
  tx: Tx,
  actor: Actor,
  { id, storageKey, found }: { id: string; storageKey: string; found: Good },
): Promise<boolean> {
  await tx.$queryRaw`SELECT 1 FROM upload WHERE id = ${id}::uuid FOR UPDATE`;
  const upload = await tx.upload.findFirst({ where: { id, state: "receiving" } });
  if (!upload) return false;
  const target = await findTargetNow(tx, actor, upload);
  if (!target) {
    await tx.upload.update({ where: { id }, data: { state: "refused", reason: "not_allowed", assetId: null } });
    return false;
  }
  const sha256 = Uint8Array.from(found.sha256);
  const { regionId, fileName } = upload;
  // Two of the same at once: the second waits here, and then finds the first.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${found.sha256.toString("hex")}, 0))`;
  const same = await tx.mediaAsset.findFirst({
    where: { sha256, record: { regionId } },
    select: { id: true },
  });
  if (same) {
    await tx.upload.update({ where: { id }, data: { state: "duplicate", assetId: same.id, sha256 } });
    return false;
  }
  const mimeType = mimeTypes[found.kind];
  const kind = found.kind === "pdf" ? "document" : "image";
  const assetId = upload.assetId ?? id;
  if (upload.assetId === null) {
    const record = { id: assetId, kind: "media", regionId } as const;
    await tx.record.create({ data: { ...record, sourceLocale: "ru" }, select: { id: true } });
    const byteSize = found.byteSize;
    await tx.mediaAsset.create({
      data: { id: assetId, kind, fileName, mimeType, byteSize, sha256, storageKey, variants: [] },
      select: { id: true },
    });
    await writeAudit(tx, actor, { action: "media.upload", record: { ...record, label: fileName } });
  } else {
    if (target.kind !== kind) {
      await tx.upload.update({ where: { id }, data: { state: "refused", reason: "name_differs" } });
      return false;
    }
    const record = { id: assetId, kind: "media", regionId, label: fileName } as const;
    await writeAudit(tx, actor, { action: "media.replace", record, detail: { fileName } });
  }
  await tx.upload.update({
    where: { id },
    data: { state: "waiting", assetId, mimeType, sha256, storageKey, byteSize: found.byteSize },
    select: { id: true },
  });
  return true;
}

/** Rights may have changed since the file began to come. */
async function findTargetNow(
  tx: Tx,
  actor: Actor,
  { regionId, assetId }: { regionId: string | null; assetId: string | null },
) {
  if (assetId === null) return can(actor, "create", { id: "", kind: "media", regionId }) ? { kind: null } : null;
  const asset = await tx.mediaAsset.findFirst({
    where: { id: assetId },
    select: { kind: true, record: { select: { id: true, kind: true, regionId: true, state: true } } },
  });
  const permission = asset?.record.state === "published" ? "publish" : "edit";
  return asset && can(actor, permission, asset.record) ? { kind: asset.kind } : null;
}
