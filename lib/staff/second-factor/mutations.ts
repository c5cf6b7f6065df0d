import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { type Asker, headersFor, orRefused } from "@/lib/auth/asker";
import { auth } from "@/lib/auth/better-auth";
import { cookieRules, readSigned } from "@/lib/auth/cookies";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { codesMark, codesShownMs } from "@/lib/staff/second-factor/staff-queries";

/**
 * Begins to set it up: a secret that counts only when a code of it was given. Beginning again makes another one.
 *
 * @returns false when the password does not fit, or there is one already
 */
export async function beginSecondFactor(asker: Asker, password: string): Promise<boolean> {
  const headers = headersFor(asker, asker.cookie);
  return (await orRefused(() => auth().api.enableTwoFactor({ body: { password }, headers }))) !== null;
}

/**
 * Ends the setting up with a first code. The session gets a new number, all others end.
 *
 * @returns the cookies of the new session; null when the code does not fit
 */
export async function confirmSecondFactor(actor: Actor, asker: Asker, code: string): Promise<string[] | null> {
  const headers = headersFor(asker, asker.cookie);
  const answer = await orRefused(() => auth().api.verifyTOTP({ body: { code }, headers, returnHeaders: true }));
  if (!answer) return null;
  return renewed(actor, answer.headers, async (tx, sessionId) => {
    await markCodes(tx, actor.id, sessionId);
    await writeAudit(tx, actor, { action: "second-factor.on" });
  });
}

/** @returns the cookies of the new session; null when the password does not fit */
export async function endSecondFactor(actor: Actor, asker: Asker, password: string): Promise<string[] | null> {
  const headers = headersFor(asker, asker.cookie);
  const answer = await orRefused(() =>
    auth().api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  );
  if (!answer) return null;
  return renewed(actor, answer.headers, (tx) => writeAudit(tx, actor, { action: "second-factor.off" }));
}

/** New recovery codes; those of before no longer work. @returns false when the password does not fit */
export async function renewRecoveryCodes(actor: Actor, asker: Asker, password: string): Promise<boolean> {
  const headers = headersFor(asker, asker.cookie);
  const made = await orRefused(() => auth().api.generateBackupCodes({ body: { password }, headers }));
  if (!made) return false;
  await db().$transaction((tx) => markCodes(tx, actor.id, actor.sessionId));
  return true;
}

/** The codes were written down: nobody sees them again. */
export async function putCodesAway(actor: Actor): Promise<void> {
  await db().verification.deleteMany({ where: { identifier: codesMark(actor.id) } });
}

async function markCodes(tx: Tx, staffId: string, sessionId: string): Promise<void> {
  const identifier = codesMark(staffId);
  await tx.verification.deleteMany({ where: { identifier } });
  const expiresAt = new Date(Date.now() + codesShownMs);
  await tx.verification.create({
    data: { id: newId(), identifier, value: sessionId, expiresAt },
    select: { id: true },
  });
}

/** better-auth gave the session a new number: all others end. */
async function renewed(
  actor: Actor,
  headers: Headers,
  write: (tx: Tx, sessionId: string) => Promise<void>,
): Promise<string[]> {
  const cookies = headers.getSetCookie();
  const { session } = cookieRules();
  const pair = cookies.findLast((cookie) => cookie.startsWith(`${session}=`))?.split(";")[0] ?? null;
  const token = readSigned(pair, session) ?? "";
  await db().$transaction(async (tx) => {
    const own = await tx.session.findUnique({ where: { token }, select: { id: true } });
    const sessionId = own?.id ?? actor.sessionId;
    await tx.session.deleteMany({ where: { staffId: actor.id, NOT: { id: sessionId } } });
    await write(tx, sessionId);
  });
  return cookies;
}
