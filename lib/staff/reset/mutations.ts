import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { hashPassword } from "@/lib/auth/password/hash";
import { hashToken, isToken, newToken } from "@/lib/auth/token";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { resetIdentifier } from "@/lib/staff/reset/staff-queries";

const resetMs = 3600 * 1000;
/** Stands for nobody, so that an unknown address makes the same work as a known one. */
const nobody = "nobody";

export type ResetMail = { email: string; locale: Locale; token: string };

/** @returns what to send; null when nobody who is not disabled has that address */
export async function askForReset(email: string): Promise<ResetMail | null> {
  const staff = await db().staff.findFirst({
    where: { email, disabledAt: null },
    select: { id: true, email: true, locale: true },
  });
  const { token, hash } = newToken();
  const expiresAt = new Date(Date.now() + resetMs);
  const row = { id: newId(), identifier: resetIdentifier(hash), value: staff?.id ?? nobody, expiresAt };
  await db().verification.create({ data: row, select: { id: true } });
  return staff && { email: staff.email, locale: staff.locale, token };
}

/**
 * Sets a new password by a link. The link and all others of that person are used up; all sessions end. A second factor
 * stays.
 *
 * @returns false when the link is over
 */
export async function resetPassword(input: { token: string; password: string; client: string }): Promise<boolean> {
  if (!isToken(input.token)) return false;
  const hash = await hashPassword(input.password);
  return db().$transaction(async (tx) => {
    const identifier = resetIdentifier(hashToken(input.token));
    const row = await tx.verification.findFirst({
      where: { identifier, expiresAt: { gt: new Date() }, NOT: { value: nobody } },
      select: { value: true },
    });
    const { count } = await tx.verification.deleteMany({ where: { identifier } });
    const staff = row
      ? await tx.staff.findFirst({ where: { id: row.value, disabledAt: null }, select: { id: true, name: true } })
      : null;
    if (!staff || count !== 1) return false;
    await tx.verification.deleteMany({ where: { value: staff.id, identifier: { startsWith: "reset:" } } });
    await tx.account.updateMany({ where: { staffId: staff.id, providerId: "credential" }, data: { password: hash } });
    await tx.session.deleteMany({ where: { staffId: staff.id } });
    const author = { id: staff.id, name: staff.name, ipAddress: input.client || null };
    await writeAudit(tx, author, { action: "password.reset" });
    return true;
  });
}
