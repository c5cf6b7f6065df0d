import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { writeAudit } from "@/lib/audit/mutations";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { refusedBy } from "@/lib/db/errors";
import { Locale } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import { readDocuments, readHeads } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { refillSites, restoreMany, type Snapshot } from "@/lib/record/publication/bulk/mutations";
import { announce, withdraw } from "@/lib/record/publication/mutations";
import { siteIdsOf } from "@/lib/register/apply/mutations";
import { holdWork, longWork } from "@/lib/register/batch/mutations";
import { lockBatch } from "@/lib/register/batch/staff-queries";
import type { BatchHead } from "@/lib/register/types";

const chunkRecords = 400;

export type UndoResult = { status: "undone"; tags: string[] } | { status: "not_there" | "not_applied" };

/**
 * Puts everything back as it was before the batch, in one transaction: records that it made go, or are withdrawn where
 * others name them by now; those that it changed get the rows that they had. What somebody changed since is left.
 */
export function undoBatch(actor: Actor, id: string, now: Date): Promise<UndoResult> {
  return db().$transaction(async (tx): Promise<UndoResult> => {
    await holdWork(tx, id);
    const batch = await lockBatch(tx, actor, id);
    if (!batch) return { status: "not_there" };
    if (batch.state !== "applied") return { status: "not_applied" };
    const target = { id, kind: "site" as const, regionId: batch.regionId };
    if (!can(actor, batch.isInForce ? "publish" : "edit", target)) return { status: "not_there" };
    for (const kind of ["site", "organisation"] as const) {
      for (let after = ""; ; ) {
        const lines = await tx.importChange.findMany({
          where: { batchId: id, kind, ...(after ? { recordId: { gt: after } } : {}) },
          orderBy: { recordId: "asc" },
          take: chunkRecords,
        });
        const last = lines.at(-1);
        if (!last) break;
        after = last.recordId;
        const outcomes = batch.isInForce
          ? await takeBack(tx, actor, batch, lines, now)
          : await discardDrafts(tx, lines);
        await keepOutcomes(tx, id, outcomes);
      }
    }
    if (batch.isInForce) await refillSites(tx, await siteIdsOf(tx, id));
    await tx.importBatch.update({ where: { id }, data: { state: "undone", undoneAt: now }, select: { id: true } });
    await writeAudit(tx, actor, {
      action: "register.undo",
      subject: { regionId: batch.regionId, label: batch.fileName },
      detail: { batch: id, kind: batch.kind },
    });
    return { status: "undone", tags: batch.isInForce ? await announce(tx) : [] };
  }, longWork);
}

type Line = { recordId: string; isNew: boolean; versionAfter: number | null; rowsBefore: unknown };
type Outcome = { id: string; outcome: "undone" | "withdrawn" | "left" };

const snapshotSchema = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));

