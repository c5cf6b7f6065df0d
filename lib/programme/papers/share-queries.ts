import "server-only";
import { db } from "@/lib/db/client";
import type { Share } from "@/lib/programme/share/share-queries";
import { readVersions, viewProgrammes } from "@/lib/programme/share-queries";
import type { Programme } from "@/lib/programme/types";

/** All versions that were sent out, as the holder of a link may see them, the oldest first. */
export async function readSharedVersions({ head, viewer }: Pick<Share, "head" | "viewer">): Promise<Programme[]> {
  const tx = db();
  return viewProgrammes(tx, head, await readVersions(tx, head.id), viewer);
}
