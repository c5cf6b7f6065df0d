import "server-only";
import { canInHouse } from "@/lib/auth/rules";
import type { StaffAction } from "@/lib/form/types";
import { removeHoliday, saveHoliday } from "@/lib/programme/holiday/mutations";
import { readHoliday } from "@/lib/programme/holiday/schema";

const to = "/admin/visits/holidays";

const save: StaffAction = {
  audience: "staff",
  run: async (actor, { fields }) => {
    if (!canInHouse(actor, "calendar.edit")) return { ok: false, to: "/admin", code: "not_allowed" };
    const read = readHoliday(fields);
    if ("refused" in read) return { ok: false, to, code: "issues", fields: read.refused };
    await saveHoliday(actor, read.input);
    return { ok: true, to: `${to}?year=${read.input.day.slice(0, 4)}`, said: "saved" };
  },
};

const remove: StaffAction = {
  audience: "staff",
  run: async (actor, { fields }) => {
    if (!canInHouse(actor, "calendar.edit")) return { ok: false, to: "/admin", code: "not_allowed" };
    const [country, day = ""] = fields.get("holiday").split("/");
    if ((country !== "ru" && country !== "cn") || !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
      return { ok: false, to, code: "not_there" };
    const isGone = await removeHoliday(actor, country, day);
    return { ok: true, to: `${to}?year=${day.slice(0, 4)}`, said: isGone ? "deleted" : "unchanged" };
  },
};

export const holidayActions: Record<string, StaffAction> = { "save-holiday": save, "remove-holiday": remove };
