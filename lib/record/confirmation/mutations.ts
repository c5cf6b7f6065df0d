import "server-only";
import type { Actor } from "@/lib/auth/types";
import { formatDay } from "@/lib/core/dates";
import type { Tx } from "@/lib/db/table";
import { nextReview } from "@/lib/record/confirmation/rules";
import type { RecordHead } from "@/lib/record/document/types";
import { toSheet } from "@/lib/record/draft/schema";
import { finish, keepLoadedRevision } from "@/lib/record/publication/mutations";

type FactName = { partId: string; field: string };

/**
 * Says of facts of one record that they are still true: they take a new date for their review, at once and without a
 * draft. A draft that somebody has open takes it too, unless he set another date himself. Runs inside a transaction that
 * holds the record's lock.
 *
 * @param facts  names of facts; those that the record does not have are passed over
 * @param until  midnight UTC; null: each as long again as before
 * @returns      tags to expire; null when there was nothing to confirm
 */
export async function confirmFacts(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  facts: readonly FactName[],
  { today, until }: { today: Date; until: Date | null },
): Promise<{ tags: string[]; count: number } | null> {
  const known = await tx.fact.findMany({
    where: { recordId: head.id, asOf: { not: null }, OR: facts.map(({ partId, field }) => ({ partId, field })) },
    select: { id: true, partId: true, field: true, asOf: true, reviewBy: true },
  });
  if (facts.length === 0 || known.length === 0) return null;
  await keepLoadedRevision(tx, head);
  const version = head.version + 1;
  await tx.record.update({ where: { id: head.id }, data: { version }, select: { id: true } });
  const dates = new Map<string, { before: string; after: string }>();
  for (const { id, partId, field, asOf, reviewBy } of known) {
    const next = until ?? nextReview({ asOf, reviewBy, today });
    await tx.fact.update({
      where: { id },
      data: { checkedOn: today, reviewBy: next, reviewPrecision: "day" },
      select: { id: true },
    });
    dates.set(`backing.${partId}.${field}`, {
      before: reviewBy ? formatDay(reviewBy) : "",
      after: formatDay(next),
    });
  }
  await renewInDraft(tx, head.id, dates, formatDay(today));
  const action = "fact.confirm";
  const { tags } = await finish(
    tx,
    actor,
    { ...head, version },
    { parts: ["shared"], isMinor: true, reason: null, action },
  );
  return { tags, count: known.length };
}

async function renewInDraft(
  tx: Tx,
  recordId: string,
  dates: ReadonlyMap<string, { before: string; after: string }>,
  checkedOn: string,
): Promise<void> {
  const draft = await tx.draft.findFirst({
    where: { recordId, locale: null },
    select: { id: true, document: true, edition: true, authorId: true },
  });
  if (!draft) return;
  const document = toSheet(draft.document);
  for (const [path, { before, after }] of dates) {
    // A date of lesser precision is printed shorter: "2026-06" is the draft's word for the 30th of June.
    const typed = document[`${path}.reviewBy`] ?? "";
    const isOwn = typed !== "" && !before.startsWith(typed);
    if (!isOwn) document[`${path}.reviewBy`] = after;
    document[`${path}.checkedOn`] = checkedOn;
  }
  const { id: draftId, authorId } = draft;
  const edition = draft.edition + 1;
  await tx.draft.update({ where: { id: draftId }, data: { document, edition }, select: { id: true } });
  await tx.draftEdition.create({ data: { draftId, edition, document, authorId }, select: { edition: true } });
}
