import "server-only";
import { type AuditAuthor, writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { allListTags, cacheTags } from "@/lib/core/cache-tags";
import { now } from "@/lib/core/dates";
import { tagChannel } from "@/lib/core/tag-clock";
import type { Locale } from "@/lib/db/generated/enums";
import type { Tx } from "@/lib/db/table";
import { tidy } from "@/lib/publishing/sheet";
import type { Issue, PartName, Sheet } from "@/lib/publishing/types";
import { writeShared, writeWords } from "@/lib/record/document/mutations";
import { readDocument, readHead, readShared, readWords } from "@/lib/record/document/staff-queries";
import type { RecordHead } from "@/lib/record/document/types";
import { whereLocale } from "@/lib/record/draft/rules";
import { toSheet } from "@/lib/record/draft/schema";
import { checkMachine } from "@/lib/record/publication/rules";
import { checkHidden, checkShared, checkWordsOf, readHidden } from "@/lib/record/publication/staff-queries";

export type PartIssues = { part: PartName; issues: Issue[] }[];
export type PublishResult =
  | { status: "published"; version: number; tags: string[] }
  | { status: "issues"; issues: PartIssues }
  | { status: "nothing" };

type PublishOptions = {
  now: Date;
  /** translations made from the words before stay current; needs a reason */
  isMinor?: boolean;
  reason?: string | null;
};

/**
 * Puts drafts in force: all of the named parts or none. Runs inside a transaction that holds the record's lock; the
 * caller expires the tags once it is committed, other processes hear of them by NOTIFY.
 */
export async function publish(
  tx: Tx,
  actor: Pick<Actor, "id" | "name" | "ipAddress">,
  head: RecordHead,
  parts: readonly PartName[],
  { now, isMinor = false, reason = null }: PublishOptions,
): Promise<PublishResult> {
  const drafts = await tx.draft.findMany({ where: { recordId: head.id, OR: parts.map(whereLocale) } });
  if (drafts.length === 0) return { status: "nothing" };
  const draftOf = (part: PartName) => drafts.find(({ locale }) => (locale ?? "shared") === part);
  const sharedDraft = draftOf("shared");
  const shared = sharedDraft ? toSheet(sharedDraft.document) : await readShared(tx, head);
  const issues = await checkParts(tx, head, shared, drafts);
  if (issues.length > 0) return { status: "issues", issues };

  await keepLoadedRevision(tx, head);
  const version = head.version + 1;
  await tx.record.update({ where: { id: head.id }, data: { version }, select: { id: true } });
  const next: RecordHead = { ...head, version };
  if (sharedDraft) await writeShared(tx, next, shared);
  for (const { id, locale, document, baseVersion, origin } of [...drafts].sort(sourceFirst(head.sourceLocale))) {
    if (!locale) continue;
    const madeFrom = draftOf(head.sourceLocale) ? version : Math.min(version, Math.max(baseVersion, 0));
    const waiting = await writeWords(tx, next, locale, toSheet(document), { version, madeFrom, isMinor, origin, now });
    if (Object.keys(waiting).length > 0) await keepWaiting(tx, id, waiting, version);
    else await tx.draft.delete({ where: { id }, select: { id: true } });
  }
  if (sharedDraft) await tx.draft.delete({ where: { id: sharedDraft.id }, select: { id: true } });
  // What was withdrawn comes back by itself to nobody: only a record that was never public goes public with its drafts.
  if (head.state === "draft") {
    await tx.record.update({
      where: { id: head.id },
      data: { state: "published", publishedAt: now },
      select: { id: true },
    });
  }
  return finish(tx, actor, next, { parts: drafts.map(({ locale }) => locale ?? "shared"), isMinor, reason });
}

async function checkParts(
  tx: Tx,
  head: RecordHead,
  shared: Sheet,
  drafts: { locale: Locale | null; document: unknown; unchecked: string[] }[],
): Promise<PartIssues> {
  const found: PartIssues = [];
  // Before its first publishing a record is checked as a whole, also one that is in force already without being public.
  const hasShared = drafts.some(({ locale }) => locale === null);
  if (hasShared || head.state === "draft") found.push({ part: "shared", issues: await checkShared(tx, head, shared) });
  const hidden = await readHidden(tx, head, shared);
  for (const { locale, document, unchecked } of drafts) {
    if (!locale) continue;
    const words = toSheet(document);
    const issues = [...checkWordsOf(head, shared, words, locale), ...checkHidden(head, shared, words, hidden)];
    found.push({ part: locale, issues: [...issues, ...checkMachine(unchecked)] });
  }
  if (!drafts.some(({ locale }) => locale === head.sourceLocale)) {
    const words = (await readWords(tx, head.id))[head.sourceLocale];
    const source = words ?? {};
    // A new row has its words in the source language from the beginning.
    const own = hasShared ? checkWordsOf(head, shared, source, head.sourceLocale) : [];
    if (!words) found.push({ part: head.sourceLocale, issues: [{ path: "name", code: "name_missing" }] });
    else if (own.length > 0) found.push({ part: head.sourceLocale, issues: own });
  }
  return found.filter(({ issues }) => issues.length > 0);
}

function sourceFirst(source: Locale) {
  return (a: { locale: Locale | null }) => (a.locale === source ? -1 : 1);
}

/** Words of rows that are not in force yet stay a draft, on top of what is in force now. */
async function keepWaiting(tx: Tx, id: string, waiting: Sheet, version: number): Promise<void> {
  const draft = await tx.draft.findUniqueOrThrow({
    where: { id },
    select: { document: true, edition: true, authorId: true },
  });
  const document = tidy({ ...toSheet(draft.document), ...waiting });
  const edition = draft.edition + 1;
  await tx.draft.update({
    where: { id },
    data: {
      state: "open",
      publishAt: null,
      baseVersion: version,
      edition,
      document,
    },
    select: { id: true },
  });
  await tx.draftEdition.create({
    data: { draftId: id, edition, document, authorId: draft.authorId },
    select: { edition: true },
  });
}

/** What the loader of the facts put in force has no revision yet: it gets one before it changes. */
export async function keepLoadedRevision(tx: Tx, head: RecordHead): Promise<void> {
  if (head.version === 0) return;
  const { id: recordId, version } = head;
  const known = await tx.revision.findUnique({
    where: { recordId_version: { recordId, version } },
    select: { version: true },
  });
  if (known) return;
  await tx.revision.create({
    data: { recordId, version, document: await readDocument(tx, head), parts: ["shared", "ru", "zh", "en"] },
    select: { version: true },
  });
}

type Finished = {
  parts: PartName[];
  isMinor: boolean;
  reason: string | null;
  action?: "record.publish" | "fact.confirm";
};

/** The revision, the line in the log, the rows made from the record, and the news for all processes. */
export async function finish(
  tx: Tx,
  actor: Pick<Actor, "id" | "name" | "ipAddress">,
  head: RecordHead,
  { parts, isMinor, reason, action = "record.publish" }: Finished,
): Promise<Extract<PublishResult, { status: "published" }>> {
  const after = (await readHead(tx, head.id)) ?? head;
  const document = await readDocument(tx, after);
  const { id: recordId, version, kind } = after;
  await tx.revision.create({
    data: { recordId, version, document, parts, isMinor, reason, authorId: actor.id },
    select: { version: true },
  });
  const label = document.words[after.sourceLocale]?.name;
  const record = { ...after, ...(label ? { label } : {}) };
  await writeAudit(tx, actor, {
    action,
    record,
    detail: { parts, ...(isMinor ? { isMinor } : {}), ...(reason ? { reason } : {}) },
  });
  const tags = await announce(tx, head, after);
  if (kind === "site") await tx.$executeRaw`SELECT refill_site_filter(${[recordId]}::uuid[])::text`;
  if (kind === "region") {
    const sites = await tx.record.findMany({ where: { kind: "site", regionId: recordId }, select: { id: true } });
    const ids = sites.map(({ id }) => id);
    if (ids.length > 0) await tx.$executeRaw`SELECT refill_site_filter(${ids}::uuid[])::text`;
  }
  // What is checked at the end of a transaction is checked now, while the answer can still say what was wrong.
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  return { status: "published", version, tags };
}

/** Tells all processes, with the commit, what is no longer true. */
export async function announce(tx: Tx, ...heads: Pick<RecordHead, "kind" | "slug">[]): Promise<string[]> {
  const own = heads.flatMap(({ kind, slug }) =>
    slug && (kind === "site" || kind === "visit" || kind === "region") ? [cacheTags[kind](slug)] : [],
  );
  const tags = [...new Set([...allListTags, ...own])];
  await tx.$executeRaw`SELECT pg_notify(${tagChannel}, ${JSON.stringify(tags)})::text`;
  return tags;
}

/**
 * Takes a record, or one language of it, from the public pages; nothing is deleted. The source language goes only
 * together with the record, because the others are made from it.
 *
 * @returns tags to expire; null when it was not public
 */
export async function withdraw(
  tx: Tx,
  actor: AuditAuthor,
  head: RecordHead,
  part: PartName,
  reason: string,
): Promise<string[] | null> {
  const isWhole = part === "shared" || part === head.sourceLocale;
  const { count } = isWhole
    ? await tx.record.updateMany({ where: { id: head.id, state: "published" }, data: { state: "withdrawn" } })
    : await tx.recordText.updateMany({
        where: { recordId: head.id, locale: part, state: "published" },
        data: { state: "withdrawn" },
      });
  if (count === 0) return null;
  if (head.kind === "site") await tx.$executeRaw`SELECT refill_site_filter(${[head.id]}::uuid[])::text`;
  await writeAudit(tx, actor, {
    action: "record.withdraw",
    record: head,
    detail: { part: isWhole ? "all" : part, reason },
  });
  return announce(tx, head);
}

/** Shows again what was withdrawn, as it was. */
export async function republish(tx: Tx, actor: Actor, head: RecordHead, part: PartName): Promise<string[] | null> {
  const isWhole = part === "shared" || part === head.sourceLocale;
  const { count } = isWhole
    ? await tx.record.updateMany({ where: { id: head.id, state: "withdrawn" }, data: { state: "published" } })
    : await tx.recordText.updateMany({
        where: { recordId: head.id, locale: part, state: "withdrawn" },
        data: { state: "published" },
      });
  if (count === 0) return null;
  await tx.record.updateMany({ where: { id: head.id, expiresAt: { lte: now() } }, data: { expiresAt: null } });
  if (head.kind === "site") await tx.$executeRaw`SELECT refill_site_filter(${[head.id]}::uuid[])::text`;
  await writeAudit(tx, actor, { action: "record.republish", record: head, detail: { part: isWhole ? "all" : part } });
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  return announce(tx, head);
}
