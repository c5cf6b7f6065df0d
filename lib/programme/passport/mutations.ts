import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { deleteAfter, isOver, passOwner } from "@/lib/programme/passport/rules";
import { seal } from "@/lib/programme/passport/seal";
import { type PassLine, readPassLines, readPassView } from "@/lib/programme/passport/staff-queries";
import type { PassData, PassStop } from "@/lib/programme/passport/types";
import { readWorkingDocument } from "@/lib/programme/share-queries";
import { listAt } from "@/lib/publishing/sheet";
import type { Sheet } from "@/lib/publishing/types";
import { compileShared } from "@/lib/record/document/rules";
import { readHeads } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { pick } from "@/lib/translation/rules";
import type { Texts } from "@/lib/translation/types";

/**
 * Keeps passport data of participants, encrypted, with the day on which they go.
 *
 * @param shared the visit as it is planned
 * @param today  the day in the zone of the visit
 */
export async function savePassData(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  shared: Sheet,
  people: readonly { participantId: string; data: PassData }[],
  today: Date,
): Promise<void> {
  if (people.length === 0) return;
  const { columns } = compileShared(head, shared);
  const rows = people.map(({ participantId, data }) => ({
    recordId: head.id,
    participantId,
    ...seal(JSON.stringify(data), passOwner(head.id, participantId)),
    deleteAfter: deleteAfter(columns, today),
  }));
  await tx.passDetail.deleteMany({
    where: { recordId: head.id, participantId: { in: rows.map(({ participantId }) => participantId) } },
  });
  await tx.passDetail.createMany({ data: rows });
  await writeAudit(tx, actor, { action: "passport.save", record: head, detail: { people: rows.length } });
}

/**
 * Deletes passport data.
 *
 * @param participantId null: of all
 * @returns             of how many people
 */
export async function deletePassData(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  participantId: string | null,
): Promise<number> {
  const { count } = await tx.passDetail.deleteMany({
    where: { recordId: head.id, ...(participantId ? { participantId } : {}) },
  });
  if (count > 0) await writeAudit(tx, actor, { action: "passport.delete", record: head, detail: { people: count } });
  return count;
}

/** The visit was put off: somebody decides that the data stay until the new end. */
export async function keepPassData(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  shared: Sheet,
  today: Date,
): Promise<number> {
  const until = deleteAfter(compileShared(head, shared).columns, today);
  const { count } = await tx.passDetail.updateMany({
    where: { recordId: head.id, deleteAfter: { lt: until } },
    data: { deleteAfter: until },
  });
  if (count > 0) await writeAudit(tx, actor, { action: "passport.keep", record: head, detail: { people: count } });
  return count;
}

const job = { id: null, name: "—", ipAddress: null };

/**
 * Deletes what is over: by the day that was said or that of the visit as it is planned now, whichever is earlier; and what
 * belongs to nobody who still takes part.
 *
 * @param today midnight UTC of the present day
 * @returns     of how many people
 */
export async function forgetPassData(client: ReturnType<typeof db>, today: Date): Promise<number> {
  const rows = await client.passDetail.findMany({ distinct: ["recordId"], select: { recordId: true } });
  let count = 0;
  for (const { recordId } of rows) count += await client.$transaction((tx) => forgetOf(tx, recordId, today));
  return count;
}

async function forgetOf(tx: Tx, recordId: string, today: Date): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM record WHERE id = ${recordId}::uuid FOR UPDATE`;
  const rows = await tx.passDetail.findMany({
    where: { recordId },
    select: { participantId: true, deleteAfter: true },
  });
  const head = (await readHeads(tx, [recordId])).get(recordId);
  const gone = head ? await overOf(tx, head, rows, today) : rows.map(({ participantId }) => participantId);
  if (gone.length === 0) return 0;
  const { count } = await tx.passDetail.deleteMany({ where: { recordId, participantId: { in: gone } } });
  if (head) await writeAudit(tx, job, { action: "passport.delete", record: head, detail: { people: count } });
  return count;
}

async function overOf(
  tx: Tx,
  head: RecordHead,
  rows: readonly { participantId: string; deleteAfter: Date }[],
  today: Date,
): Promise<string[]> {
  const { shared } = await readWorkingDocument(tx, head);
  const there = new Set(listAt(shared, "rows.participants"));
  const columns = compileShared(head, shared).columns;
  return rows.flatMap(({ participantId, deleteAfter: stored }) => {
    // A visit without days has none that could shorten anything.
    const current = columns.endsOn || columns.startsOn ? deleteAfter(columns, today) : stored;
    return isOver(stored, current, today) || !there.has(participantId) ? [participantId] : [];
  });
}

export type PassList = {
  visit: Texts;
  stop: PassStop | null;
  lines: PassLine[];
};

/**
 * Everybody's passport data for one stop, with a line in the log that says who took them.
 *
 * @param stopId "" for all stops
 * @returns      null where there is no such visit or stop, or for those who may not
 */
export function listPassData(
  actor: Actor,
  recordId: string,
  stopId: string,
  may: (head: RecordHead) => boolean,
): Promise<PassList | null> {
  return db().$transaction(async (tx) => {
    const head = (await readHeads(tx, [recordId])).get(recordId);
    if (head?.kind !== "visit" || !may(head)) return null;
    const document = await readWorkingDocument(tx, head);
    const { stops } = await readPassView(head, document);
    const stop = stops.find(({ id }) => id === stopId) ?? null;
    if (stopId !== "" && !stop) return null;
    const lines = await readPassLines(tx, head, document);
    const visit = Object.fromEntries(
      Object.entries(document.words).flatMap(([locale, sheet]) => (sheet?.name ? [[locale, sheet.name]] : [])),
    );
    const label = pick(visit, head.sourceLocale)?.text;
    const record = { ...head, ...(label ? { label } : {}) };
    await writeAudit(tx, actor, { action: "passport.list", record, detail: { people: lines.length } });
    return { visit, stop, lines };
  });
}
