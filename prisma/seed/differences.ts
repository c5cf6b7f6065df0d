import type { Prisma } from "@/lib/db/generated/client";
import type { Difference } from "./reconcile";

/**
 * Makes the table of differences say exactly what is still open. One that stands already keeps the day it was found.
 *
 * @returns how many rows were written or removed; 0 when nothing changed since the last run
 */
export async function keepDifferences(tx: Prisma.TransactionClient, open: Difference[], now: Date): Promise<number> {
  const stored = await tx.seedDifference.findMany({
    select: { subject: true, slug: true, reason: true, seedHash: true },
  });
  const openKeys = new Set(open.map(keyOf));
  const storedKeys = new Set(stored.map(keyOf));
  const settled = stored.filter((row) => !openKeys.has(keyOf(row)));
  const found = open.filter((difference) => !storedKeys.has(keyOf(difference)));
  for (const { subject, slug } of settled) {
    await tx.seedDifference.delete({ where: { subject_slug: { subject, slug } }, select: { slug: true } });
  }
  await tx.seedDifference.createMany({
    data: found.map(({ document, ...row }) => ({ ...row, ...(document && { document }), foundAt: now })),
  });
  return settled.length + found.length;
}

function keyOf({
  subject,
  slug,
  reason,
  seedHash,
}: Pick<Difference, "subject" | "slug" | "reason" | "seedHash">): string {
  return [subject, slug, reason, seedHash ?? ""].join(" ");
}
