import { open, rm, stat } from "node:fs/promises";
import { DiskFullError, isDiskFull } from "@/lib/core/storage/types";

/** More came than was said. */
export class TooLongError extends Error {}

/** Who writes to a file now. One process receives a file at a time; a second sender takes over from a first that hangs. */
const writers = new Map<string, AbortController>();

/**
 * Writes what comes behind what a file has already, a piece at a time. What was written before the line was lost stays.
 *
 * @param offset where the first byte belongs: the length that the file has
 * @param limit  length that the file may reach, bytes
 * @returns      its length afterwards; null when the file does not end where the sender thinks
 * @throws TooLongError, DiskFullError; what the source throws when the line is lost
 */
export async function receive(
  file: string,
  { offset, limit, source }: { offset: number; limit: number; source: AsyncIterable<Uint8Array> },
): Promise<number | null> {
  writers.get(file)?.abort();
  const own = new AbortController();
  writers.set(file, own);
  try {
    if ((await lengthOf(file)) !== offset) return null;
    const handle = await open(file, offset === 0 ? "w" : "r+", 0o600);
    let at = offset;
    try {
      for await (const chunk of source) {
        if (own.signal.aborted) break;
        if (at + chunk.length > limit) throw new TooLongError();
        for (let done = 0; done < chunk.length; ) {
          const { bytesWritten } = await handle.write(chunk, done, chunk.length - done, at + done);
          done += bytesWritten;
        }
        at += chunk.length;
      }
    } finally {
      await handle.close();
    }
    return at;
  } catch (error) {
    if (isDiskFull(error)) throw new DiskFullError();
    // What our own disk says has a system call in it; all else is the line, and what came before it broke counts.
    if (error instanceof TooLongError || (error instanceof Error && "syscall" in error && "path" in error)) throw error;
    return lengthOf(file);
  } finally {
    if (writers.get(file) === own) writers.delete(file);
  }
}

/** @returns 0 for a file that is not there */
export async function lengthOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}

export async function forget(file: string): Promise<void> {
  await rm(file, { force: true });
}
