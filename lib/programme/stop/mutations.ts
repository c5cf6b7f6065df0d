import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/table";
import type { FormFields } from "@/lib/form/types";
import type { Sheet } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { saveDraft } from "@/lib/record/draft/mutations";
import { readKnown } from "@/lib/record/editor/mutations";
import { readFormBase } from "@/lib/record/editor/schema";

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
