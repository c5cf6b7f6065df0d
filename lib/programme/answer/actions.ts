import "server-only";
import { now } from "@/lib/core/dates";
import type { StaffAction } from "@/lib/form/types";
import { queueThanks } from "@/lib/programme/notice/mutations";
import { saveForm } from "@/lib/record/editor/mutations";
import { done, onRecord, refuse } from "@/lib/record/locked/mutations";

function afterPath(recordId: string): string {
  return `/admin/visits/${recordId}/after`;
}

/** Thanks with the booklet to everybody who confirmed an address, nobody twice. */
const thank: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "share", async (tx, head) => {
      const count = await queueThanks(tx, actor, head, now());
      return done(`${afterPath(head.id)}#thanks`, count > 0 ? "saved" : "unchanged");
    }),
};

/** Which visit this one continues, and to which it replies. */
const link: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const to = `${afterPath(head.id)}#dialogue`;
      const { fields } = input;
      // A visit neither continues itself nor replies to itself; the database refuses that only when it is published.
      const own = ["values.continuesId", "values.replyToId"].filter((name) => fields.get(name) === head.id);
      if (own.length > 0) return refuse(to, "wrong", Object.fromEntries(own.map((name) => [name, "wrong" as const])));
      const { saved, conflicts } = await saveForm(tx, actor, head, fields, { kind: "save" });
      if (conflicts.length > 0) return refuse(to, "conflict");
      return done(to, saved.length > 0 ? "saved" : "unchanged");
    }),
};

/** What is done after a visit, by the name that its forms are sent to. */
export const afterActions: Record<string, StaffAction> = { "thank-guests": thank, "link-visits": link };
