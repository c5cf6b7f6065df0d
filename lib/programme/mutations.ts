import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/table";
import { readLatestVersion, readWorkingDocument } from "@/lib/programme/share-queries";
import { isSameDocument } from "@/lib/publishing/sheet";
import type { RecordHead } from "@/lib/record/document/types";

export type Sent = { status: "sent"; number: number } | { status: "unchanged"; number: number };

/**
 * Sends the programme out as it is in work: everybody with a link sees it from now on. Runs inside a transaction that holds
 * the record's lock, so that two versions never get one number; what stands in its way was asked before
 * (`lib/programme/check`).
 *
 * @param note what changed, in the organizer's words; participants read it
 */
export async function sendProgramme(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  { note, now }: { note: string | null; now: Date },
): Promise<Sent> {
  const document = await readWorkingDocument(tx, head);
  const latest = await readLatestVersion(tx, head.id);
  if (latest && isSameDocument(latest.document, document)) return { status: "unchanged", number: latest.number };
  const number = (latest?.number ?? 0) + 1;
  await tx.programmeVersion.create({
    data: { recordId: head.id, number, document, note, authorId: actor.id, publishedAt: now },
    select: { number: true },
  });
  const label = document.words[head.sourceLocale]?.name;
  await writeAudit(tx, actor, {
    action: "programme.send",
    record: { ...head, ...(label ? { label } : {}) },
    detail: { programme: number },
  });
  return { status: "sent", number };
}
