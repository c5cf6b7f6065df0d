import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/table";
import type { FormFields } from "@/lib/form/types";
import { isSame, tidy } from "@/lib/publishing/sheet";
import type { PartName, Sheet } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { readInForce, saveDraft } from "@/lib/record/draft/mutations";
import { allParts, permissionFor, whereLocale } from "@/lib/record/draft/rules";
import { toSheet } from "@/lib/record/draft/schema";
import { readKnown } from "@/lib/record/editor/mutations";
import { readFormBase } from "@/lib/record/editor/schema";

export type SheetChanges = Partial<Record<PartName, (sheet: Sheet) => Sheet>>;

/**
 * Changes sheets as they stand at this moment, so that nobody else's work can be in the way. Runs inside a transaction that
 * holds the record's lock. Parts that this actor may not change stay as they are.
 *
 * @returns parts that are different now
 */
export async function changeSheets(tx: Tx, actor: Actor, head: RecordHead, changes: SheetChanges): Promise<PartName[]> {
  const changed: PartName[] = [];
  for (const part of allParts) {
    const change = changes[part];
    if (!change || !can(actor, permissionFor(part, head), head)) continue;
    const draft = await tx.draft.findFirst({
      where: { recordId: head.id, ...whereLocale(part) },
      select: { id: true, edition: true, document: true },
    });
    const now = draft ? toSheet(draft.document) : await readInForce(tx, head, part);
    const next = tidy(change(now));
    if (isSame(now, next)) continue;
    const base = { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: head.version };
    await saveDraft(tx, actor, head, part, next, base);
    changed.push(part);
  }
  return changed;
}

/**
 * Changes the figures and rows of a visit by a rule, over what the pressed button was drawn from: what others saved since
 * is joined with it, and where both moved the same stop nothing is written.
 */
export async function changeShared(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  fields: FormFields,
  change: (known: Sheet) => Sheet,
): Promise<"saved" | "unchanged" | "conflict" | "refused"> {
  const base = readFormBase(fields, "shared");
  if (!base || !can(actor, "edit", head)) return "refused";
  const known = await readKnown(tx, head, "shared", base);
  const { status } = await saveDraft(tx, actor, head, "shared", change(known), base);
  return status;
}
