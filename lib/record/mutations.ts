import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { reservedSegments } from "@/lib/core/paths";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import type { Sheet } from "@/lib/publishing/types";
import { readHead } from "@/lib/record/document/staff-queries";
import { saveDraft } from "@/lib/record/draft/mutations";
import { hasPage, slugOf } from "@/lib/record/rules";
import type { NewRecord } from "@/lib/record/schema";
import type { EditableKind } from "@/lib/record/shapes";

const nothingInForce = { draftId: null, edition: 0, version: 0 };

type Created = { status: "created" | "known" } | { status: "slug_taken" };

/**
 * Begins a record: a row without version and drafts of its name and address. The tables of its kind hear of it when it
 * is published. The caller has asked for the right to create it.
 *
 * @param id of the form, so that sending it twice makes one record
 */
export function createRecord(actor: Actor, id: string, input: NewRecord): Promise<Created> {
  return db().$transaction((tx) => createRecordIn(tx, actor, id, input));
}

/** The same within a transaction that does more. */
export async function createRecordIn(tx: Tx, actor: Actor, id: string, input: NewRecord): Promise<Created> {
  const { kind, regionId, sourceLocale, name } = input;
  const known = await tx.record.findUnique({ where: { id }, select: { id: true } });
  if (known) return { status: "known" };
  if (input.slug !== "" && hasPage(kind) && (await isTaken(tx, kind, input.slug))) return { status: "slug_taken" };
  const slug = hasPage(kind) ? input.slug || (await freeSlug(tx, kind, slugOf(name))) : "";
  const { count } = await tx.record.createMany({
    data: [{ id, kind, regionId, sourceLocale }],
    skipDuplicates: true,
  });
  const head = count === 1 ? await readHead(tx, id) : null;
  if (!head) return { status: "known" };
  const shared: Sheet = slug === "" ? {} : { slug };
  await saveDraft(tx, actor, head, sourceLocale, { name }, nothingInForce);
  await saveDraft(tx, actor, head, "shared", shared, nothingInForce);
  await writeAudit(tx, actor, { action: "record.create", record: { id, kind, regionId, label: name } });
  return { status: "created" };
}

/** Does another record of the kind have this address, had it once, or is it to have it? */
async function isTaken(tx: Tx, kind: EditableKind, slug: string): Promise<boolean> {
  if (kind === "region" && reservedSegments.some((segment) => segment === slug)) return true;
  const [record, redirect, draft] = await Promise.all([
    tx.record.findFirst({ where: { kind, slug }, select: { id: true } }),
    tx.slugRedirect.findFirst({ where: { kind, slug }, select: { slug: true } }),
    tx.draft.findFirst({
      where: { locale: null, record: { kind }, document: { path: ["slug"], equals: slug } },
      select: { id: true },
    }),
  ]);
  return record !== null || redirect !== null || draft !== null;
}

/** The address itself, or the first one with a number that is free. */
async function freeSlug(tx: Tx, kind: EditableKind, slug: string): Promise<string> {
  if (slug === "") return "";
  for (let number = 1; ; number++) {
    const one = number === 1 ? slug : `${slug}-${number}`;
    if (!(await isTaken(tx, kind, one))) return one;
  }
}
