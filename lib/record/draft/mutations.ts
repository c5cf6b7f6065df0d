import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { can, type RecordPermission } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { newId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/table";
import { changedPaths, isSame, merge, tidy } from "@/lib/publishing/sheet";
import type { PartName, Sheet } from "@/lib/publishing/types";
import { readHead, readShared, readWords } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { permissionFor, whereLocale } from "@/lib/record/draft/rules";
import { toRevisionDocument, toSheet } from "@/lib/record/draft/schema";
import { readEdition } from "@/lib/record/draft/staff-queries";
import type { FormBase, SaveResult } from "@/lib/record/draft/types";

/** How many saves of one draft are kept to merge against. */
const keptEditions = 60;

/**
 * The record, locked until the transaction ends.
 *
 * @returns null where there is none, or where this actor has no such right: the two look alike
 */
export async function lockRecord(
  tx: Tx,
  actor: Actor,
  permission: RecordPermission,
  recordId: string,
): Promise<RecordHead | null> {
  await tx.$queryRaw`SELECT 1 FROM record WHERE id = ${recordId}::uuid FOR UPDATE`;
  const head = await readHead(tx, recordId);
  return head && can(actor, permission, head) ? head : null;
}

/** What the tables have in force of one part. */
export async function readInForce(tx: Tx, head: RecordHead, part: PartName): Promise<Sheet> {
  if (part === "shared") return readShared(tx, head);
  return (await readWords(tx, head.id))[part] ?? {};
}

/**
 * Saves what somebody typed. What others saved since his form was drawn is joined with it; where both changed the same
 * text nothing is written, and he gets both.
 *
 * @param sheet   the whole part, as typed
 * @param base    what the form was drawn from
 * @param written paths that a machine wrote; a person has to look at them before they are published
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  part: PartName,
  sheet: Sheet,
  base: FormBase,
  written: readonly string[] = [],
): Promise<SaveResult> {
  const mine = tidy(sheet);
  const locale = part === "shared" ? null : part;
  const draft = await tx.draft.findFirst({ where: { recordId: head.id, locale } });
  const inForce = await readInForce(tx, head, part);
  const theirs = draft ? toSheet(draft.document) : inForce;
  const now: FormBase = { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: head.version };
  if (isSame(mine, theirs)) return { status: "unchanged", base: now };
  const from = await readBase(tx, head, part, base, { now, theirs, inForce });
  const { sheet: joined, conflicts } = from
    ? merge(from, theirs, mine)
    : {
        sheet: mine,
        conflicts: changedPaths(theirs, mine).map((path) => ({
          path,
          theirs: theirs[path] ?? "",
          mine: mine[path] ?? "",
        })),
      };
  if (conflicts.length > 0) return { status: "conflict", base: now, conflicts };
  if (isSame(joined, theirs)) return { status: "unchanged", base: now };
  const edition = (draft?.edition ?? 0) + 1;
  const keepsState = can(actor, "publish", head) && written.length === 0;
  // What a person changes he has looked at; what a machine writes nobody has.
  const left = (draft?.unchecked ?? []).filter((path) => joined[path] && joined[path] === theirs[path]);
  const unchecked = [...new Set([...left, ...written.filter((path) => joined[path])])];
  const origin = unchecked.length > 0 ? ("machine" as const) : ("person" as const);
  const saved = draft
    ? await tx.draft.update({
        where: { id: draft.id },
        data: {
          document: joined,
          edition,
          baseVersion: Math.max(draft.baseVersion, base.version),
          origin,
          unchecked,
          ...(keepsState ? {} : { state: "open", publishAt: null }),
        },
        select: { id: true },
      })
    : await tx.draft.create({
        data: {
          id: newId(),
          recordId: head.id,
          locale,
          document: joined,
          edition,
          origin,
          unchecked,
          baseVersion: base.version,
          authorId: actor.id,
        },
        select: { id: true },
      });
  await tx.draftEdition.create({
    data: { draftId: saved.id, edition, document: joined, authorId: actor.id },
    select: { edition: true },
  });
  await tx.draftEdition.deleteMany({ where: { draftId: saved.id, edition: { lte: edition - keptEditions } } });
  return { status: "saved", base: { draftId: saved.id, edition, version: base.version } };
}

/** What the form was drawn from; null when nobody knows any more, so that every difference is asked about. */
async function readBase(
  tx: Tx,
  head: RecordHead,
  part: PartName,
  base: FormBase,
  known: { now: FormBase; theirs: Sheet; inForce: Sheet },
): Promise<Sheet | null> {
  if (base.draftId === known.now.draftId && base.edition === known.now.edition && base.version === head.version)
    return known.theirs;
  if (base.draftId) return readEdition(tx, head.id, base.draftId, base.edition);
  if (base.version === head.version) return known.inForce;
  const revision = await tx.revision.findUnique({
    where: { recordId_version: { recordId: head.id, version: base.version } },
    select: { document: true },
  });
  if (!revision) return null;
  const document = toRevisionDocument(revision.document);
  return part === "shared" ? document.shared : (document.words[part] ?? {});
}

/**
 * Somebody has looked at texts that a machine wrote and stands for them.
 *
 * @param paths  those texts; null: all of the draft
 * @returns      how many of them were a machine's
 */
export async function checkTexts(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  part: PartName,
  paths: readonly string[] | null,
): Promise<number> {
  if (!can(actor, permissionFor(part, head), head)) return 0;
  const draft = await tx.draft.findFirst({
    where: { recordId: head.id, ...whereLocale(part) },
    select: { id: true, unchecked: true },
  });
  const left = draft && paths ? draft.unchecked.filter((path) => !paths.includes(path)) : [];
  const count = (draft?.unchecked.length ?? 0) - left.length;
  if (!draft || count === 0) return 0;
  await tx.draft.update({
    where: { id: draft.id },
    data: { unchecked: left, origin: left.length > 0 ? "machine" : "person" },
    select: { id: true },
  });
  await auditDraft(tx, actor, head, "draft.check", [part], { count });
  return count;
}

/** Throws a proposal away; what is in force stays. */
export async function discardDraft(tx: Tx, actor: Actor, head: RecordHead, part: PartName): Promise<boolean> {
  if (!can(actor, permissionFor(part, head), head)) return false;
  const locale = part === "shared" ? null : part;
  const { count } = await tx.draft.deleteMany({ where: { recordId: head.id, locale } });
  if (count > 0) await auditDraft(tx, actor, head, "draft.discard", [part]);
  return count > 0;
}

/** Asks an approver to look at these parts. */
export async function submitDrafts(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  parts: PartName[],
  { isMinor, reason }: { isMinor: boolean; reason: string | null },
): Promise<PartName[]> {
  const allowed = parts.filter((part) => can(actor, permissionFor(part, head), head));
  const drafts = await tx.draft.findMany({
    where: { recordId: head.id, OR: allowed.map(whereLocale) },
    select: { id: true, locale: true },
  });
  if (drafts.length === 0) return [];
  await tx.draft.updateMany({
    where: { id: { in: drafts.map(({ id }) => id) } },
    data: { state: "in_review", publishAt: null, isMinor, reason },
  });
  const sent = drafts.map(({ locale }) => locale ?? "shared");
  await auditDraft(tx, actor, head, "draft.submit", sent);
  return sent;
}

/** Puts drafts aside until their time comes; a job then publishes them with the rights of this actor. */
export async function scheduleDrafts(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  parts: PartName[],
  publishAt: Date,
): Promise<number> {
  const { count } = await tx.draft.updateMany({
    where: { recordId: head.id, OR: parts.map(whereLocale) },
    data: { state: "scheduled", publishAt, reviewerId: actor.id },
  });
  if (count > 0) await auditDraft(tx, actor, head, "record.schedule", parts, { publishAt: publishAt.toISOString() });
  return count;
}

/** Sends proposals back with a word why. */
export async function returnDrafts(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  parts: PartName[],
  comment: { id: string; body: string },
): Promise<void> {
  await tx.draft.updateMany({
    where: { recordId: head.id, state: { in: ["in_review", "scheduled"] }, OR: parts.map(whereLocale) },
    data: { state: "returned", publishAt: null, reviewerId: actor.id },
  });
  await addComment(tx, actor, head, comment);
  await auditDraft(tx, actor, head, "draft.return", parts);
}

/** @param comment with the id of its form, so that sending it twice says it once */
export async function addComment(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  { id, body }: { id: string; body: string },
): Promise<void> {
  await tx.reviewComment.createMany({
    data: [{ id, recordId: head.id, authorId: actor.id, body }],
    skipDuplicates: true,
  });
}

export async function auditDraft(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  action:
    | "draft.check"
    | "draft.machine"
    | "draft.discard"
    | "draft.submit"
    | "draft.return"
    | "draft.restore"
    | "record.schedule",
  parts: PartName[],
  more: Record<string, string | number> = {},
): Promise<void> {
  await writeAudit(tx, actor, { action, record: { ...head, version: head.version }, detail: { parts, ...more } });
}

/** Makes what was in force at a version a proposal again. It takes effect like any other: by publishing. */
export async function restoreRevision(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  version: number,
  parts: PartName[],
): Promise<PartName[] | null> {
  const revision = await tx.revision.findUnique({
    where: { recordId_version: { recordId: head.id, version } },
    select: { document: true },
  });
  if (!revision) return null;
  const { shared, words } = toRevisionDocument(revision.document);
  const restored: PartName[] = [];
  for (const part of parts) {
    const sheet = part === "shared" ? shared : words[part];
    if (!sheet || !can(actor, permissionFor(part, head), head)) continue;
    const draft = await tx.draft.findFirst({
      where: { recordId: head.id, ...whereLocale(part) },
      select: { id: true, edition: true },
    });
    const base = { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: head.version };
    const result = await saveDraft(tx, actor, head, part, sheet, base);
    if (result.status === "saved") restored.push(part);
  }
  if (restored.length > 0) await auditDraft(tx, actor, head, "draft.restore", restored);
  return restored;
}