async function takeBack(tx: Tx, actor: Actor, batch: BatchHead, lines: readonly Line[], now: Date): Promise<Outcome[]> {
  const ids = lines.map(({ recordId }) => recordId);
  await tx.$queryRaw`SELECT 1 FROM record WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const heads = await readHeads(tx, ids);
  const drafted = new Set(
    (await tx.draft.findMany({ where: { recordId: { in: ids } }, select: { recordId: true } })).map(
      ({ recordId }) => recordId,
    ),
  );
  const edited = await findEdited(tx, lines, heads);
  const outcomes: Outcome[] = [];
  const [made, changed]: [RecordHead[], RecordHead[]] = [[], []];
  const snapshots = new Map<string, Snapshot>();
  for (const { recordId: id, isNew, rowsBefore } of lines) {
    const head = heads.get(id);
    if (!head) outcomes.push({ id, outcome: "undone" });
    else if (edited.has(id) || (isNew && drafted.has(id))) outcomes.push({ id, outcome: "left" });
    else if (isNew) made.push(head);
    else {
      snapshots.set(id, snapshotSchema.parse(rowsBefore));
      changed.push(head);
    }
  }
  await restoreMany(tx, actor, changed, snapshots, { now, reason: batch.fileName });
  outcomes.push(...changed.map(({ id }): Outcome => ({ id, outcome: "undone" })));
  outcomes.push(...(await removeMade(tx, actor, made, batch.fileName)));
  return outcomes;
}

/** Records that say something else than after the batch: what was changed and put back since is no edit. */
async function findEdited(
  tx: Tx,
  lines: readonly Line[],
  heads: ReadonlyMap<string, RecordHead>,
): Promise<Set<string>> {
  const moved = lines.flatMap(({ recordId, versionAfter }) => {
    const head = heads.get(recordId);
    return head && head.version !== versionAfter ? [{ recordId, version: versionAfter ?? 0, head }] : [];
  });
  const documents = await readDocuments(
    tx,
    moved.map(({ head }) => head),
  );
  const revisions = await tx.revision.findMany({
    where: { OR: moved.map(({ recordId, version }) => ({ recordId, version })) },
    select: { recordId: true, document: true },
  });
  const then = new Map(revisions.map(({ recordId, document }) => [recordId, document]));
  const isEdited = ({ recordId }: { recordId: string }) =>
    !isDeepStrictEqual(then.get(recordId), documents.get(recordId));
  return new Set(moved.filter(isEdited).map(({ recordId }) => recordId));
}

/** Records that the batch made, unless something else names them by now. */
async function removeMade(tx: Tx, actor: Actor, heads: readonly RecordHead[], reason: string): Promise<Outcome[]> {
  if (heads.length === 0) return [];
  const ids = heads.map(({ id }) => id);
  if (await mayRemove(tx, ids)) return ids.map((id) => ({ id, outcome: "undone" }));
  const outcomes: Outcome[] = [];
  for (const head of heads) {
    if (await mayRemove(tx, [head.id])) outcomes.push({ id: head.id, outcome: "undone" });
    else {
      await withdraw(tx, actor, head, "shared", reason);
      outcomes.push({ id: head.id, outcome: "withdrawn" });
    }
  }
  return outcomes;
}

async function mayRemove(tx: Tx, ids: readonly string[]): Promise<boolean> {
  await tx.$executeRaw`SAVEPOINT removing`;
  try {
    await tx.record.deleteMany({ where: { id: { in: [...ids] } } });
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
    await tx.$executeRaw`SET CONSTRAINTS ALL DEFERRED`;
    await tx.$executeRaw`RELEASE SAVEPOINT removing`;
    return true;
  } catch (error) {
    if (!refusedBy(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT removing`;
    return false;
  }
}

const traceSchema = z.array(
  z.object({
    part: z.enum(["shared", ...Object.values(Locale)]),
    draftId: z.string(),
    edition: z.number(),
    before: z.record(z.string(), z.string()).nullable(),
  }),
);

/** Proposals that the batch made, where nobody wrote in them since. */
async function discardDrafts(tx: Tx, lines: readonly Line[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { recordId: id, isNew, rowsBefore } of lines) {
    const trace = traceSchema.parse(rowsBefore ?? []);
    let isLeft = false;
    for (const { draftId, edition, before } of trace) {
      const where = { id: draftId, edition };
      const { count } = before
        ? await tx.draft.updateMany({ where, data: { document: before, edition: edition + 1 } })
        : await tx.draft.deleteMany({ where });
      if (count === 0) isLeft = true;
    }
    if (isNew && !isLeft) {
      const { count } = await tx.record.deleteMany({ where: { id, version: 0, drafts: { none: {} } } });
      isLeft = count === 0;
    }
    outcomes.push({ id, outcome: isLeft ? "left" : "undone" });
  }
  return outcomes;
}

async function keepOutcomes(tx: Tx, batchId: string, outcomes: readonly Outcome[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_change c SET outcome = l.outcome
    FROM jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) AS l(id uuid, outcome text)
    WHERE c.batch_id = ${batchId}::uuid AND c.record_id = l.id`;
}
