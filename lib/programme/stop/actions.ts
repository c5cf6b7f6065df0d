import "server-only";
import { can } from "@/lib/auth/rules";
import { newId } from "@/lib/core/ids";
import type { FormInput, StaffAction } from "@/lib/form/types";
import { changeShared } from "@/lib/programme/sheets/mutations";
import { addStop, type Move, moveStop, stopTimes } from "@/lib/programme/stop/rules";
import type { Sheet } from "@/lib/publishing/types";
import { compileShared } from "@/lib/record/document/rules";
import type { RecordHead } from "@/lib/record/document/types";
import { saveForm } from "@/lib/record/editor/mutations";
import { readIntent } from "@/lib/record/editor/schema";
import { type Done, done, onRecord, refuse } from "@/lib/record/locked/mutations";

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text);

function boardPath(head: RecordHead): string {
  return `/admin/visits/${head.id}/programme`;
}

/** The form of one stop, or its button that takes it away. */
const saveStop: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onVisit(input, actor, async (tx, head) => {
      const { fields } = input;
      const stop = isId(fields.get("stop")) ? fields.get("stop") : "";
      const intent = readIntent(fields.get("intent"));
      const isGone = intent.kind === "remove";
      const { saved, conflicts } = await saveForm(tx, actor, head, fields, intent);
      const form = `${boardPath(head)}?stop=${stop}#stop`;
      if (conflicts.length > 0) return refuse(form, "conflict");
      const stays = intent.kind === "link" || intent.kind === "take" || intent.kind === "append";
      const to = isGone ? boardPath(head) : stays ? form : `${boardPath(head)}#stop-${stop}`;
      return done(to, saved.length > 0 ? "saved" : "unchanged");
    }),
};

/** A new stop on a day, which opens for writing. */
const addStopAction: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onVisit(input, actor, async (tx, head) => {
      const { fields, formId } = input;
      const day = fields.get("day");
      const id = newStopId(formId);
      const status = await changeShared(tx, actor, head, fields, (known) =>
        addStop(known, id, {
          kind: "talks",
          visibility: "guest",
          timeZone: zoneAt(known, day) ?? head.zone,
          ...(isDay(day) ? { dayOn: day } : {}),
        }),
      );
      if (status === "conflict") return refuse(boardPath(head), "conflict");
      return done(`${boardPath(head)}?stop=${id}#stop`, "saved");
    }),
};

/** A stop goes somewhere else: by its buttons, or because it was dragged. */
const moveStopAction: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onVisit(input, actor, async (tx, head) => {
      const { fields } = input;
      const stop = fields.get("stop");
      const move = readMove(input);
      if (!move || !isId(stop)) return refuse(boardPath(head), "wrong");
      const status = await changeShared(tx, actor, head, fields, (known) =>
        moveStop(known, stopTimes(compileShared(head, known)), stop, move),
      );
      if (status === "conflict") return refuse(`${boardPath(head)}#stop-${stop}`, "conflict");
      return done(`${boardPath(head)}#stop-${stop}`, status === "saved" ? "saved" : "unchanged");
    }),
};

/** A new id that the same form always gives: sent twice, it adds one stop. */
function newStopId(formId: string): string {
  return isId(formId) ? formId : newId();
}

function readMove({ fields }: FormInput): Move | null {
  const [kind = "", value = ""] = fields.get("move").split("/");
  const day = fields.get("day") || value;
  switch (kind) {
    case "earlier":
    case "later":
      return { kind };
    case "day":
      return isDay(value) ? { kind, day: value } : null;
    case "behind": {
      const other = fields.get("other");
      return isDay(day) ? { kind, day, other: isId(other) ? other : null } : null;
    }
    default:
      return null;
  }
}

/** The zone of the place where the visit is on a day. */
function zoneAt(sheet: Sheet, day: string): string | null {
  const places = (sheet["rows.places"] ?? "").split(" ").filter(Boolean);
  const at = (id: string, name: string) => sheet[`rows.places.${id}.${name}`] ?? "";
  const here =
    places.find(
      (id) => at(id, "startsOn") !== "" && at(id, "startsOn") <= day && day <= (at(id, "endsOn") || "9999"),
    ) ?? places[0];
  if (!here) return null;
  return at(here, "timeZone") || (at(here, "country") === "cn" ? "Asia/Shanghai" : null);
}

type Run = Parameters<typeof onRecord>[3];

function onVisit(input: FormInput, actor: Parameters<typeof onRecord>[0], run: Run) {
  return onRecord(actor, input, "edit", async (tx, head): Promise<Done> => {
    if (head.kind !== "visit" || !can(actor, "edit", head)) return refuse("/admin/visits", "not_there");
    return run(tx, head);
  });
}

export const stopActions: Record<string, StaffAction> = {
  "save-stop": saveStop,
  "add-stop": addStopAction,
  "move-stop": moveStopAction,
};
