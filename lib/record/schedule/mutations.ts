import "server-only";
import { can } from "@/lib/auth/rules";
import type { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { readHead } from "@/lib/record/document/staff-queries";
import { publish, withdraw } from "@/lib/record/publication/mutations";

type Client = ReturnType<typeof db>;

/**
 * Puts in force what was scheduled for now or earlier, one record a transaction. Who comes second, in another process or
 * after a crash, finds nothing left to do. The right to publish is asked again: who lost it meanwhile publishes nothing.
 *
 * @returns records that changed
 */
export async function publishDue(client: Client, now: Date): Promise<number> {
  const due = await client.draft.findMany({
    where: { state: "scheduled", publishAt: { lte: now } },
    distinct: ["recordId"],
    select: { recordId: true },
  });
  let changed = 0;
  for (const { recordId } of due) {
    changed += await client.$transaction((tx) => publishDueRecord(tx, recordId, now), {
      timeout: 20_000,
      maxWait: 10_000,
    });
  }
  return changed;
}

async function publishDueRecord(tx: Tx, recordId: string, now: Date): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM record WHERE id = ${recordId}::uuid FOR UPDATE`;
  const head = await readHead(tx, recordId);
  const drafts = await tx.draft.findMany({
    where: { recordId, state: "scheduled", publishAt: { lte: now } },
    select: { id: true, locale: true, isMinor: true, reason: true, reviewerId: true },
  });
  const [first] = drafts;
  if (!head || !first) return 0;
  const reviewer = await tx.staff.findFirst({
    where: { id: first.reviewerId ?? "", disabledAt: null },
    select: { id: true, name: true, grants: { select: { role: true, regionId: true, siteId: true } } },
  });
  const giveBack = () =>
    tx.draft.updateMany({
      where: { id: { in: drafts.map(({ id }) => id) } },
      data: { state: "returned", publishAt: null },
    });
  if (!reviewer || !can(reviewer, "publish", head)) {
    await giveBack();
    return 0;
  }
  const parts = drafts.map(({ locale }) => locale ?? "shared");
  const { isMinor, reason } = first;
  const result = await publish(tx, { ...reviewer, ipAddress: null }, head, parts, { now, isMinor, reason });
  if (result.status === "published") return 1;
  await giveBack();
  return 0;
}

/** Takes from the public pages what was to be shown until now. */
export async function withdrawExpired(client: Client, now: Date): Promise<number> {
  const due = await client.record.findMany({
    where: { state: "published", expiresAt: { lte: now } },
    select: { id: true },
  });
  for (const { id } of due) {
    await client.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM record WHERE id = ${id}::uuid FOR UPDATE`;
      const head = await readHead(tx, id);
      if (head) await withdraw(tx, { id: null, name: "schedule", ipAddress: null }, head, "shared", "expired");
    });
  }
  return due.length;
}
