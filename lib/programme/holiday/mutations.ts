import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { parseDay } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { HolidayInput } from "@/lib/programme/holiday/schema";

/** Writes what a day is in one country, in the place of what it was. */
export async function saveHoliday(actor: Actor, { country, day, ...rest }: HolidayInput): Promise<void> {
  await db().$transaction(async (tx) => {
    const key = { country, day: parseDay(day) };
    await tx.holiday.upsert({ where: { country_day: key }, create: { ...key, ...rest }, update: rest });
    await writeAudit(tx, actor, { action: "holiday.change", subject: { regionId: null, label: `${country} ${day}` } });
  });
}

/** @returns false where there was nothing to remove */
export async function removeHoliday(actor: Actor, country: "ru" | "cn", day: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.holiday.deleteMany({ where: { country, day: parseDay(day) } });
    if (count > 0) {
      await writeAudit(tx, actor, {
        action: "holiday.change",
        subject: { regionId: null, label: `${country} ${day}` },
      });
    }
    return count > 0;
  });
}
