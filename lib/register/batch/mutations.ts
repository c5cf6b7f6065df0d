import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { putRows } from "@/lib/db/rows";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import { lockBatch } from "@/lib/register/batch/staff-queries";
import type { Work } from "@/lib/register/batch/types";
import { plainWords } from "@/lib/register/cell/word";
import { checkBatch } from "@/lib/register/check/mutations";
import { allMessages } from "@/lib/register/check/staff-queries";
import { findHeaders, proposeMapping } from "@/lib/register/headers";
import { noSettings, toMapping } from "@/lib/register/schema";
import type { BatchHead, Mapping, RegisterKind, Settings } from "@/lib/register/types";
import { openTable } from "@/lib/spreadsheet/child";
import { type SheetRow, UnreadableFile } from "@/lib/spreadsheet/types";

/** Rows that are written at once. */
const chunkRows = 1_000;
/** The heads of the columns stand within so many rows. */
const headRows = 32;

export const longWork = { timeout: 300_000, maxWait: 10_000 };

type Upload = { id: string; file: string; fileName: string; kind: RegisterKind; regionId: string; locale: Locale };

/**
 * Takes a file in: its rows as they stand, the heads of its columns, and what they seem to mean. Nothing of a record
 * changes. The caller has asked for the right.
 *
 * @param id of the form, so that sending it twice takes one file in
 * @throws UnreadableFile
 */
export async function createBatch(actor: Actor, upload: Upload): Promise<void> {
  const { id, file, kind, regionId, locale } = upload;
  if (await db().importBatch.findUnique({ where: { id }, select: { id: true } })) return;
  const [{ size }, sha256] = [await stat(file), await hashFile(file)];
  const fileName = safeName(upload.fileName);
  const { info, rows } = await openTable(file);
  const all = await allMessages();
  await db().$transaction(async (tx) => {
    const { count } = await tx.importBatch.createMany({
      data: [
        {
          id,
          kind,
          regionId,
          locale,
          fileName,
          sha256,
          fileBytes: size,
          format: info.format,
          encoding: info.encoding,
          headerRow: 0,
          headers: [],
          headerHash: Buffer.alloc(32),
          mapping: {},
          settings: noSettings,
          staffId: actor.id,
        },
      ],
      skipDuplicates: true,
    });
    if (count === 0) return;
    const first: SheetRow[] = [];
    let chunk: SheetRow[] = [];
    let total = 0;
    const write = async () => {
      await putRows(
        tx,
        "import_row",
        ["batch_id", "number"],
        chunk.map((row) => ({ batch_id: id, ...row })),
      );
      total += chunk.length;
      chunk = [];
    };
    for await (const row of rows) {
      if (first.length < headRows) first.push(row);
      chunk.push(row);
      if (chunk.length >= chunkRows) await write();
    }
    await write();
    const found = findHeaders(kind, first, all);
    if (!found || total < 2) throw new UnreadableFile("no_table");
    const headerHash = hashOf(kind, found.headers);
    const known = await lastMapping(tx, regionId, kind, headerHash);
    await tx.importBatch.update({
      where: { id },
      data: {
        ...found,
        headerHash,
        mapping: known?.mapping ?? proposeMapping(kind, found.headers, all),
        settings: known?.settings ?? { ...noSettings, constants: kind === "lot" ? {} : { country: "ru" } },
      },
      select: { id: true },
    });
    await writeAudit(tx, actor, {
      action: "register.upload",
      subject: { regionId, label: fileName },
      detail: { batch: id, kind, rows: total },
    });
  }, longWork);
}

async function hashFile(file: string): Promise<Buffer<ArrayBuffer>> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return Buffer.from(hash.digest());
}

/** Nothing that a name of a file could do harm with. */
function safeName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return (
    last
      .replace(/[\p{Cc}\p{Cf}]+/gu, "")
      .trim()
      .slice(0, 200) || "file"
  );
}

function hashOf(kind: RegisterKind, headers: readonly string[]): Buffer<ArrayBuffer> {
  const plain = [...headers].map(plainWords).sort();
  return Buffer.from(
    createHash("sha256")
      .update(JSON.stringify([kind, plain]))
      .digest(),
  );
}

/**
 * How the columns of a list of this form were mapped last time in this region. Columns may stand in another order now, so
 * only files whose heads stand in the same order give their mapping as it is.
 */
async function lastMapping(tx: Tx, regionId: string, kind: RegisterKind, headerHash: Buffer<ArrayBuffer>) {
  const row = await tx.importBatch.findFirst({
    where: { regionId, kind, headerHash, state: { in: ["checked", "applied", "undone"] } },
    orderBy: { createdAt: "desc" },
    select: { mapping: true, settings: true, headers: true },
  });
  const settings = row && typeof row.settings === "object" && row.settings !== null ? row.settings : null;
  if (!row || !settings || !("constants" in settings)) return null;
  return {
    mapping: toMapping(row.mapping),
    settings: { ...noSettings, constants: settings.constants as Settings["constants"] },
  };
}

export type CheckResult = { status: "checked" | "not_there" | "applied" };

/** Takes what a person said about the columns and compares the file with the database. */
export function mapAndCheck(
  actor: Actor,
  id: string,
  said: { mapping: Mapping; settings: Settings; locale: Locale },
  now: Date,
): Promise<CheckResult> {
  return db().$transaction(async (tx): Promise<CheckResult> => {
    await holdWork(tx, id);
    const batch = await lockBatch(tx, actor, id);
    if (!batch) return { status: "not_there" };
    if (batch.state === "applied" || batch.state === "undone") return { status: "applied" };
    const next: BatchHead = { ...batch, ...said };
    await tx.importBatch.update({ where: { id }, data: said, select: { id: true } });
    await checkBatch(tx, next, now);
    return { status: "checked" };
  }, longWork);
}

/** Writes down what is about to begin, or why it ended without effect. */
export async function noteWork(id: string, work: Work | null, trouble: string | null): Promise<void> {
  await db().importBatch.updateMany({
    where: { id },
    data: { work, trouble, ...(work ? { workAt: new Date() } : {}) }, // the real clock: how long it has been going on
  });
}

/**
 * A lock that lives as long as the transaction: who looks sees that work is under way, and that it ended with its process.
 * What `noteWork` wrote goes with the commit: what is left of it without a lock was broken off.
 */
export async function holdWork(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${id}))::text`;
  await tx.importBatch.updateMany({ where: { id }, data: { work: null } });
}

/** Throws a file away that was not put in force. */
export function discardBatch(actor: Actor, id: string): Promise<"discarded" | "not_there"> {
  return db().$transaction(async (tx) => {
    const batch = await lockBatch(tx, actor, id);
    if (!batch || batch.state === "applied" || batch.state === "undone") return "not_there";
    await tx.importBatch.delete({ where: { id }, select: { id: true } });
    return "discarded";
  });
}
