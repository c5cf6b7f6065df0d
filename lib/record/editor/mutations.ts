import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/table";
import type { FormFields } from "@/lib/form/types";
import type { PartName, Sheet } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { checkTexts, readInForce, saveDraft } from "@/lib/record/draft/mutations";
import { allParts, permissionFor, whereLocale } from "@/lib/record/draft/rules";
import { toSheet } from "@/lib/record/draft/schema";
import { readEdition } from "@/lib/record/draft/staff-queries";
import type { FormBase } from "@/lib/record/draft/types";
import { resolveLinks } from "@/lib/record/editor/options/staff-queries";
import {
  applyIntent,
  checkedIn,
  chooseLink,
  type Intent,
  inputName,
  readFormBase,
  sheetFromForm,
  takeOffer,
} from "@/lib/record/editor/schema";
import { shapes } from "@/lib/record/shapes";

export type FormSaved = { saved: PartName[]; conflicts: PartName[]; newRow: string | null };

/**
 * Saves all parts that a form holds and its sender may change. A part in conflict is not written, the others are: what was
 * typed for it stays with the submission.
 */
export async function saveForm(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  fields: FormFields,
  intent: Intent,
): Promise<FormSaved> {
  const shape = shapes[head.kind];
  const result: FormSaved = { saved: [], conflicts: [], newRow: null };
  for (const part of allParts) {
    const base = readFormBase(fields, part);
    if (!base || !can(actor, permissionFor(part, head), head)) continue;
    const known = await readKnown(tx, head, part, base);
    let mine = sheetFromForm(fields, part, shape, known);
    mine = takeTheirs(fields, part, mine, known);
    mine = takeOffer(mine, intent, part, shape);
    if (part === "shared") {
      mine = applyIntent(mine, intent, shape, () => {
        result.newRow = newId();
        return result.newRow;
      });
      mine = await resolveLinks(tx, actor, shape, chooseLink(mine, intent, shape));
    }
    const { status } = await saveDraft(tx, actor, head, part, mine, base);
    const checked = checkedIn(fields, part);
    if (status !== "conflict" && (checked === null || checked.length > 0)) {
      const count = await checkTexts(tx, actor, head, part, checked);
      if (count > 0 && status === "unchanged") result.saved.push(part);
    }
    if (status === "saved") result.saved.push(part);
    if (status === "conflict") result.conflicts.push(part);
  }
  return result;
}

/** The sheet that the form was drawn from, or the newest where that is gone: what the form does not name comes from it. */
export async function readKnown(tx: Tx, head: RecordHead, part: PartName, base: FormBase): Promise<Sheet> {
  if (base.draftId) {
    const edition = await readEdition(tx, head.id, base.draftId, base.edition);
    if (edition) return edition;
  }
  const draft = await tx.draft.findFirst({
    where: { recordId: head.id, ...whereLocale(part) },
    select: { document: true },
  });
  return draft ? toSheet(draft.document) : readInForce(tx, head, part);
}

/** Where both wrote the same text, a tick beside the other's version takes it. */
function takeTheirs(fields: FormFields, part: PartName, mine: Sheet, theirs: Sheet): Sheet {
  const taken = Object.keys({ ...mine, ...theirs }).filter(
    (path) => fields.get(`theirs/${inputName(part, path)}`) === "yes",
  );
  return { ...mine, ...Object.fromEntries(taken.map((path) => [path, theirs[path] ?? ""])) };
}
