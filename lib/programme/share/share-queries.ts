import "server-only";
import { hashToken } from "@/lib/auth/token";
import { now } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { hasGivenCode } from "@/lib/programme/share/cookies";
import { blankProgramme, type Changes, changesBetween } from "@/lib/programme/share/rules";
import { readLatestVersion, readVersion, type SentProgramme, viewProgrammes } from "@/lib/programme/share-queries";
import type { Programme, ProgrammeContact, Viewer } from "@/lib/programme/types";
import { readHead } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";

/** A secret link that works: what it shows, and to whom. */
export type Share = {
  linkId: string;
  /** set for the link of somebody who is told of changes: it shows what the link shows by which he asked */
  watcherId?: string | null;
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

const linkFields = {
  id: true,
  recordId: true,
  audience: true,
  locale: true,
  participantId: true,
  codeHash: true,
  expiresAt: true,
  revokedAt: true,
  record: { select: { archivedAt: true } },
} as const;

/** The link behind a token, whether it works or not. Both tables are asked for every token, so that time tells nothing. */
async function findLink(token: string) {
  const tokenHash = hashToken(token);
  const [link, watcher] = await Promise.all([
    db().shareLink.findUnique({ where: { tokenHash }, select: linkFields }),
    db().programmeWatcher.findUnique({
      where: { tokenHash },
      select: { id: true, confirmedAt: true, locale: true, link: { select: linkFields } },
    }),
  ]);
  const found = link ?? watcher?.link;
  if (!found) return null;
  const isOver = found.revokedAt !== null || found.expiresAt <= now() || found.record.archivedAt !== null;
  return { link: found, watcher: link ? null : watcher, isOver };
}

/**
 * What a secret link shows. Pages and files below `/[locale]/v/[token]` ask `enterShare` (actions.ts), which counts wrong
 * guesses by address and asks this.
 *
 * @param cookies the whole Cookie header of the request: a link with a code opens only with the cookie that the right code left
 * @returns       null for tokens that nobody made, that are over or were withdrawn: they look alike and cost the same
 */
export async function openShare(token: string, cookies: string | null): Promise<Share | ShareLocked | null> {
  const found = await findLink(token);
  if (!found || found.isOver || found.watcher?.confirmedAt === null) return null;
  const { id: linkId, recordId, audience, participantId, codeHash, locale, expiresAt } = found.link;
  if (codeHash && !hasGivenCode(cookies, { linkId, codeHash })) return { status: "code_needed", linkId, locale };
  const [head, sent] = await Promise.all([readHead(db(), recordId), readLatestVersion(db(), recordId)]);
  const watcherId = found.watcher?.id ?? null;
  return head && { linkId, watcherId, head, viewer: { audience, participantId }, locale, expiresAt, sent };
}

/** Whose token this is, if it is that of somebody who asked to be told of changes; no code and no end of the link hinders. */
export async function readWatcher(
  token: string,
): Promise<{ watcherId: string; isConfirmed: boolean; isOver: boolean } | null> {
  const found = await findLink(token);
  if (!found?.watcher) return null;
  return { watcherId: found.watcher.id, isConfirmed: found.watcher.confirmedAt !== null, isOver: found.isOver };
}

/** What the code of a link is checked against; null where none is asked for. */
export async function readCodeHash(token: string): Promise<{ linkId: string; codeHash: string } | null> {
  const found = await findLink(token);
  if (!found?.link.codeHash || found.isOver) return null;
  return { linkId: found.link.id, codeHash: found.link.codeHash };
}

/** Whom to ask about a link that once worked; null for tokens that nobody made, and for links that still work. */
export async function readOverShare(token: string): Promise<ProgrammeContact[] | null> {
  const found = await findLink(token);
  if (!found?.isOver) return null;
  const { recordId, audience } = found.link;
  const head = await readHead(db(), recordId);
  return head && readContacts({ head, viewer: { audience, participantId: null } });
}

/** Those of the visit as it was sent out, else the region's agency. */
export async function readContacts({ head, viewer }: Pick<Share, "head" | "viewer">): Promise<ProgrammeContact[]> {
  const sent = await readLatestVersion(db(), head.id);
  const [programme] = await viewProgrammes(db(), head, [sent ?? blankProgramme], viewer);
  return programme?.contacts ?? [];
}

/** What the reader of a link sees, and what became of it since a version that he has or had. */
export type GuestView = { programme: Programme; changes: Changes | null };

/**
 * @param since number of a version; one that there is not, or that is the newest, is compared with nothing
 */
export async function readGuestView(
  { head, viewer }: Pick<Share, "head" | "viewer">,
  sent: SentProgramme,
  since: number | null,
): Promise<GuestView> {
  const old = since && since < sent.number ? await readVersion(db(), head.id, since) : null;
  const [programme, before] = await viewProgrammes(db(), head, old ? [sent, old] : [sent], viewer);
  if (!programme) throw new Error("a programme has one view");
  return { programme, changes: before ? changesBetween(before, programme, viewer) : null };
}
