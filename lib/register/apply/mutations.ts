import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import { db } from "@/lib/db/client";
import { isDatabaseLost, refusedBy } from "@/lib/db/errors";
import { putRows } from "@/lib/db/rows";
import type { Tx } from "@/lib/db/table";
import { merge, tidy } from "@/lib/publishing/sheet";
import type { PartName, RecordDocument, Sheet } from "@/lib/publishing/types";
import { readDocuments, readHeads } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { saveDraft } from "@/lib/record/draft/mutations";
import { toSheet } from "@/lib/record/draft/schema";
import { publishMany, refillSites, takeSnapshots } from "@/lib/record/publication/bulk/mutations";
import { changedParts, type Wanted } from "@/lib/record/publication/bulk/rules";
import { announce } from "@/lib/record/publication/mutations";
import { holdWork, longWork } from "@/lib/register/batch/mutations";
import { lockBatch } from "@/lib/register/batch/staff-queries";
import { withChanges } from "@/lib/register/check/rules";
import { toChanges } from "@/lib/register/schema";
import type { BatchHead } from "@/lib/register/types";

/** Records that are written at once. */
const chunkRecords = 400;
/** One batch takes effect at a time: the second waits and then finds what the first one changed. */
const applyLock = 7_203_410;

export type ApplyResult =
  | { status: "applied"; isInForce: boolean; tags: string[] }
  | { status: "not_there" | "not_checked" | "stale" | "no_source" | "has_errors" | "unconfirmed" | "nothing" }
  | { status: "refused"; rule: string };

type Said = { onlyGood: boolean; isConfirmed: boolean };

/**
 * Makes true what was shown, all of it or nothing: in force where the actor may publish in the region, else as drafts. A
 * record that changed since it was shown sends the whole batch back to be looked at again.
 */
export async function applyBatch(actor: Actor, id: string, said: Said, now: Date): Promise<ApplyResult> {
  try {
    return await db().$transaction((tx) => applyIn(tx, actor, id, said, now), longWork);
  } catch (error) {
    const rule = isDatabaseLost(error) ? null : refusedBy(error);
    if (!(error instanceof Stale) && !rule) throw error;
    await db().importBatch.updateMany({
      where: { id, state: "checked" },
      data: { state: "uploaded", work: null, trouble: error instanceof Stale ? "stale" : `rule:${rule}` },
    });
    return error instanceof Stale ? { status: "stale" } : { status: "refused", rule: rule ?? "" };
  }
}

class Stale extends Error {}

async function applyIn(tx: Tx, actor: Actor, id: string, said: Said, now: Date): Promise<ApplyResult> {
  await holdWork(tx, id);
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${applyLock})::text`;
  const batch = await lockBatch(tx, actor, id);
  if (!batch) return { status: "not_there" };
  const { counts, settings, regionId } = batch;
  if (batch.state !== "checked" || !counts) return { status: "not_checked" };
  if (counts.records === 0) return { status: "nothing" };
  if (counts.error > 0 && !said.onlyGood) return { status: "has_errors" };
  if (counts.confirms > 0 && !said.isConfirmed) return { status: "unconfirmed" };
  if (settings.sourceId === "" || settings.asOf === "") return { status: "no_source" };
  const target = { id, kind: "site" as const, regionId };
  const isInForce = can(actor, "publish", target);
  for (const kind of ["organisation", "site"] as const) {
    for (let after = ""; ; ) {
      const changes = await tx.importChange.findMany({
        where: { batchId: id, kind, ...(after ? { recordId: { gt: after } } : {}) },
        orderBy: { recordId: "asc" },
        take: chunkRecords,
      });
      const last = changes.at(-1);
      if (!last) break;
      after = last.recordId;
      const wanted = await readWanted(tx, actor, batch, changes);
      if (isInForce) await putInForce(tx, actor, batch, wanted, now);
      else await putInDrafts(tx, actor, batch, wanted);
    }
  }
  if (isInForce) await refillSites(tx, await siteIdsOf(tx, id));
  await tx.importBatch.update({
    where: { id },
    data: { state: "applied", isInForce, appliedAt: now, appliedById: actor.id, trouble: null },
    select: { id: true },
  });
  await writeAudit(tx, actor, {
    action: "register.apply",
    subject: { regionId, label: batch.fileName },
    detail: { batch: id, kind: batch.kind, records: counts.records, isInForce },
  });
  return { status: "applied", isInForce, tags: isInForce ? await announce(tx) : [] };
}

/** Sites that a batch changes. */
export async function siteIdsOf(tx: Tx, batchId: string): Promise<string[]> {
  const rows = await tx.importChange.findMany({ where: { batchId, kind: "site" }, select: { recordId: true } });
  return rows.map(({ recordId }) => recordId);
}

type Line = { recordId: string; kind: string; isNew: boolean; versionBefore: number; changes: unknown };

/** Locks the records and makes the changes to what they are now. */
async function readWanted(
  tx: Tx,
  actor: Actor,
  batch: BatchHead,
  lines: readonly Line[],
): Promise<Wanted<RecordHead>[]> {
  const ids = lines.map(({ recordId }) => recordId);
  await tx.$queryRaw`SELECT 1 FROM record WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const heads = await readHeads(tx, ids);
  const documents = await readDocuments(tx, [...heads.values()]);
  const region = await tx.region.findUniqueOrThrow({ where: { id: batch.regionId }, select: { timeZone: true } });
  return lines.map(({ recordId, kind, isNew, versionBefore, changes: json }) => {
    const known = heads.get(recordId);
    if (isNew ? known !== undefined : known?.version !== versionBefore) throw new Stale();
    const head: RecordHead = known ?? {
      id: recordId,
      kind: kind === "organisation" ? "organisation" : "site",
      slug: null,
      regionId: batch.regionId,
      version: 0,
      state: "draft",
      sourceLocale: batch.locale,
      sectors: [],
      zone: region.timeZone,
    };
    if (!can(actor, isNew ? "create" : "edit", head)) throw new Stale();
    const before: RecordDocument = documents.get(recordId) ?? { shared: {}, words: {} };
    return { head, isNew, before, after: withChanges(before, toChanges(json)) };
  });
}

