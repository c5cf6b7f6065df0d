import type { Tx } from "@/lib/db/table";
import type { RecordDocument } from "@/lib/publishing/types";
import { readDocument, readHead } from "@/lib/record/document/staff-queries";

/** A record as the tables have it. */
export async function sheetsOf(tx: Tx, recordId: string): Promise<RecordDocument> {
  const head = await readHead(tx, recordId);
  if (!head) throw new Error(`no record ${recordId}`);
  return readDocument(tx, head);
}
