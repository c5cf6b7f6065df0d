import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises";
import path from "node:path";
import { DiskFullError, type FileStore, isDiskFull, requireKey, type StoredFile } from "@/lib/core/storage/types";

/** Files under way: never listed, and gone with the next sweep when their writer died. */
const underWay = ".part-";

/** Files in a folder of this machine. */
export function localStore(folder: string): FileStore {
  const fileOf = (key: string) => {
    requireKey(key);
    return path.join(folder, key);
  };
  return {
    async put(key, file) {
      const target = fileOf(key);
      const draft = `${target}${underWay}${randomUUID()}`;
      await mkdir(path.dirname(target), { recursive: true });
      try {
        await copyFile(file, draft);
        // What is in the place of the file after a crash is whole: first the bytes, then the name.
        const handle = await open(draft, "r+");
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(draft, target);
      } catch (error) {
        await rm(draft, { force: true });
        throw isDiskFull(error) ? new DiskFullError() : error;
      }
    },
    async get(key) {
      const file = fileOf(key);
      const known = await statOf(file);
      return known && { stream: createReadStream(file), byteSize: known.size };
    },
    async stat(key) {
      const known = await statOf(fileOf(key));
      return known && { key, byteSize: known.size, writtenAt: known.mtime };
    },
    async delete(key) {
      const file = fileOf(key);
      await rm(file, { force: true });
      // The folder of the last file goes too; one that holds others stays.
      await rmdir(path.dirname(file)).catch(() => {});
    },
    async *list(prefix) {
      yield* listFolder(folder, prefix);
    },
  };
}

async function* listFolder(root: string, prefix: string): AsyncIterable<StoredFile> {
  const start = path.join(root, prefix.slice(0, prefix.lastIndexOf("/") + 1));
  const entries = await readdir(start, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const key = path.relative(root, file).split(path.sep).join("/");
    if (!key.startsWith(prefix)) continue;
    const known = await statOf(file);
    if (known && entry.name.includes(underWay)) {
      if (Date.now() - known.mtimeMs > 24 * 3600 * 1000) await rm(file, { force: true });
      continue;
    }
    if (known) yield { key, byteSize: known.size, writtenAt: known.mtime };
  }
}

async function statOf(file: string) {
  const known = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return null;
    throw error;
  });
  return known?.isFile() ? known : null;
}
