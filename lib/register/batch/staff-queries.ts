import "server-only";
import { canInHouse, houseRegionsOf } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import { isId } from "@/lib/publishing/field-values";
import { readNames } from "@/lib/record/list/staff-queries";
import {
  type BatchLine,
  type BatchView,
  type ChangeLine,
  type RowLine,
  rowsPerPage,
  type Work,
} from "@/lib/register/batch/types";
import { toBatchHead, toCells, toChanges, toNotices } from "@/lib/register/schema";
import type { BatchHead, Verdict } from "@/lib/register/types";
import type { Cell } from "@/lib/spreadsheet/types";

/** The batch with this number, locked until the transaction ends; null where this actor has none. */
export async function lockBatch(tx: Tx, actor: Actor, id: string): Promise<BatchHead | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  await tx.$queryRaw`SELECT 1 FROM import_batch WHERE id = ${id}::uuid FOR UPDATE`;
  return readBatch(tx, actor, id);
}

/** @returns null where there is none, or where this actor may not import: the two look alike */
export async function readBatch(tx: Tx, actor: Actor, id: string): Promise<BatchHead | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const head = toBatchHead(await tx.importBatch.findUnique({ where: { id } }));
  return head && canInHouse(actor, "register.import", head.regionId) ? head : null;
}

export function getBatch(actor: Actor, id: string): Promise<BatchHead | null> {
  return readBatch(db(), actor, id);
}

/** Files of the regions in which this actor may import, the newest first. */
export async function listBatches(actor: Actor): Promise<BatchLine[]> {
  const regions = houseRegionsOf(actor, "register.import");
  const rows = await db().importBatch.findMany({
    where: { kind: { not: "translation" }, ...(regions ? { regionId: { in: regions } } : {}) },
    orderBy: { createdAt: "desc" },
    take: 50,
    select: {
      id: true,
      kind: true,
      state: true,
      fileName: true,
      createdAt: true,
      isInForce: true,
      counts: true,
      staff: { select: { name: true } },
      regionId: true,
    },
  });
  return rows.flatMap(({ createdAt, staff, kind, regionId, counts, ...row }) =>
    kind === "translation" || !regionId
      ? []
      : [{ ...row, kind, regionId, who: staff.name, createdAt: createdAt.toISOString(), records: recordsIn(counts) }],
  );
}

function recordsIn(counts: unknown): number | null {
  return typeof counts === "object" && counts !== null && "records" in counts ? Number(counts.records) : null;
}

/** Within so many seconds a work that was begun holds its lock, also one that waits for its turn. */
const startSeconds = 60;

/** A work that is under way holds a lock; one whose process was killed does not. */
async function workOf(id: string): Promise<{ work: Work | null; isBroken: boolean }> {
  const rows = await db().$queryRaw<{ work: Work | null; is_held: boolean; is_young: boolean }[]>`
    SELECT b.work, b.work_at > now() - make_interval(secs => ${startSeconds}::float8) AS is_young, EXISTS (
      SELECT 1 FROM pg_locks l WHERE l.locktype = 'advisory' AND l.objid = (hashtext(b.id::text)::bigint & 4294967295)::oid
    ) AS is_held FROM import_batch b WHERE b.id = ${id}::uuid`;
  const [row] = rows;
  if (!row?.work) return { work: null, isBroken: false };
  const isOn = row.is_held || row.is_young;
  return { work: isOn ? row.work : null, isBroken: !isOn };
}

/** What the page of a batch shows. */
export async function readBatchView(
  actor: Actor,
  id: string,
  { verdict, page, locale }: { verdict: Verdict | null; page: number; locale: Locale },
): Promise<BatchView | null> {
  const batch = await readBatch(db(), actor, id);
  if (!batch) return null;
  const row = await db().importBatch.findUniqueOrThrow({
    where: { id },
    select: {
      createdAt: true,
      appliedAt: true,
      undoneAt: true,
      trouble: true,
      encoding: true,
      sha256: true,
      staff: { select: { name: true } },
      appliedBy: { select: { name: true } },
    },
  });
  const [sameFile, rows, total, changes, outcomes, samples] = await Promise.all([
    db().importBatch.findFirst({
      where: { sha256: row.sha256, id: { not: id }, state: "applied", regionId: batch.regionId, kind: batch.kind },
      orderBy: { appliedAt: "desc" },
      select: { id: true, appliedAt: true },
    }),
    listRows(batch, verdict, page),
    db().importRow.count({ where: { batchId: id, number: { gt: batch.headerRow }, ...(verdict ? { verdict } : {}) } }),
    listChanges(id, page),
    db().importChange.groupBy({ by: ["outcome"], where: { batchId: id }, _count: true }),
    listSamples(batch),
  ]);
  const { work, isBroken } = await workOf(id);
  const left = await db().importChange.findMany({
    where: { batchId: id, outcome: { in: ["left", "withdrawn"] } },
    take: 100,
    select: { recordId: true, name: true, outcome: true },
  });
  const ids = changes.flatMap((line) => line.changes.flatMap((change) => [change.old, change.new])).filter(isId);
  const [names, changeCount, sources] = await Promise.all([
    readNames([...ids, batch.regionId], locale),
    db().importChange.count({ where: { batchId: id } }),
    listSourceChoices(batch),
  ]);
  return {
    batch,
    names: Object.fromEntries(names),
    changeCount,
    sources,
    regionName: names.get(batch.regionId) ?? "",
    who: row.staff.name,
    appliedBy: row.appliedBy?.name ?? null,
    createdAt: row.createdAt.toISOString(),
    appliedAt: row.appliedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
    trouble: row.trouble ?? (isBroken ? "failed" : null),
    encoding: row.encoding,
    work,
    sameFile: sameFile?.appliedAt ? { id: sameFile.id, at: sameFile.appliedAt.toISOString() } : null,
    rows,
    changes,
    samples,
    total,
    page,
    pages: Math.max(1, Math.ceil(total / rowsPerPage)),
    outcomes: Object.fromEntries(outcomes.map(({ outcome, _count }) => [outcome ?? "none", _count])),
    left,
  };
}

