import "server-only";
import { hashToken, isToken } from "@/lib/auth/token";
import { db } from "@/lib/db/client";

/** Under this a link for a new password is kept: by its hash. */
export const resetIdentifier = (hash: Buffer) => `reset:${hash.toString("hex")}`;

/** Whose password a link sets; null when it is over. */
export async function findReset(token: string, now: Date): Promise<{ email: string; name: string } | null> {
  if (!isToken(token)) return null;
  const row = await db().verification.findFirst({
    where: { identifier: resetIdentifier(hashToken(token)), expiresAt: { gt: now } },
    select: { value: true },
  });
  if (!row || !/^[0-9a-f-]{36}$/.test(row.value)) return null;
  return db().staff.findFirst({ where: { id: row.value, disabledAt: null }, select: { email: true, name: true } });
}
