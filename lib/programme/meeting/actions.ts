import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import type { FormInput, StaffAction } from "@/lib/form/types";
import { addMeetings, noteResult } from "@/lib/programme/meeting/mutations";
import { proposeMeetings } from "@/lib/programme/meeting/rules";
import { readResult, readSlotWish } from "@/lib/programme/meeting/schema";
import { readBoard, readPlanned, readResultPage } from "@/lib/programme/meeting/staff-queries";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { saveForm } from "@/lib/record/editor/mutations";
import { readIntent } from "@/lib/record/editor/schema";
import { done, onRecord, refuse } from "@/lib/record/locked/mutations";

function meetingsPath(recordId: string): string {
  return `/admin/visits/${recordId}/meetings`;
}

/** The form of one meeting: a part of the editor's form, saved by its rules. */
const save: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const list = meetingsPath(head.id);
      const rowId = input.fields.get("meeting");
      if (head.kind !== "visit" || !/^[0-9a-f-]{36}$/.test(rowId)) return refuse("/admin/visits", "not_there");
      const intent = readIntent(input.fields.get("intent"));
      const { saved, conflicts } = await saveForm(tx, actor, head, input.fields, intent);
      if (conflicts.length > 0) return refuse(`${list}/${rowId}`, "conflict");
      if (intent.kind === "remove") return done(list, saved.length > 0 ? "deleted" : "unchanged");
      return done(intent.kind === "link" ? `${list}/${rowId}` : list, saved.length > 0 ? "saved" : "unchanged");
    }),
};

/** Slots for many pairs at once: first shown, then made. */
const slots: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const to = meetingsPath(head.id);
      const { fields, formId } = input;
      const found = head.kind === "visit" ? await boardOf(actor, head.id, input) : null;
      if (!found) return refuse("/admin/visits", "not_there");
      const read = readSlotWish(fields, head.zone, found.choices);
      if ("refused" in read) return refuse(`${to}#slots`, "issues", read.refused);
      if (fields.get("intent") !== "apply") return refuse(`${to}#slots`, "filled");
      const document = await readWorkingDocument(tx, head);
      const { meetings } = proposeMeetings(read.wish, readPlanned(head, document));
      const count = await addMeetings(tx, actor, head, formId, { meetings, stopId: read.stopId });
      return done(to, count > 0 ? "created" : "unchanged");
    }),
};

async function boardOf(actor: Actor, recordId: string, { locale }: FormInput) {
  const found = await readVisit(actor, recordId, locale);
  return found && readBoard(actor, found.visit, found.document, locale);
}

/** What a meeting led to, noted on the phone. */
const result: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const { fields, formId, locale } = input;
      const meetingId = fields.get("meeting");
      const to = `${meetingsPath(head.id)}/${meetingId}/result`;
      const found = head.kind === "visit" ? await readVisit(actor, head.id, locale) : null;
      const meeting = found && (await readResultPage(actor, found.visit, found.document, meetingId, locale));
      if (!meeting) return refuse("/admin/visits", "not_there");
      if (!can(actor, "create", { id: formId, kind: "outcome", regionId: head.regionId }))
        return refuse(to, "not_allowed");
      const read = readResult(fields, meeting.owners);
      if ("refused" in read) return refuse(to, "issues", read.refused);
      const status = await noteResult(tx, actor, head, { formId, locale, meeting, result: read.result });
      return done(to, status === "noted" ? "saved" : "unchanged");
    }),
};

export const meetingActions: Record<string, StaffAction> = {
  "meeting-save": save,
  "meeting-slots": slots,
  "meeting-result": result,
};
