import "server-only";
import { hashToken, isToken } from "@/lib/auth/token";
import { database, db } from "@/lib/db/client";
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

/**
 * Where a role is to hold, by the names in addresses.
 *
 * @param region  slug
 * @param site    slug
 * @returns       null when there is none of that name
 */
export async function findScope({
  region,
  site,
}: {
  region: string | undefined;
  site: string | undefined;
}): Promise<{ regionId: string | null; siteId: string | null } | null> {
  const idOf = async (kind: "region" | "site", slug: string | undefined) =>
    slug === undefined
      ? null
      : ((await db().record.findFirst({ where: { kind, slug }, select: { id: true } }))?.id ?? "");
  // A park operator's role holds for the site, whatever region is named with it.
  const siteId = await idOf("site", site);
  const regionId = siteId === null ? await idOf("region", region) : null;
  return siteId === "" || regionId === "" ? null : { regionId, siteId };
}

/** For programs that end: nothing keeps them waiting. */
export async function closeDatabase(): Promise<void> {
  await database().close();
}
