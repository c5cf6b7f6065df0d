import "server-only";
import { now } from "@/lib/core/dates";
import type { Tx } from "@/lib/db/table";

/** A colleague counts as present for this long after he last opened or saved; ms. */
const presentMs = 15 * 60_000;

/** Who else has this record before him: names, who came last first. The caller has asked for the right to see it. */
export async function readPresent(tx: Tx, recordId: string, ownId: string): Promise<string[]> {
  const rows = await tx.presence.findMany({
    where: { recordId, seenAt: { gte: new Date(now().getTime() - presentMs) }, staffId: { not: ownId } },
    orderBy: { seenAt: "desc" },
    select: { staff: { select: { name: true } } },
  });
  return rows.map(({ staff }) => staff.name);
}
