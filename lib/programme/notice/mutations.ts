import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { normalEmail } from "@/lib/auth/limit/rules";
import { hashToken } from "@/lib/auth/token";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { NoticeKind } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import { watcherToken } from "@/lib/programme/notice/token";
import type { RecordHead } from "@/lib/record/document/types";

/**
 * Somebody wants to be told of changes. He is told of none before he has said by his own link that the address is his.
 * Who asks twice gets one mail; who confirmed before gets none.
 */
export async function watch(linkId: string, wish: { email: string; locale: Locale }, now: Date): Promise<void> {
  const email = normalEmail(wish.email);
  await db().$transaction(async (tx) => {
    const id = newId();
    await tx.programmeWatcher.createMany({
      data: [
        { id, shareLinkId: linkId, email, locale: wish.locale, tokenHash: hashToken(watcherToken(id)), createdAt: now },
      ],
      skipDuplicates: true,
    });
    const watcher = await tx.programmeWatcher.findUnique({
      where: { shareLinkId_email: { shareLinkId: linkId, email } },
      select: { id: true, confirmedAt: true },
    });
    if (watcher && !watcher.confirmedAt) await queue(tx, watcher.id, { kind: "confirm", fromVersion: null }, now);
  });
}

/** @returns false when there is nobody to confirm, or nothing left to */
export async function confirmWatch(watcherId: string, now: Date): Promise<boolean> {
  const { count } = await db().$executeRaw`
    UPDATE programme_watcher w SET confirmed_at = ${now}, notified_version = coalesce(
      (SELECT max(v.number) FROM programme_version v JOIN share_link l ON l.record_id = v.record_id
       WHERE l.id = w.share_link_id), 0)
    WHERE w.id = ${watcherId}::uuid AND w.confirmed_at IS NULL`.then((rows) => ({ count: rows }));
  return count > 0;
}

/** Nobody keeps the address of somebody who wants no more mail. */
export async function stopWatch(watcherId: string): Promise<void> {
  await db().programmeWatcher.deleteMany({ where: { id: watcherId } });
}

/** One mail of each kind waits for one watcher at a time; one that is due later is due now. */
async function queue(
  tx: Tx,
  watcherId: string,
  { kind, fromVersion }: { kind: NoticeKind; fromVersion: number | null },
  now: Date,
): Promise<void> {
  await tx.programmeNotice.createMany({
    data: [{ id: newId(), watcherId, kind, fromVersion, dueAt: now, createdAt: now }],
    skipDuplicates: true,
  });
}

/**
 * Puts a mail in line for everybody who knows an older version than the newest, and notes that he will be told, both at
 * once. Any number of workers may do so at a time.
 *
 * @returns how many mails
 */
export async function queueChanges(now: Date): Promise<number> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    WITH due AS (
      SELECT w.id, w.notified_version AS old, v.number AS newest
      FROM programme_watcher w JOIN share_link l ON l.id = w.share_link_id
      JOIN LATERAL (SELECT max(number)::smallint AS number FROM programme_version WHERE record_id = l.record_id) v ON TRUE
      WHERE w.confirmed_at IS NOT NULL AND l.revoked_at IS NULL AND l.expires_at > ${now} AND v.number > w.notified_version
        AND NOT EXISTS (SELECT FROM programme_notice n WHERE n.watcher_id = w.id AND n.kind = 'change')
      FOR UPDATE OF w SKIP LOCKED
    ), told AS (
      INSERT INTO programme_notice (id, watcher_id, kind, from_version, due_at, created_at)
      SELECT gen_random_uuid(), id, 'change', old, ${now}, ${now} FROM due
      ON CONFLICT (watcher_id, kind) DO NOTHING RETURNING watcher_id
    )
    UPDATE programme_watcher w SET notified_version = due.newest
    FROM due JOIN told ON told.watcher_id = due.id WHERE w.id = due.id RETURNING w.id`;
  return rows.length;
}

/**
 * Thanks to all who confirmed and were not thanked yet.
 *
 * @returns how many mails
 */
export async function queueThanks(tx: Tx, actor: Actor, head: RecordHead, now: Date): Promise<number> {
  const rows = await tx.programmeWatcher.updateManyAndReturn({
    where: {
      link: { recordId: head.id, revokedAt: null, expiresAt: { gt: now } },
      confirmedAt: { not: null },
      thankedAt: null,
    },
    data: { thankedAt: now },
    select: { id: true },
  });
  for (const { id } of rows) await queue(tx, id, { kind: "thanks", fromVersion: null }, now);
  if (rows.length > 0)
    await writeAudit(tx, actor, { action: "programme.thank", record: head, detail: { people: rows.length } });
  return rows.length;
}

export type Notice = { id: string; watcherId: string; kind: NoticeKind; fromVersion: number | null };

/** A worker that is killed while it sends leaves its mail to the next one after so long; ms. */
const leaseMs = 10 * 60_000;

/**
 * Takes the next mail that is due. It stays in line, due later, until `finishNotice`: the longer the more often it failed.
 *
 * @returns null when none is due
 */
export async function takeNotice(now: Date): Promise<Notice | null> {
  const rows = await db().$queryRaw<Notice[]>`
    UPDATE programme_notice SET attempts = attempts + 1,
      due_at = ${now}::timestamptz + least(${leaseMs}::bigint * (attempts + 1), 6 * 3600000) * interval '1 millisecond'
    WHERE id = (SELECT n.id FROM programme_notice n WHERE n.due_at <= ${now} ORDER BY n.due_at LIMIT 1
                FOR UPDATE SKIP LOCKED)
    RETURNING id, watcher_id AS "watcherId", kind::text AS kind, from_version AS "fromVersion"`;
  return rows[0] ?? null;
}

/**
 * A mail left, or there was nothing to write.
 *
 * @param told newest version that it told of, where it told of changes
 */
export async function finishNotice({ id, watcherId }: Notice, told: number | null): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.programmeNotice.deleteMany({ where: { id } });
    if (told === null) return;
    await tx.programmeWatcher.updateMany({
      where: { id: watcherId, notifiedVersion: { lt: told } },
      data: { notifiedVersion: told },
    });
  });
}

/** The secret by which tokens are made is another one: the link in the next mail is to work too. */
export async function renewToken(watcherId: string, tokenHash: Buffer<ArrayBuffer>): Promise<void> {
  await db().programmeWatcher.updateMany({ where: { id: watcherId }, data: { tokenHash } });
}

const unconfirmedMs = 7 * 24 * 3600 * 1000;

/** Watchers go with their link, and when they did not confirm. */
export async function forgetWatchers(now: Date): Promise<void> {
  await db().programmeWatcher.deleteMany({
    where: {
      OR: [
        { link: { OR: [{ expiresAt: { lte: now } }, { revokedAt: { not: null } }] } },
        { confirmedAt: null, createdAt: { lt: new Date(now.getTime() - unconfirmedMs) } },
      ],
    },
  });
}
