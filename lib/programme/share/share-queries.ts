import "server-only";
import { hashToken } from "@/lib/auth/token";
import { now } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { hasGivenCode } from "@/lib/programme/share/cookies";
import { readLatestVersion, type SentProgramme } from "@/lib/programme/share-queries";
import type { Viewer } from "@/lib/programme/types";
import { readHead } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";

/** A secret link that works: what it shows, and to whom. */
export type Share = {
  linkId: string;
  head: RecordHead;
  viewer: Viewer;
  /** the one language that it opens in; null: the reader's choice */
  locale: Locale | null;
  expiresAt: Date;
  /** the newest version that was sent out; null: none yet, so there is nothing to show */
  sent: SentProgramme | null;
};

/** A link that asks for its code before it shows anything. */
export type ShareLocked = { status: "code_needed"; linkId: string; locale: Locale | null };

/**
 * What a secret link shows. Pages and files below `/[locale]/v/[token]` ask `enterShare` (actions.ts), which counts wrong
 * guesses by address and asks this.
 *
 * @param cookies the whole Cookie header of the request: a link with a code opens only with the cookie that the right code left
 * @returns       null for tokens that nobody made, that are over or were withdrawn: they look alike and cost the same
 */
export async function openShare(token: string, cookies: string | null): Promise<Share | ShareLocked | null> {
  const link = await db().shareLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: {
      id: true,
      recordId: true,
      audience: true,
      locale: true,
      participantId: true,
      codeHash: true,
      expiresAt: true,
      revokedAt: true,
      record: { select: { archivedAt: true } },
    },
  });
  const isOver = !link || link.revokedAt !== null || link.expiresAt <= now() || link.record.archivedAt !== null;
  if (isOver) return null;
  const { id: linkId, recordId, audience, participantId, codeHash, locale, expiresAt } = link;
  if (codeHash && !hasGivenCode(cookies, { linkId, codeHash })) return { status: "code_needed", linkId, locale };
  const [head, sent] = await Promise.all([readHead(db(), recordId), readLatestVersion(db(), recordId)]);
  return head && { linkId, head, viewer: { audience, participantId }, locale, expiresAt, sent };
}
