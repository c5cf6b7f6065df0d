import "server-only";
import { formatDay, parseDay } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import { toNames } from "@/lib/programme/holiday/schema";
import type { HolidayRow } from "@/lib/programme/holiday/types";

/** Days off and moved working days of a year, in order. */
export async function listHolidays(year: number): Promise<HolidayRow[]> {
  const rows = await db().holiday.findMany({
    where: { day: { gte: parseDay(`${year}-01-01`), lte: parseDay(`${year}-12-31`) } },
    orderBy: [{ day: "asc" }, { country: "asc" }],
  });
  return rows.map(({ day, names, ...row }) => ({ ...row, day: formatDay(day), names: toNames(names) }));
}
