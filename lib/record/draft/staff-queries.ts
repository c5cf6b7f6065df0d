import "server-only";
import type { Tx } from "@/lib/db/table";
import type { Sheet } from "@/lib/publishing/types";
import { toSheet } from "@/lib/record/draft/schema";

/** One save of a draft; null when it is gone. */
export async function readEdition(tx: Tx, recordId: string, draftId: string, edition: number): Promise<Sheet | null> {
  const row = await tx.draftEdition.findFirst({
    where: { draftId, edition, draft: { recordId } },
    select: { document: true },
  });
  return row ? toSheet(row.document) : null;
}
