import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { localStore } from "@/lib/core/storage/local";
import { replacePlaces } from "@/lib/core/storage/storage";
import type { FileStore } from "@/lib/core/storage/types";
import { prepareNext } from "@/lib/media/preparation/mutations";
import { begin, goOn, type Progress } from "@/lib/media/upload/actions";
import type { UploadView } from "@/lib/media/upload/types";

/** A folder for the files of one test file, and the store in it. */
export function mediaFolder() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "media-"));
  const uploads = path.join(folder, "uploads");
  const take = (store: FileStore = localStore(path.join(folder, "files"))) => replacePlaces({ store, uploads });
  take();
  return {
    folder,
    /** another store for a while; without one the folder again */
    take,
    /** every file under the folder, by its path */
    list: () =>
      fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .sort(),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

export type Wish = { name: string; region?: string; asset?: string; size?: number; batch?: string };

/** Bytes as they come over a line. */
export async function* inPieces(bytes: Buffer, length = 256 * 1024): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

/** Begins an upload as an island does. */
export function beginOne(actor: Actor, bytes: Buffer, { name, region = "", asset = "", size, batch }: Wish) {
  return begin(actor, { batch: batch ?? newId(), region, asset, name, size: String(size ?? bytes.length) });
}

/** Sends a file whole. @returns how it ended; `reason` where it was not even begun */
export async function uploadOne(actor: Actor, bytes: Buffer, wish: Wish): Promise<UploadView | { reason: string }> {
  const begun = await beginOne(actor, bytes, wish);
  if ("refused" in begun) return { reason: begun.refused };
  const ended: Progress | null = await goOn(actor, begun.upload.id, { offset: 0, source: inPieces(bytes) });
  if (!ended) throw new Error("the upload is gone");
  return ended.upload;
}

/** Plays the worker until nothing waits. */
export async function prepareAll(): Promise<void> {
  while (await prepareNext());
}
