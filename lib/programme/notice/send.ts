import { hashToken } from "@/lib/auth/token";
import { siteUrl } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { deliver, type Mail } from "@/lib/core/mail";
import { writeNotice } from "@/lib/programme/notice/letter";
import { finishNotice, type Notice, queueChanges, renewToken, takeNotice } from "@/lib/programme/notice/mutations";
import { readNotice } from "@/lib/programme/notice/share-queries";
import { watcherToken } from "@/lib/programme/notice/token";
import { isChanged } from "@/lib/programme/share/rules";

/**
 * Tells those who follow a visit what they do not know yet, one mail after the other. What could not be handed over stays
 * in line; a mail that left twice because a worker was killed in between is the lesser evil.
 *
 * @param now  asked before each mail
 * @param send hands a mail over, throws when it cannot
 * @returns    how many left
 */
export async function sendNotices(now: () => Date, send: (mail: Mail) => Promise<void> = deliver): Promise<number> {
  await queueChanges(now());
  let count = 0;
  for (;;) {
    const notice = await takeNotice(now());
    if (!notice) return count;
    try {
      if (await sendOne(notice, now(), send)) count++;
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n")[0]?.slice(0, 200) : "unknown";
      log.error({ reason }, "notice not sent");
    }
  }
}

async function sendOne(notice: Notice, now: Date, send: (mail: Mail) => Promise<void>): Promise<boolean> {
  const { kind, watcherId, fromVersion } = notice;
  const matter = await readNotice(watcherId, fromVersion, now);
  const isWanted =
    matter &&
    (kind === "confirm" ? !matter.isConfirmed : matter.isConfirmed) &&
    // What changed may lie where his link does not reach. Who knew no version yet is told of the first.
    (kind !== "change" || !matter.changes || isChanged(matter.changes));
  if (isWanted) {
    const token = watcherToken(watcherId);
    const tokenHash = hashToken(token);
    if (!tokenHash.equals(matter.tokenHash)) await renewToken(watcherId, tokenHash);
    await send(await writeNotice(kind, matter, { site: siteUrl(), token }));
  }
  await finishNotice(notice, kind === "change" ? (matter?.programme.version ?? null) : null);
  return isWanted === true;
}
