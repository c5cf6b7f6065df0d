import "server-only";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { letterFor } from "@/lib/programme/reminder/rules";
import { pick } from "@/lib/translation/rules";

export type Reminder = { outcomeId: string; dueOn: string; daysBefore: number; daysLeft: number };

/** A promise, and one of those who keep it in sight. */
export type ReminderLetter = {
  email: string;
  name: string;
  locale: Locale;
  outcomeId: string;
  outcome: string;
  dueOn: string;
  daysLeft: number;
};

/** Open promises whose date is near or has passed and of which nobody was reminded yet. */
export async function listReminders(today: Date): Promise<Reminder[]> {
  const rows = await db().$queryRaw<{ id: string; due_on: Date; days: number; sent: number[] }[]>`
    SELECT o.id, o.due_on, (o.due_on - ${today}::date)::int AS days,
      coalesce((SELECT array_agg(m.days_before::int) FROM promise_reminder m
        WHERE m.outcome_id = o.id AND m.due_on = o.due_on), '{}') AS sent
    FROM outcome o JOIN record r ON r.id = o.id
    WHERE o.due_on BETWEEN ${today}::date - 60 AND ${today}::date + 14 AND NOT o.has_no_follow_up
      AND o.stage NOT IN ('launched', 'kept', 'discontinued') AND r.state = 'published'
    ORDER BY o.due_on, o.id`;
  return rows.flatMap(({ id, due_on, days, sent }): Reminder[] => {
    const daysBefore = letterFor(days);
    if (daysBefore === null || sent.includes(daysBefore)) return [];
    return [{ outcomeId: id, dueOn: due_on.toISOString().slice(0, 10), daysBefore, daysLeft: days }];
  });
}

/**
 * Reminds those who keep a promise in sight: its owner among staff, else the coordinators of its region. The mark that they
 * were reminded is set with the letters: when one cannot be handed over, none counts as sent and all are tried again.
 *
 * @returns how many letters went out
 */
export async function remind(
  { outcomeId, dueOn, daysBefore, daysLeft }: Reminder,
  send: (letter: ReminderLetter) => Promise<void>,
): Promise<number> {
  return db().$transaction(
    async (tx) => {
      const { count } = await tx.promiseReminder.createMany({
        data: [{ outcomeId, dueOn: new Date(dueOn), daysBefore }],
        skipDuplicates: true,
      });
      if (count === 0) return 0;
      const record = await tx.record.findUnique({
        where: { id: outcomeId },
        select: {
          regionId: true,
          texts: { select: { locale: true, name: true } },
          owner: { select: { name: true, email: true, locale: true, disabledAt: true } },
        },
      });
      if (!record) return 0;
      const keepers =
        record.owner && !record.owner.disabledAt
          ? [record.owner]
          : await tx.staff.findMany({
              where: { disabledAt: null, grants: { some: { role: "coordinator", regionId: record.regionId } } },
              select: { name: true, email: true, locale: true },
            });
      const names = Object.fromEntries(record.texts.map(({ locale, name }) => [locale, name]));
      for (const { name, email, locale } of keepers) {
        await send({ name, email, locale, outcomeId, outcome: pick(names, locale)?.text ?? "", dueOn, daysLeft });
      }
      return keepers.length;
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}
