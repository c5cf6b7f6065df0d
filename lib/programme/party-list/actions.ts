import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/table";
import type { FormFields, FormInput, RefusalCode, StaffAction } from "@/lib/form/types";
import { addMembers } from "@/lib/programme/party-list/mutations";
import { moveBefore } from "@/lib/programme/party-list/rules";
import { type MemberForm, readMember } from "@/lib/programme/party-list/schema";
import { findKnown } from "@/lib/programme/party-list/staff-queries";
import { deletePassData } from "@/lib/programme/passport/mutations";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { changeSheets } from "@/lib/programme/sheets/mutations";
import { listAt } from "@/lib/publishing/sheet";
import type { RecordHead } from "@/lib/record/document/types";
import { saveForm } from "@/lib/record/editor/mutations";
import { resolveLinks } from "@/lib/record/editor/options/staff-queries";
import { readIntent } from "@/lib/record/editor/schema";
import { type Done, done, onRecord, refuse } from "@/lib/record/locked/mutations";
import { shapes } from "@/lib/record/shapes";

function peoplePath(recordId: string): string {
  return `/admin/visits/${recordId}/people`;
}

/** Adds one participant: a known person, or a new record of one. */
const add: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const to = peoplePath(head.id);
      const { fields, formId } = input;
      if (head.kind !== "visit") return refuse("/admin/visits", "not_there");
      // A button beside a field: the page fills it in, nothing is saved.
      if (/^(?:suggest|take\/)/.test(fields.get("intent"))) return refuse(`${to}#add`, "filled");
      const links = await findLinks(tx, actor, fields);
      const read = readMember(fields, links);
      if ("refused" in read) return refuse(`${to}#add`, "issues", read.refused);
      const { member } = read;
      const { organisation } = member;
      const refused = rightsFor(actor, head, member);
      if (refused || (!organisation && !member.personId)) return refuse(`${to}#add`, refused ?? "required");
      const document = await readWorkingDocument(tx, head);
      const isThere = listAt(document.shared, "rows.participants");
      if (isThere.includes(formId)) return done(`${to}#row-${formId}`, "unchanged");
      const people = isThere.map((id) => document.shared[`rows.participants.${id}.personId`]);
      if (member.personId && people.includes(member.personId)) return refuse(`${to}#add`, "taken", { person: "taken" });
      if (!member.personId && fields.get("another") !== "yes") {
        const known = await findKnown(tx, actor, "person", Object.values(member.name));
        if (known.size > 0) return refuse(`${to}#add`, "known");
      }
      await addMembers(tx, actor, head, [
        { ...member, rowId: formId, organisation: await withKnown(tx, actor, organisation ?? { id: "" }) },
      ]);
      return done(`${to}#row-${formId}`, "created");
    }),
};

/** An organisation of the same name is that one: nobody is entered twice. */
async function withKnown(
  tx: Tx,
  actor: Actor,
  organisation: NonNullable<MemberForm["organisation"]>,
): Promise<NonNullable<MemberForm["organisation"]>> {
  if (organisation.id !== null) return organisation;
  const found = await findKnown(tx, actor, "organisation", Object.values(organisation.name));
  const ids = new Set([...found.values()].flat().map(({ id }) => id));
  const [only] = ids;
  return ids.size === 1 && only ? { id: only } : organisation;
}

/** What was typed into the fields of links, by the same rules as in the editor. */
async function findLinks(tx: Tx, actor: Actor, fields: FormFields) {
  const chosen = fields.get("chosen");
  const person = chosen || fields.get("person");
  const sheet = { "values.headId": person, "values.organizerId": fields.get("organisation") };
  const found = await resolveLinks(tx, actor, shapes.visit, sheet);
  const ids = [found["values.headId"] ?? "", found["values.organizerId"] ?? ""];
  const rows = await tx.record.findMany({
    where: { id: { in: ids.filter((id) => /^[0-9a-f-]{36}$/.test(id)) } },
    select: { id: true, kind: true },
  });
  const idOf = (id: string | undefined, kind: string) =>
    rows.some((row) => row.id === id && row.kind === kind) ? (id ?? null) : null;
  return { person: idOf(ids[0], "person"), organisation: idOf(ids[1], "organisation") };
}

/** @returns why not; null when they may */
function rightsFor(actor: Actor, { regionId }: RecordHead, member: MemberForm): RefusalCode | null {
  const kinds = [
    ...(member.personId ? [] : (["person"] as const)),
    ...(member.organisation && member.organisation.id === null ? (["organisation"] as const) : []),
  ];
  for (const kind of kinds) {
    const target = { id: newId(), kind, regionId };
    if (!can(actor, "create", target)) return "not_allowed";
    if (member.level !== "counted" && !can(actor, "consent", target)) return "not_allowed";
  }
  return null;
}

/** Puts somebody before somebody else in the order of precedence. */
const move: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "edit", async (tx, head) => {
      const to = peoplePath(head.id);
      const [rowId = "", beforeId = ""] = input.fields.get("move").split("/");
      if (head.kind !== "visit") return refuse("/admin/visits", "not_there");
      let isGone = false;
      const changed = await changeSheets(tx, actor, head, {
        shared: (sheet) => {
          const moved = moveBefore(sheet, rowId, beforeId || null);
          isGone = moved === null;
          return moved ?? sheet;
        },
      });
      if (isGone) return refuse(to, "conflict");
      return done(`${to}#row-${rowId}`, changed.length > 0 ? "saved" : "unchanged");
    }),
};

/** The form of one participant: a part of the editor's form, saved by its rules. */
const save: StaffAction = {
  audience: "staff",
  run: (actor, input) => onRecord(actor, input, "edit", (tx, head) => savePart(tx, actor, head, input)),
};

async function savePart(tx: Tx, actor: Actor, head: RecordHead, { fields }: FormInput): Promise<Done> {
  const list = peoplePath(head.id);
  const rowId = fields.get("participant");
  const intent = readIntent(fields.get("intent"));
  const to = `${list}/${rowId}`;
  if (head.kind !== "visit" || !/^[0-9a-f-]{36}$/.test(rowId)) return refuse("/admin/visits", "not_there");
  const { saved, conflicts } = await saveForm(tx, actor, head, fields, intent);
  if (conflicts.length > 0) return refuse(to, "conflict");
  if (intent.kind === "remove") {
    // Who does not come needs no pass.
    const { shared } = await readWorkingDocument(tx, head);
    if (!listAt(shared, "rows.participants").includes(rowId)) await deletePassData(tx, actor, head, rowId);
    return done(list, saved.length > 0 ? "deleted" : "unchanged");
  }
  return done(to, saved.length > 0 ? "saved" : "unchanged");
}

export const partyActions: Record<string, StaffAction> = {
  "party-add": add,
  "party-move": move,
  "party-save": save,
};
