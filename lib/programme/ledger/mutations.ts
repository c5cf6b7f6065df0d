import "server-only";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { FormFields } from "@/lib/form/types";
import { locales } from "@/lib/i18n/locales";
import { lacksOfSheets, type Step, stageIn, withOwnersAndStep } from "@/lib/programme/ledger/rules";
import type { Lack } from "@/lib/programme/ledger/types";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { changeShared } from "@/lib/programme/sheets/mutations";
import type { RecordHead } from "@/lib/record/document/types";
import { lockRecord, saveDraft } from "@/lib/record/draft/mutations";
import { toSheet } from "@/lib/record/draft/schema";
import { saveForm } from "@/lib/record/editor/mutations";
import { resolveLinks } from "@/lib/record/editor/options/staff-queries";
import { sheetFromForm } from "@/lib/record/editor/schema";
import { createRecord } from "@/lib/record/mutations";
import { shapes } from "@/lib/record/shapes";

/**
 * Saves what the form of a promise says: its words, owners, date, and a step up or down the ladder. Owners that name nobody
 * go; a step is added once, however often the form is sent.
 */
export async function saveOutcome(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  fields: FormFields,
  step: Step | null,
): Promise<"saved" | "unchanged" | "conflict"> {
  const shape = shapes.outcome;
  // Words go the way of all forms; figures and rows go through the rule for owners and steps.
  const words = new FormFields(fields.pairs.filter(([name]) => name !== "base.shared"));
  const saved = await saveForm(tx, actor, head, words, { kind: "save" });
  const both = { "rows.owners": "ru cn" };
  const typed = await resolveLinks(tx, actor, shape, sheetFromForm(fields, "shared", shape, both));
  const proven = step && (await withLinks(tx, actor, step));
  const shared = await changeShared(tx, actor, head, fields, (known) => {
    const named = new Set(fields.pairs.map(([name]) => name));
    const kept = Object.fromEntries(Object.entries(known).filter(([path]) => !named.has(path)));
    return withOwnersAndStep({ ...kept, ...typed }, proven);
  });
  if (saved.conflicts.length > 0 || shared === "conflict") return "conflict";
  return saved.saved.length > 0 || shared === "saved" ? "saved" : "unchanged";
}

/** The step with the source and the document that its texts mean, where there is one of that name. */
async function withLinks(tx: Tx, actor: Actor, step: Step): Promise<Step> {
  const path = `rows.steps.${step.id}`;
  const { sourceId, assetId } = step;
  const sheet = await resolveLinks(tx, actor, shapes.outcome, {
    "rows.steps": step.id,
    [`${path}.sourceId`]: sourceId,
    [`${path}.assetId`]: assetId,
  });
  return { ...step, sourceId: sheet[`${path}.sourceId`] ?? "", assetId: sheet[`${path}.assetId`] ?? "" };
}

/** What the promise in work still lacks before it can be put in force. */
export async function readLacks(tx: Tx, head: RecordHead): Promise<Lack[]> {
  const document = await readWorkingDocument(tx, head);
  const known = await tx.outcome.findUnique({ where: { id: head.id }, select: { stage: true } });
  const stage = stageIn(document.shared, known?.stage ?? "announced");
  return lacksOfSheets(
    head.id,
    stage,
    document.shared,
    locales.map((locale) => document.words[locale] ?? {}),
  );
}

/** A new entry of a visit's ledger, by the id of its form: sent twice, it is one. */
export async function beginOutcome(actor: Actor, id: string, visit: RecordHead, name: string): Promise<void> {
  const { regionId, sourceLocale } = visit;
  await createRecord(actor, id, { kind: "outcome", regionId, sourceLocale, name, slug: "" });
  await db().$transaction(async (tx) => {
    const head = await lockRecord(tx, actor, "edit", id);
    const draft = await tx.draft.findFirst({ where: { recordId: id, locale: null } });
    if (!head || !draft) return;
    const known = toSheet(draft.document);
    if (known["values.visitId"]) return;
    const sheet = {
      ...known,
      "values.visitId": visit.id,
      "values.position": "0",
      "values.kind": "intent",
      "values.visibility": "working",
    };
    const base = { draftId: draft.id, edition: draft.edition, version: head.version };
    await saveDraft(tx, actor, head, "shared", sheet, base);
  });
}

/** Id for a step that the same form always gives. */
export function stepId(formId: string): string {
  return /^[0-9a-f-]{36}$/.test(formId) ? formId : newId();
}
