import type { Readable } from "node:stream";

/** What the store knows of a file: its length, and when it was written. */
export type StoredFile = { key: string; byteSize: number; writtenAt: Date };

/**
 * Where files of the library lie. Keys are made by us: lower-case letters, digits, points and slashes. A file is there whole
 * or not at all; writing a key again replaces it.
 */
export type FileStore = {
  /**
   * @param file  path of a file on this machine
   * @throws DiskFullError when there is no room left; the store then holds nothing of it
   */
  put(key: string, file: string, mimeType: string): Promise<void>;
  /** @returns null where there is none; the stream ends early when the file is cut short */
  get(key: string): Promise<{ stream: Readable; byteSize: number } | null>;
  stat(key: string): Promise<StoredFile | null>;
  /** No error where there is none. */
  delete(key: string): Promise<void>;
  /** All files whose key begins so. */
  list(prefix: string): AsyncIterable<StoredFile>;
};

/** There is no room for a file. */
export class DiskFullError extends Error {
  constructor() {
    super("no room left for files");
    this.name = "DiskFullError";
  }
}

/** Does an error of the file system or of the network say that there is no room? */
export function isDiskFull(error: unknown): boolean {
  if (error instanceof DiskFullError) return true;
  const code: unknown = typeof error === "object" && error !== null ? Reflect.get(error, "code") : null;
  return code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
}

/** @throws Error for a key that we did not make */
export function requireKey(key: string): void {
  if (!/^[a-z0-9]+(?:[/.-][a-z0-9]+)*$/.test(key) || key.length > 200) throw new Error(`no key of ours: ${key}`);
}
