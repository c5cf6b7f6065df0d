import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { hashPassword } from "@/lib/auth/password/hash";
import { newToken } from "@/lib/auth/token";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import type { Viewer } from "@/lib/programme/types";
import type { RecordHead } from "@/lib/record/document/types";

export type NewLink = {
  audience: Exclude<Viewer["audience"], "public" | "staff">;
  locale: Locale | null;
  /** row of a participant in the sheets of the visit; null: of no one person */
  participantId: string | null;
  label: string | null;
  code: string | null;
  expiresAt: Date;
};

/** @returns the token: this is the only time that anybody sees it, the hash alone is kept */
export async function createShareLink(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  { code, ...link }: NewLink,
  now: Date,
): Promise<{ id: string; token: string }> {
  const { token, hash } = newToken();
  const id = newId();
  await tx.shareLink.create({
    data: {
      id,
      ...link,
      recordId: head.id,
      tokenHash: hash,
      codeHash: code ? await hashPassword(code) : null,
      authorId: actor.id,
      createdAt: now,
    },
    select: { id: true },
  });
  await writeAudit(tx, actor, { action: "share.create", record: head, detail: { audience: link.audience } });
  return { id, token };
}

/** @returns false where there is no such link of this visit, or where it was revoked before */
export async function revokeShareLink(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  { linkId, now }: { linkId: string; now: Date },
): Promise<boolean> {
  const link = await tx.shareLink.findFirst({
    where: { id: linkId, recordId: head.id, revokedAt: null },
    select: { audience: true },
  });
  if (!link) return false;
  await tx.shareLink.update({ where: { id: linkId }, data: { revokedAt: now }, select: { id: true } });
  // Whoever asked to be told of changes asked by this link.
  await tx.programmeWatcher.deleteMany({ where: { shareLinkId: linkId } });
  await writeAudit(tx, actor, { action: "share.revoke", record: head, detail: { audience: link.audience } });
  return true;
}

/**
 * Counts that somebody looked. Nothing is kept of who it was.
 *
 * @param isFirst he has not seen this version yet, as far as his browser says
 * @param today   midnight UTC
 */
export async function countOpening(
  linkId: string,
  { isFirst, today }: { isFirst: boolean; today: Date },
): Promise<void> {
  await db().shareLink.updateMany({
    where: { id: linkId, ...(isFirst ? {} : { OR: [{ lastOpenedOn: null }, { lastOpenedOn: { lt: today } }] }) },
    data: { lastOpenedOn: today, ...(isFirst ? { openedCount: { increment: 1 } } : {}) },
  });
}
