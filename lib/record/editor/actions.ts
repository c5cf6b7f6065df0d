import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { now } from "@/lib/core/dates";
import { parseLocalTime } from "@/lib/core/zones";
import type { Tx } from "@/lib/db/table";
import type { FormInput, Result, StaffAction } from "@/lib/form/types";
import type { PartName } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import {
  addComment,
  discardDraft,
  restoreRevision,
  returnDrafts,
  scheduleDrafts,
  submitDrafts,
} from "@/lib/record/draft/mutations";
import { allParts, whereLocale } from "@/lib/record/draft/rules";
import { saveForm } from "@/lib/record/editor/mutations";
import { type Intent, inputId, readIntent } from "@/lib/record/editor/schema";
import { type Done, done, editorPath, onRecord, refuse } from "@/lib/record/locked/mutations";
import { machineDraft } from "@/lib/record/machine/actions";
import { type PublishResult, publish, republish, withdraw } from "@/lib/record/publication/mutations";

const longestComment = 2_000;

/** The form of the editor: saves what was typed, then does what its button says. */
const saveRecord: StaffAction = {
  audience: "staff",
  run: async (actor, input) => {
    const result = await save(actor, input);
    const intent = readIntent(input.fields.get("intent"));
    return result.ok && intent.kind === "machine" ? machineDraft(actor, input, intent.locale) : result;
  },
};

function save(actor: Actor, input: FormInput): Promise<Result> {
  return onRecord(actor, input, "read", async (tx, head) => {
    const { fields } = input;
    const intent = readIntent(fields.get("intent"));
    const { saved, conflicts, newRow } = await saveForm(tx, actor, head, fields, intent);
    const to = editorPath(head.id);
    if (conflicts.length > 0) return refuse(to, "conflict");
    const anchor = newRow ? `#row-${newRow}` : anchorOf(intent);
    const parts = partsIn(input);
    switch (intent.kind) {
      case "submit": {
        const isMinor = fields.get("minor") === "yes";
        const reason = fields.get("reason").slice(0, longestComment) || null;
        if (isMinor && !reason) return refuse(to, "required", { reason: "required" });
        if (!can(actor, "submit", head)) return refuse(to, "not_allowed");
        const sent = await submitDrafts(tx, actor, head, parts, { isMinor, reason });
        return done(to, sent.length > 0 ? "submitted" : "unchanged");
      }
      case "publish":
        return publishParts(tx, actor, head, parts, input);
      case "schedule":
        return schedule(tx, actor, head, parts, input);
      case "return": {
        if (!can(actor, "publish", head)) return refuse(to, "not_allowed");
        const body = fields.get("comment").slice(0, longestComment);
        if (body === "") return refuse(to, "required", { comment: "required" });
        await returnDrafts(tx, actor, head, parts, { id: input.formId, body });
        return done(to, "returned");
      }
      default:
        return done(`${to}${anchor}`, saved.length > 0 ? "saved" : "unchanged");
    }
  });
}

/** Where the page stands again after a button beside a row or a text. */
function anchorOf(intent: Intent): string {
  if ("group" in intent) return `#group-${intent.group}`;
  return "name" in intent ? `#${inputId(intent.name)}` : "";
}

async function publishParts(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  parts: PartName[],
  { fields }: FormInput,
): Promise<Done> {
  const to = editorPath(head.id);
  if (!can(actor, "publish", head)) return refuse(to, "not_allowed");
  const isMinor = fields.get("minor") === "yes";
  const reason = fields.get("reason").slice(0, longestComment) || null;
  if (isMinor && !reason) return refuse(to, "required", { reason: "required" });
  const result = await publish(tx, actor, head, parts, { now: now(), isMinor, reason });
  return afterPublish(to, result);
}

function afterPublish(to: string, result: PublishResult): Done {
  switch (result.status) {
    case "published":
      return { ...done(to, "published"), tags: result.tags };
    case "issues":
      return refuse(`${to}#checks`, "not_ready");
    default:
      return done(to, "unchanged");
  }
}

/** At a day and hour by the clock of the record's region. */
async function schedule(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  parts: PartName[],
  { fields }: FormInput,
): Promise<Done> {
  const to = editorPath(head.id);
  if (!can(actor, "publish", head)) return refuse(to, "not_allowed");
  const at = parseLocalTime(fields.get("publishAt"), head.zone);
  if (!at || at <= now()) return refuse(to, "wrong", { publishAt: "wrong" });
  const unchecked = await tx.draft.count({
    where: { recordId: head.id, origin: "machine", OR: parts.map(whereLocale) },
  });
  if (unchecked > 0) return refuse(`${to}#checks`, "not_ready");
  const count = await scheduleDrafts(tx, actor, head, parts, at);
  return done(to, count > 0 ? "scheduled" : "unchanged");
}

const discard: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "read", async (tx, head) => {
      const to = editorPath(head.id);
      let count = 0;
      for (const part of partsIn(input)) if (await discardDraft(tx, actor, head, part)) count++;
      return done(to, count > 0 ? "discarded" : "unchanged");
    }),
};

const comment: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "read", async (tx, head) => {
      const to = `${editorPath(head.id)}#comments`;
      const body = input.fields.get("comment");
      if (body === "") return refuse(to, "required", { comment: "required" });
      if (body.length > longestComment) return refuse(to, "too_long", { comment: "too_long" });
      await addComment(tx, actor, head, { id: input.formId, body });
      return done(to, "commented");
    }),
};

const withdrawRecord: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "publish", async (tx, head) => {
      const to = editorPath(head.id);
      const [part] = partsIn(input);
      const reason = input.fields.get("reason").slice(0, longestComment);
      if (!part || reason === "") return refuse(to, "required", { reason: "required" });
      const tags = await withdraw(tx, actor, head, part, reason);
      return tags ? { ...done(to, "withdrawn"), tags } : done(to, "unchanged");
    }),
};

const republishRecord: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "publish", async (tx, head) => {
      const to = editorPath(head.id);
      const [part] = partsIn(input);
      const tags = part ? await republish(tx, actor, head, part) : null;
      return tags ? { ...done(to, "republished"), tags } : done(to, "unchanged");
    }),
};

const restore: StaffAction = {
  audience: "staff",
  run: (actor, input) =>
    onRecord(actor, input, "read", async (tx, head) => {
      const version = Number(input.fields.get("version"));
      const parts = partsIn(input);
      if (!Number.isInteger(version) || version < 0) return refuse(editorPath(head.id), "not_there");
      const restored = await restoreRevision(tx, actor, head, version, parts);
      if (restored === null) return refuse(editorPath(head.id), "not_there");
      return done(editorPath(head.id), restored.length > 0 ? "restored" : "unchanged");
    }),
};

/** Actions of the editor by the name that their forms are sent to. */
export const editorActions: Record<string, StaffAction> = {
  "save-record": saveRecord,
  "discard-draft": discard,
  "comment-record": comment,
  "withdraw-record": withdrawRecord,
  "republish-record": republishRecord,
  "restore-record": restore,
};

function partsIn({ fields }: FormInput): PartName[] {
  const named = fields.all("part");
  return allParts.filter((part) => named.includes(part));
}
