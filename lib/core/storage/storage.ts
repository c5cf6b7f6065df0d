import path from "node:path";
import { env } from "@/lib/core/env";
import { localStore } from "@/lib/core/storage/local";
import { s3Store } from "@/lib/core/storage/s3";
import type { FileStore } from "@/lib/core/storage/types";

/** Where files lie: those of the library, and those that are being received. */
type Places = { store: FileStore; uploads: string };

let places: Places | undefined;

function current(): Places {
  if (!places) {
    const { S3_URL, DATA_DIR } = env();
    const store = S3_URL ? s3Store(S3_URL) : localStore(path.resolve(DATA_DIR, "files"));
    places = { store, uploads: path.resolve(DATA_DIR, "uploads") };
  }
  return places;
}

/** The store of this portal: S3_URL, or the folder `files` of DATA_DIR. */
export function storage(): FileStore {
  return current().store;
}

/** Folder of this machine for files that are being received. */
export function uploadFolder(): string {
  return current().uploads;
}

/** Takes other places, whatever the settings say; for tests, which must never touch files of the portal. */
export function replacePlaces(other: Places): void {
  places = other;
}
