import "server-only";
import { parseDay, today } from "@/lib/core/dates";
import type { Result, StaffAction } from "@/lib/form/types";
import { confirmFacts } from "@/lib/record/confirmation/mutations";
import { readFactKey } from "@/lib/record/confirmation/rules";
import { done, onRecordById, refuse } from "@/lib/record/locked/mutations";

/** So many facts stand on one page of the list. */
const mostAtOnce = 100;

/** "Still true", for one fact by its button or for all that are ticked. */
const confirm: StaffAction = {
  audience: "staff",
  run: async (actor, { fields }): Promise<Result> => {
    const to = fields.get("back") || "/admin/todo";
    const one = fields.get("one");
    const named = (one === "" ? fields.all("fact") : [one])
      .slice(0, mostAtOnce)
      .flatMap((text) => readFactKey(text) ?? []);
    if (named.length === 0) return { ok: false, to, code: "required", fields: { fact: "required" } };
    const text = one === "" ? fields.get("until") : "";
    const until = text === "" ? null : readDay(text);
    if (text !== "" && (!until || until <= today()))
      return { ok: false, to, code: "wrong", fields: { until: "wrong" } };
    let isAny = false;
    for (const recordId of [...new Set(named.map((fact) => fact.recordId))].sort()) {
      const facts = named.filter((fact) => fact.recordId === recordId);
      const result = await onRecordById(actor, recordId, "confirm", async (tx, head) => {
        if (head.state !== "published") return refuse(to, "not_there");
        const confirmed = await confirmFacts(tx, actor, head, facts, { today: today(), until });
        return confirmed ? { ...done(to, "confirmed"), tags: confirmed.tags } : done(to, "unchanged");
      });
      if (!result.ok) return { ...result, to };
      isAny ||= result.said === "confirmed";
    }
    return { ok: true, to, said: isAny ? "confirmed" : "unchanged" };
  },
};

function readDay(text: string): Date | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  try {
    return parseDay(day && month ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text);
  } catch {
    return null;
  }
}

export const confirmationActions: Record<string, StaffAction> = { "confirm-facts": confirm };
