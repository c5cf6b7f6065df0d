import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { NoticeState } from "@/lib/programme/notice/types";
import type { RecordHead } from "@/lib/record/document/types";

export async function readNoticeState(actor: Actor, head: RecordHead): Promise<NoticeState | null> {
  if (!can(actor, "share", head)) return null;
  const ofVisit = { link: { recordId: head.id } };
  const [waiting, failed, watchers, thanked] = await Promise.all([
    db().programmeNotice.count({ where: { watcher: ofVisit } }),
    db().programmeNotice.count({ where: { watcher: ofVisit, attempts: { gt: 0 } } }),
    db().programmeWatcher.count({ where: { ...ofVisit, confirmedAt: { not: null } } }),
    db().programmeWatcher.aggregate({
      where: { ...ofVisit, thankedAt: { not: null } },
      _count: true,
      _max: { thankedAt: true },
    }),
  ]);
  const lastThankedAt = thanked._max.thankedAt?.toISOString() ?? null;
  return { waiting, failed, watchers, thanked: thanked._count, lastThankedAt };
}
