import "server-only";
import { now } from "@/lib/core/dates";
import type { StaffAction } from "@/lib/form/types";
import { readBlocking } from "@/lib/programme/board/staff-queries";
import { sendProgramme } from "@/lib/programme/mutations";
import { done, onRecord, refuse } from "@/lib/record/locked/mutations";

const longestNote = 500;

/** Sends the programme out as it stands. */
const send: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "share", async (tx, head) => {
      const to = `/admin/visits/${head.id}/programme`;
      if (head.kind !== "visit") return refuse("/admin/visits", "not_there");
      const note = input.fields.get("note");
      if (note.length > longestNote) return refuse(`${to}#send`, "too_long", { note: "too_long" });
      if (await readBlocking(tx, head)) return refuse(`${to}#checks`, "not_ready");
      const sent = await sendProgramme(tx, actor, head, { note: note || null, now: now() });
      return done(to, sent.status === "sent" ? "programme_sent" : "unchanged");
    }),
};

/** Actions of a whole programme by the name that their forms are sent to. */
export const programmeActions: Record<string, StaffAction> = { "send-programme": send };
