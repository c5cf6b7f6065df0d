import "server-only";
import { type AuditAuthor, writeAudit } from "@/lib/audit/mutations";
import { hashPassword } from "@/lib/auth/password/hash";
import { hashToken, isToken, newToken } from "@/lib/auth/token";
import type { Grant } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import { grantsSchema } from "@/lib/staff/invitation/schema";

const invitationMs = 72 * 3600 * 1000;

export type InvitationInput = { email: string; locale: Locale; grants: Grant[] };

/**
 * Makes a one-time way in for somebody.
 *
 * @returns the token for the link, which is kept nowhere; `taken` when that address has an account,
 *          `not_there` when a region or site does not exist
 */
export async function invite(
  author: AuditAuthor,
  { email, locale, grants }: InvitationInput,
): Promise<{ token: string } | { refused: "taken" | "not_there" }> {
  const { token, hash } = newToken();
  return db().$transaction(async (tx) => {
    if (await tx.staff.findUnique({ where: { email }, select: { id: true } })) return { refused: "taken" };
    if (!(await scopesExist(tx, grants))) return { refused: "not_there" };
    // A new link takes the place of one that is still open.
    await tx.invitation.updateMany({
      where: { email, acceptedAt: null, withdrawnAt: null },
      data: { withdrawnAt: new Date() },
    });
    const expiresAt = new Date(Date.now() + invitationMs);
    const row = { id: newId(), email, locale, grants, tokenHash: hash, expiresAt, invitedById: author.id };
    await tx.invitation.create({ data: row, select: { id: true } });
    await writeAudit(tx, author, { action: "staff.invite", detail: { email, grants } });
    return { token };
  });
}

/**
 * The link for the first operator, made anew each time: an older one that nobody used no longer works.
 *
 * @returns null as soon as there is any staff
 */
export async function inviteFirstOperator(): Promise<{ token: string } | null> {
  const { token, hash } = newToken();
  return db().$transaction(async (tx) => {
    await lockStaff(tx);
    if ((await tx.staff.count()) > 0) return null;
    await tx.invitation.deleteMany({ where: { email: "", acceptedAt: null } });
    const grants: Grant[] = [{ role: "operator", regionId: null, siteId: null }];
    const expiresAt = new Date(Date.now() + invitationMs);
    await tx.invitation.create({
      data: { id: newId(), email: "", grants, tokenHash: hash, expiresAt },
      select: { id: true },
    });
    return { token };
  });
}

/** @returns false when it was not there or not open */
export async function withdrawInvitation(author: AuditAuthor, id: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const rows = await tx.invitation.updateManyAndReturn({
      where: { id, acceptedAt: null, withdrawnAt: null, NOT: { email: "" } },
      data: { withdrawnAt: new Date() },
      select: { email: true },
    });
    const [row] = rows;
    if (!row) return false;
    await writeAudit(tx, author, { action: "staff.invitation.withdraw", detail: { email: row.email } });
    return true;
  });
}

type JoinInput = { token: string; name: string; email: string; password: string; locale: Locale; client: string };

/** Makes an account of an invitation: person, password, rights, the invitation's end and the log in one transaction. */
export async function join(
  input: JoinInput,
): Promise<{ staffId: string; email: string } | { refused: "expired" | "taken" }> {
  const { token, name, locale, client } = input;
  if (!isToken(token)) return { refused: "expired" };
  const password = await hashPassword(input.password);
  return db()
    .$transaction(async (tx) => {
      await lockStaff(tx);
      const now = new Date();
      // Of two who use one link at the same time the second finds it used.
      const [row] = await tx.invitation.updateManyAndReturn({
        where: { tokenHash: hashToken(token), acceptedAt: null, withdrawnAt: null, expiresAt: { gt: now } },
        data: { acceptedAt: now },
        select: { email: true, grants: true },
      });
      const grants = row ? grantsSchema.safeParse(row.grants).data : undefined;
      if (!row || !grants || !(await scopesExist(tx, grants))) return undo("expired");
      const email = row.email || input.email;
      const isFirst = row.email === "";
      if (isFirst && (await tx.staff.count()) > 0) return undo("expired");
      if (await tx.staff.findUnique({ where: { email }, select: { id: true } })) return undo("taken");
      const staffId = newId();
      await tx.staff.create({
        data: { id: staffId, name, email, emailVerified: !isFirst, locale },
        select: { id: true },
      });
      await tx.account.create({
        data: { id: newId(), staffId, providerId: "credential", accountId: staffId, password },
        select: { id: true },
      });
      await tx.roleGrant.createMany({ data: grants.map((grant) => ({ ...grant, id: newId(), staffId })) });
      await writeAudit(
        tx,
        { id: staffId, name, ipAddress: client || null },
        { action: "staff.join", detail: { grants } },
      );
      return { staffId, email };
    })
    .catch((error: unknown) => {
      if (error instanceof Refused) return { refused: error.code };
      throw error;
    });
}

class Refused extends Error {
  constructor(readonly code: "expired" | "taken") {
    super(code);
  }
}

/** Ends the transaction, so that the link stays as it was. */
function undo(code: "expired" | "taken"): never {
  throw new Refused(code);
}

/** Joining and the count of operators are looked at by one at a time. */
export async function lockStaff(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('portal.staff'))`;
}

/** Do the regions and sites exist where the roles are to hold? */
export async function scopesExist(tx: Tx, grants: readonly Grant[]): Promise<boolean> {
  const regions = [...new Set(grants.flatMap(({ regionId }) => regionId ?? []))];
  const sites = [...new Set(grants.flatMap(({ siteId }) => siteId ?? []))];
  const found = await Promise.all([
    tx.region.count({ where: { id: { in: regions } } }),
    tx.site.count({ where: { id: { in: sites } } }),
  ]);
  return found[0] === regions.length && found[1] === sites.length;
}
