import path from "node:path";
import { env } from "@/lib/core/env";
import { localStore } from "@/lib/core/storage/local";
import { s3Store } from "@/lib/core/storage/s3";
import type { FileStore } from "@/lib/core/storage/types";

let made: FileStore | undefined;

/** The store of this portal: S3_URL, or the folder `files` of DATA_DIR. */
export function storage(): FileStore {
  const { S3_URL, DATA_DIR } = env();
  made ??= S3_URL ? s3Store(S3_URL) : localStore(path.resolve(DATA_DIR, "files"));
  return made;
}

/** Folder of this machine for files that are being received. */
export function uploadFolder(): string {
  return path.resolve(env().DATA_DIR, "uploads");
}

/** Takes another store; for tests. */
export function useStorage(store: FileStore | undefined): void {
  made = store;
}
