import "server-only";
import { can } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import { changedPaths } from "@/lib/publishing/sheet";
import type { PartName, RecordDocument, Sheet } from "@/lib/publishing/types";
import { readHead } from "@/lib/record/document/staff-queries";
import { allParts, permissionFor } from "@/lib/record/draft/rules";
import { toRevisionDocument } from "@/lib/record/draft/schema";
import type { Change, HistoryView } from "@/lib/record/history/types";

/**
 * Versions of a record, newest first, and what one of them changed.
 *
 * @param version  to look at; the newest unless told otherwise
 * @returns        null where there is no such record, or where this actor may not see it
 */
export async function readHistory(actor: Actor, recordId: string, version: number | null): Promise<HistoryView | null> {
  if (!/^[0-9a-f-]{36}$/.test(recordId)) return null;
  const head = await readHead(db(), recordId);
  if (!head || !can(actor, "read", head)) return null;
  const rows = await db().revision.findMany({
    where: { recordId },
    orderBy: { version: "desc" },
    take: 200,
    select: {
      version: true,
      createdAt: true,
      parts: true,
      isMinor: true,
      reason: true,
      author: { select: { name: true } },
    },
  });
  const chosenAt = rows.findIndex((row) => row.version === (version ?? rows[0]?.version));
  const previous = rows[chosenAt + 1]?.version ?? null;
  const chosen = rows[chosenAt];
  const [after, before] = await Promise.all(
    [chosen?.version ?? null, previous].map((one) => (one === null ? null : readRevision(recordId, one))),
  );
  return {
    versions: rows.map(({ createdAt, author, parts, ...row }) => ({
      ...row,
      at: createdAt.toISOString(),
      author: author?.name ?? null,
      parts: toParts(parts),
    })),
    chosen:
      chosen && after
        ? {
            version: chosen.version,
            previous,
            changes: before ? changesBetween(before, after) : [],
            parts: allParts.filter((part) => sheetOf(after, part) !== undefined),
          }
        : null,
    mayRestore: allParts.filter((part) => can(actor, permissionFor(part, head), head)),
  };
}

async function readRevision(recordId: string, version: number): Promise<RecordDocument | null> {
  const row = await db().revision.findUnique({
    where: { recordId_version: { recordId, version } },
    select: { document: true },
  });
  return row ? toRevisionDocument(row.document) : null;
}

function changesBetween(before: RecordDocument, after: RecordDocument): Change[] {
  return allParts.flatMap((part) => {
    const [was, is] = [sheetOf(before, part) ?? {}, sheetOf(after, part) ?? {}];
    return changedPaths(was, is).map((path) => ({ part, path, before: was[path] ?? "", after: is[path] ?? "" }));
  });
}

function sheetOf(document: RecordDocument, part: PartName): Sheet | undefined {
  return part === "shared" ? document.shared : document.words[part];
}

function toParts(names: string[]): PartName[] {
  return allParts.filter((part) => names.includes(part));
}
