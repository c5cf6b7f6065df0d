import "server-only";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { blankProgramme, type Changes, changesBetween } from "@/lib/programme/share/rules";
import { readLatestVersion, readVersion, viewProgrammes } from "@/lib/programme/share-queries";
import type { Programme } from "@/lib/programme/types";
import { readHead } from "@/lib/record/document/staff-queries";

/** What a mail to a watcher is made of, as his link may see it now. */
export type NoticeMatter = {
  email: string;
  locale: Locale;
  tokenHash: Uint8Array;
  isConfirmed: boolean;
  programme: Programme;
  changes: Changes | null;
};

/**
 * @param fromVersion the version that he knew; null: nothing is compared
 * @returns           null when he went, or his link is over
 */
export async function readNotice(
  watcherId: string,
  fromVersion: number | null,
  now: Date,
): Promise<NoticeMatter | null> {
  const watcher = await db().programmeWatcher.findFirst({
    where: { id: watcherId, link: { revokedAt: null, expiresAt: { gt: now }, record: { archivedAt: null } } },
    select: {
      email: true,
      locale: true,
      tokenHash: true,
      confirmedAt: true,
      link: { select: { recordId: true, audience: true, participantId: true } },
    },
  });
  if (!watcher) return null;
  const { email, locale, tokenHash, confirmedAt, link } = watcher;
  const { recordId, ...viewer } = link;
  const [head, sent] = await Promise.all([readHead(db(), recordId), readLatestVersion(db(), recordId)]);
  if (!head) return null;
  const old = fromVersion ? await readVersion(db(), recordId, fromVersion) : null;
  const [programme, before] = await viewProgrammes(db(), head, [sent ?? blankProgramme, ...(old ? [old] : [])], viewer);
  if (!programme) return null;
  const changes = before ? changesBetween(before, programme, viewer) : null;
  return { email, locale, tokenHash, isConfirmed: confirmedAt !== null, programme, changes };
}