/** Sources of the region and of all, the newest first; the chosen one in any case. */
async function listSourceChoices({ regionId, settings }: BatchHead): Promise<{ id: string; title: string }[]> {
  const select = { id: true, title: true, publisher: true } as const;
  const [rows, chosen] = await Promise.all([
    db().source.findMany({
      where: { OR: [{ regionId }, { regionId: null }] },
      orderBy: [{ publishedOn: { sort: "desc", nulls: "last" } }, { code: "asc" }],
      take: 300,
      select,
    }),
    isId(settings.sourceId) ? db().source.findUnique({ where: { id: settings.sourceId }, select }) : null,
  ]);
  const all = chosen && !rows.some(({ id }) => id === chosen.id) ? [chosen, ...rows] : rows;
  return all.map(({ id, title, publisher }) => ({ id, title: `${title} (${publisher})` }));
}

async function listRows(batch: BatchHead, verdict: Verdict | null, page: number): Promise<RowLine[]> {
  if (batch.state === "uploaded") return [];
  const rows = await db().importRow.findMany({
    where: { batchId: batch.id, number: { gt: batch.headerRow }, ...(verdict ? { verdict } : {}) },
    orderBy: { number: "asc" },
    skip: (page - 1) * rowsPerPage,
    take: rowsPerPage,
    select: { number: true, verdict: true, recordId: true, notices: true, cells: true },
  });
  const nameColumn = Number(
    Object.entries(batch.mapping).find(([, field]) => /^(?:name|code)(?:\.|$)/.test(field))?.[0] ?? -1,
  );
  return rows.map(({ cells, notices, verdict: own, ...row }) => ({
    ...row,
    verdict: (own ?? "skipped") as Verdict,
    notices: toNotices(notices),
    first: firstOf(toCells(cells), nameColumn),
  }));
}

function firstOf(cells: readonly Cell[], nameColumn: number): string {
  return String(cells[nameColumn] ?? cells.find((cell) => typeof cell === "string") ?? "");
}

async function listChanges(batchId: string, page: number): Promise<ChangeLine[]> {
  const rows = await db().importChange.findMany({
    where: { batchId },
    orderBy: [{ rowNumbers: "asc" }],
    skip: (page - 1) * rowsPerPage,
    take: rowsPerPage,
    select: { recordId: true, kind: true, isNew: true, name: true, changes: true, rowNumbers: true },
  });
  return rows.map(({ changes, ...row }) => ({ ...row, changes: toChanges(changes) }));
}

/** The first cells of each column: what a person looks at when he says what a column means. */
async function listSamples(batch: BatchHead): Promise<string[][]> {
  const rows = await db().importRow.findMany({
    where: { batchId: batch.id, number: { gt: batch.headerRow } },
    orderBy: { number: "asc" },
    take: 30,
    select: { cells: true },
  });
  const cells = rows.map((row) => toCells(row.cells));
  return batch.headers.map((_, column) =>
    cells
      .flatMap((one) => (one[column] === null || one[column] === undefined ? [] : [String(one[column])]))
      .slice(0, 3),
  );
}

/** All rows with faults, for the file of faults. */
export async function* streamFaults(batchId: string) {
  for (let after = 0; ; ) {
    const rows = await db().importRow.findMany({
      where: { batchId, verdict: "error", number: { gt: after } },
      orderBy: { number: "asc" },
      take: 500,
      select: { number: true, notices: true, cells: true },
    });
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
    for (const { number, notices, cells } of rows) yield { number, notices: toNotices(notices), cells: toCells(cells) };
  }
}
