import "server-only";
import { idleSessionSeconds } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { OwnSession } from "@/lib/staff/account/types";

/** Where one is signed in, the latest first. */
export async function listOwnSessions(actor: Actor, now: Date): Promise<OwnSession[]> {
  const rows = await db().session.findMany({
    where: {
      staffId: actor.id,
      expiresAt: { gt: now },
      updatedAt: { gt: new Date(now.getTime() - idleSessionSeconds * 1000) },
    },
    orderBy: { updatedAt: "desc" },
    take: 100,
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true, updatedAt: true },
  });
  return rows.map(({ id, userAgent, ipAddress, createdAt, updatedAt }) => ({
    id,
    isThis: id === actor.sessionId,
    userAgent: userAgent ?? "",
    ipAddress: ipAddress || null,
    since: createdAt,
    lastUsed: updatedAt,
  }));
}

/** Does he want to know by mail what waits for him? */
export async function wantsDigest(actor: Actor): Promise<boolean> {
  const row = await db().staff.findUniqueOrThrow({ where: { id: actor.id }, select: { wantsDigest: true } });
  return row.wantsDigest;
}
