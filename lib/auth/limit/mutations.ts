import "server-only";
import { createHmac } from "node:crypto";
import { authSecret } from "@/lib/auth/cookies";
import type { Limit } from "@/lib/auth/limit/rules";
import { db } from "@/lib/db/client";

/**
 * Counts an attempt, before it is made: a hundred at once are no way round.
 *
 * @param key  whose attempts are counted; kept as a hash
 * @returns    false when it is one too many
 */
export async function takeAttempt(limit: Limit, key: string): Promise<boolean> {
  const now = Date.now();
  const rows = await db().$queryRaw<{ points: number }[]>`
    INSERT INTO rate_limit AS known (key, points, expire)
    VALUES (${hashed(limit, key)}, 1, ${now + limit.windowMs})
    ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN known.expire <= ${now} THEN 1 ELSE least(known.points + 1, 1000000) END,
      expire = CASE WHEN known.expire <= ${now} THEN excluded.expire ELSE known.expire END
    RETURNING points`;
  return (rows[0]?.points ?? Number.POSITIVE_INFINITY) <= limit.most;
}

/** Is every attempt from now on one too many? Counts none. */
export async function isExhausted(limit: Limit, key: string): Promise<boolean> {
  const row = await db().rateLimit.findFirst({
    where: { key: hashed(limit, key), expire: { gt: Date.now() }, points: { gte: limit.most } },
    select: { points: true },
  });
  return row !== null;
}

/** An attempt was right: what is counted for this key begins anew. */
export async function forgetAttempts(limit: Limit, key: string): Promise<void> {
  await db().rateLimit.deleteMany({ where: { key: hashed(limit, key) } });
}

/** An attempt was right: it does not count. */
export async function giveBackAttempt(limit: Limit, key: string): Promise<void> {
  await db().rateLimit.updateMany({
    where: { key: hashed(limit, key), points: { gt: 0 } },
    data: { points: { decrement: 1 } },
  });
}

/** Removes what counts no longer: attempts, challenges and links. */
export async function forgetOld(now: Date): Promise<void> {
  await db().rateLimit.deleteMany({ where: { expire: { lt: now.getTime() } } });
  await db().verification.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } });
}

function hashed(limit: Limit, key: string): string {
  return createHmac("sha256", authSecret()).update(`${limit.name}:${key}`).digest("hex");
}
