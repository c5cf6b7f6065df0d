import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { hashPassword, verifyPassword } from "@/lib/auth/password/hash";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";

/** Is this the password of who is signed in? */
export async function isOwnPassword(actor: Actor, password: string): Promise<boolean> {
  const account = await db().account.findFirst({
    where: { staffId: actor.id, providerId: "credential" },
    select: { password: true },
  });
  return account?.password ? verifyPassword({ hash: account.password, password }) : false;
}

/** A new password ends all other sessions. */
export async function changePassword(actor: Actor, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await db().$transaction(async (tx) => {
    await tx.account.updateMany({ where: { staffId: actor.id, providerId: "credential" }, data: { password: hash } });
    await tx.session.deleteMany({ where: { staffId: actor.id, NOT: { id: actor.sessionId } } });
    await writeAudit(tx, actor, { action: "password.change" });
  });
}

/**
 * Ends sessions of who is signed in: one of them, or all but this one.
 *
 * @returns how many ended
 */
export async function endOwnSessions(actor: Actor, sessionId: string | null): Promise<number> {
  return db().$transaction(async (tx) => {
    const which = sessionId ? { id: sessionId } : { NOT: { id: actor.sessionId } };
    const { count } = await tx.session.deleteMany({ where: { staffId: actor.id, ...which } });
    if (count > 0) await writeAudit(tx, actor, { action: "staff.sessions.end", detail: { own: true, count } });
    return count;
  });
}

export type MailWishes = { locale: Locale; wantsDigest: boolean };

export async function saveMailWishes(actor: Actor, { locale, wantsDigest }: MailWishes): Promise<void> {
  await db().staff.update({ where: { id: actor.id }, data: { locale, wantsDigest }, select: { id: true } });
}
