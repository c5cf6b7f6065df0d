import "server-only";
import { hashToken, isToken } from "@/lib/auth/token";
import { db } from "@/lib/db/client";
import { grantsSchema } from "@/lib/staff/invitation/schema";
import type { InvitationRow, OpenInvitation } from "@/lib/staff/invitation/types";

/** What a link of an invitation leads to; null when it is over, used, withdrawn or was never made. */
export async function findInvitation(token: string, now: Date): Promise<OpenInvitation | null> {
  if (!isToken(token)) return null;
  const row = await db().invitation.findFirst({
    where: { tokenHash: hashToken(token), acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
    select: { id: true, email: true, name: true, locale: true, grants: true },
  });
  const grants = row ? grantsSchema.safeParse(row.grants) : null;
  if (!row || !grants?.success) return null;
  return { ...row, email: row.email || null, grants: grants.data };
}

/** Invitations that wait for an answer or ran out, the newest first. */
export async function listInvitations(now: Date): Promise<InvitationRow[]> {
  const rows = await db().invitation.findMany({
    where: { acceptedAt: null, withdrawnAt: null, NOT: { email: "" } },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { id: true, email: true, grants: true, expiresAt: true, invitedBy: { select: { name: true } } },
  });
  return rows.map(({ invitedBy, grants, ...row }) => ({
    ...row,
    grants: grantsSchema.safeParse(grants).data ?? [],
    isExpired: row.expiresAt <= now,
    invitedBy: invitedBy?.name ?? null,
  }));
}
