import "server-only";
import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { storage, uploadFolder } from "@/lib/core/storage/storage";
import { db } from "@/lib/db/client";

const dayMs = 24 * 3600 * 1000;

/** How long a broken upload can be gone on with. */
export const uploadKeptMs = dayMs;
const noteKeptMs = 7 * dayMs;

/**
 * Removes what nobody needs: uploads that nobody went on with for a day, words about finished ones after a week, and files
 * without a row, which a crash between the two leaves. A file younger than a day is left alone: its row may be on its way.
 *
 * @param now by the clock of the machine, as files have it
 * @returns   how many files went
 */
export async function sweepFiles(now: Date): Promise<number> {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await db().upload.deleteMany({ where: { state: "receiving", updatedAt: { lt: before(uploadKeptMs) } } });
  await db().upload.deleteMany({
    where: { state: { in: ["ready", "duplicate", "refused"] }, updatedAt: { lt: before(noteKeptMs) } },
  });
  return (await sweepFolder(before(uploadKeptMs))) + (await sweepStore(before(dayMs)));
}

/** Bytes of uploads whose row is gone, and folders of preparations that died. */
async function sweepFolder(before: Date): Promise<number> {
  const names = await readdir(uploadFolder()).catch(() => []);
  let gone = 0;
  for (const name of names) {
    const file = path.join(uploadFolder(), name);
    const known = await stat(file).catch(() => null);
    if (!known || known.mtime >= before) continue;
    const [, id] = /^([0-9a-f-]{36})\.part$/.exec(name) ?? [];
    if (id && (await db().upload.count({ where: { id, state: "receiving" } })) > 0) continue;
    await rm(file, { recursive: true, force: true });
    gone += 1;
  }
  return gone;
}

/** Files in the store that no row names. */
async function sweepStore(before: Date): Promise<number> {
  let gone = 0;
  for (const prefix of ["media/", "incoming/"]) {
    for await (const { key, writtenAt } of storage().list(prefix)) {
      if (writtenAt >= before) continue;
      const storageKey = key.split("/")[1] ?? "";
      const [assets, waiting] = await Promise.all([
        prefix === "media/" ? db().mediaAsset.count({ where: { storageKey } }) : 0,
        db().upload.count({ where: { storageKey, state: "waiting" } }),
      ]);
      if (assets + waiting > 0) continue;
      await storage().delete(key);
      gone += 1;
    }
  }
  return gone;
}
