import "server-only";
import type { Actor } from "@/lib/auth/types";
import { now } from "@/lib/core/dates";
import { db } from "@/lib/db/client";

/** Says that somebody has a record before him. */
export async function notePresence(actor: Actor, recordId: string): Promise<void> {
  const seenAt = now();
  await db().presence.upsert({
    where: { recordId_staffId: { recordId, staffId: actor.id } },
    create: { recordId, staffId: actor.id, seenAt },
    update: { seenAt },
    select: { seenAt: true },
  });
}

/** Forgets who had a record before him yesterday. */
export async function forgetPresences(at: Date): Promise<void> {
  await db().presence.deleteMany({ where: { seenAt: { lt: new Date(at.getTime() - 24 * 3600 * 1000) } } });
}
