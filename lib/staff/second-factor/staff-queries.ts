import "server-only";
import { symmetricDecrypt } from "better-auth/crypto";
import { auth, issuer } from "@/lib/auth/better-auth";
import { authSecret } from "@/lib/auth/cookies";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { base32, otpAddress } from "@/lib/staff/second-factor/rules";

/** For how long after they were made the recovery codes can be looked at. */
export const codesShownMs = 10 * 60_000;

/** Marks that the recovery codes are new and were not put away yet. */
export const codesMark = (staffId: string) => `recovery-codes:${staffId}`;

/** The secret that waits for its first code; null when none was begun. */
export async function getSetup(actor: Actor): Promise<{ secret: string; address: string } | null> {
  const row = await db().twoFactor.findFirst({
    where: { staffId: actor.id, verified: false },
    select: { secret: true },
  });
  if (!row) return null;
  const secret = base32(Buffer.from(await symmetricDecrypt({ key: authSecret(), data: row.secret })));
  return { secret, address: otpAddress({ issuer, email: actor.email, secret }) };
}

/** The recovery codes, for a short while after they were made. */
export async function getNewRecoveryCodes(actor: Actor, now: Date): Promise<string[] | null> {
  const mark = await db().verification.findFirst({
    where: { identifier: codesMark(actor.id), value: actor.sessionId, expiresAt: { gt: now } },
    select: { id: true },
  });
  if (!mark) return null;
  const { backupCodes } = await auth().api.viewBackupCodes({ body: { userId: actor.id } });
  return backupCodes;
}