async function putInForce(
  tx: Tx,
  actor: Actor,
  batch: BatchHead,
  wanted: readonly Wanted<RecordHead>[],
  now: Date,
): Promise<void> {
  const [first] = wanted;
  if (!first) return;
  const known = wanted.filter(({ isNew }) => !isNew).map(({ head }) => head.id);
  const snapshots = known.length > 0 ? await takeSnapshots(tx, first.head.kind, known) : new Map();
  await publishMany(tx, actor, wanted, { now, reason: batch.fileName });
  for (const one of wanted) if (!one.isNew) await rebaseDrafts(tx, actor, one);
  await keepResults(
    tx,
    batch.id,
    wanted.map(({ head }) => ({ id: head.id, version: head.version + 1, rows: snapshots.get(head.id) ?? null })),
  );
}

async function keepResults(
  tx: Tx,
  batchId: string,
  results: readonly { id: string; version: number | null; rows: unknown }[],
): Promise<void> {
  await tx.$executeRaw`
    UPDATE import_change c SET version_after = l.version, rows_before = l.rows
    FROM jsonb_to_recordset(${JSON.stringify(results)}::jsonb) AS l(id uuid, version int, rows jsonb)
    WHERE c.batch_id = ${batchId}::uuid AND c.record_id = l.id`;
}

/** A draft that somebody has open goes on from what is in force now; where he wrote himself his text stays. */
async function rebaseDrafts(tx: Tx, actor: Actor, { head, before, after }: Wanted<RecordHead>): Promise<void> {
  const drafts = await tx.draft.findMany({ where: { recordId: head.id } });
  for (const draft of drafts) {
    const sheetOf = ({ shared, words }: RecordDocument): Sheet => (draft.locale ? (words[draft.locale] ?? {}) : shared);
    const mine = toSheet(draft.document);
    const { sheet, conflicts } = merge(sheetOf(before), sheetOf(after), mine);
    const own = Object.fromEntries(conflicts.map(({ path }) => [path, mine[path] ?? ""]));
    const document = tidy({ ...sheet, ...own });
    const edition = draft.edition + 1;
    await tx.draft.update({
      where: { id: draft.id },
      data: { document, edition, baseVersion: head.version + 1 },
      select: { id: true },
    });
    await tx.draftEdition.create({
      data: { draftId: draft.id, edition, document, authorId: actor.id },
      select: { edition: true },
    });
  }
}

export type DraftTrace = { part: PartName; draftId: string; edition: number; before: Sheet | null }[];

/** Proposals instead of what is in force: an approver looks at them as at any other. */
async function putInDrafts(
  tx: Tx,
  actor: Actor,
  batch: BatchHead,
  wanted: readonly Wanted<RecordHead>[],
): Promise<void> {
  const made = wanted.filter(({ isNew }) => isNew);
  await putRows(
    tx,
    "record",
    ["id"],
    made.map(({ head }) => ({
      id: head.id,
      kind: head.kind,
      region_id: head.regionId,
      source_locale: head.sourceLocale,
    })),
  );
  const drafted = new Set(
    (
      await tx.draft.findMany({
        where: { recordId: { in: wanted.map(({ head }) => head.id) } },
        select: { recordId: true },
      })
    ).map(({ recordId }) => recordId),
  );
  const rows: Record<string, unknown>[] = [];
  const results: { id: string; version: number | null; rows: DraftTrace }[] = [];
  for (const one of wanted) {
    const trace: DraftTrace = [];
    for (const part of changedParts(one)) {
      const sheet = part === "shared" ? one.after.shared : (one.after.words[part] ?? {});
      if (drafted.has(one.head.id)) {
        const kept = await joinDraft(tx, actor, one, part, sheet);
        if (kept) trace.push(kept);
        continue;
      }
      const draftId = newId();
      rows.push({
        id: draftId,
        record_id: one.head.id,
        locale: part === "shared" ? null : part,
        document: sheet,
        base_version: one.head.version,
        author_id: actor.id,
      });
      trace.push({ part, draftId, edition: 1, before: null });
    }
    results.push({ id: one.head.id, version: null, rows: trace });
  }
  await putRows(tx, "draft", ["id"], rows);
  await putRows(
    tx,
    "draft_edition",
    ["draft_id", "edition"],
    rows.map(({ id, document }) => ({ draft_id: id, edition: 1, document, author_id: actor.id })),
  );
  await keepResults(tx, batch.id, results);
}

/** Into the draft that is there: only what the file changes, and not where somebody wrote something else. */
async function joinDraft(
  tx: Tx,
  actor: Actor,
  one: Wanted<RecordHead>,
  part: PartName,
  sheet: Sheet,
): Promise<DraftTrace[number] | null> {
  const locale = part === "shared" ? null : part;
  const draft = await tx.draft.findFirst({ where: { recordId: one.head.id, locale } });
  const was = part === "shared" ? one.before.shared : (one.before.words[part] ?? {});
  const theirs = draft ? toSheet(draft.document) : was;
  const joined = merge(was, theirs, sheet).sheet;
  const base = { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: one.head.version };
  const saved = await saveDraft(tx, actor, one.head, part, joined, base);
  if (saved.status !== "saved" || !saved.base.draftId) return null;
  return { part, draftId: saved.base.draftId, edition: saved.base.edition, before: draft ? theirs : null };
}
