import "server-only";
import { db } from "@/lib/db/client";

/** Session, person and rights behind a token, in one query. */
export async function findSession(token: string) {
  return db().session.findUnique({
    where: { token },
    select: {
      id: true,
      expiresAt: true,
      updatedAt: true,
      staff: {
        select: {
          id: true,
          name: true,
          email: true,
          locale: true,
          twoFactorEnabled: true,
          disabledAt: true,
          grants: { select: { role: true, regionId: true, siteId: true }, orderBy: { createdAt: "asc" } },
        },
      },
    },
  });
}

/** Who gave his password and still owes the code. */
export async function findChallenged(identifier: string, now: Date): Promise<{ id: string; name: string } | null> {
  const row = await db().verification.findFirst({
    where: { identifier, expiresAt: { gt: now } },
    select: { value: true },
  });
  if (!row) return null;
  return db().staff.findUnique({ where: { id: row.value }, select: { id: true, name: true } });
}
