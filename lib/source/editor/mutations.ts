import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import { canInHouse } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { allListTags } from "@/lib/core/cache-tags";
import { parseDay } from "@/lib/core/dates";
import { tagChannel } from "@/lib/core/tag-clock";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import { changedSourceFields } from "@/lib/source/editor/rules";
import { findSource } from "@/lib/source/editor/staff-queries";
import type { SourceTexts } from "@/lib/source/editor/types";

export type SourceResult = { status: "saved" | "unchanged" | "known" | "conflict" | "not_there" | "url_taken" };

/**
 * Adds a source. The caller has checked the texts and the right.
 *
 * @param id of the form, so that sending it twice makes one source
 */
export function createSource(actor: Actor, id: string, texts: SourceTexts): Promise<SourceResult> {
  return db().$transaction(async (tx): Promise<SourceResult> => {
    if (await tx.source.findUnique({ where: { id }, select: { id: true } })) return { status: "known" };
    if (await isKnownAddress(tx, texts.url)) return { status: "url_taken" };
    const row = { id, code: `staff-${id}`, ...toColumns(texts) };
    const { count } = await tx.source.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return { status: (await isKnownAddress(tx, texts.url, id)) ? "url_taken" : "known" };
    await writeAudit(tx, actor, { action: "source.create", subject: toSubject(texts), detail: { sourceId: id } });
    await announce(tx);
    return { status: "saved" };
  });
}

/**
 * Changes a source, unless another saved it since the form was drawn: then nothing is written.
 *
 * @param base what the form was drawn from
 */
export function changeSource(actor: Actor, id: string, texts: SourceTexts, base: string): Promise<SourceResult> {
  return db().$transaction(async (tx): Promise<SourceResult> => {
    await tx.$queryRaw`SELECT 1 FROM source WHERE id = ${id}::uuid FOR UPDATE`;
    const known = await findSource(tx, id);
    if (!known || !canInHouse(actor, "source.edit", known.texts.region || null)) return { status: "not_there" };
    const changed = changedSourceFields(known.texts, texts);
    if (changed.length === 0) return { status: "unchanged" };
    if (known.base !== base) return { status: "conflict" };
    if (changed.includes("url") && (await isKnownAddress(tx, texts.url, id))) return { status: "url_taken" };
    await tx.source.update({ where: { id }, data: toColumns(texts), select: { id: true } });
    const before = Object.fromEntries(changed.map((name) => [name, known.texts[name]]));
    await writeAudit(tx, actor, {
      action: "source.change",
      subject: toSubject(texts),
      detail: { sourceId: id, before },
    });
    await announce(tx);
    return { status: "saved" };
  });
}

function toColumns({ title, publisher, url, publishedOn, supports, region, archivedUrl }: SourceTexts) {
  return {
    title,
    publisher,
    supports,
    url: url || null,
    archivedUrl: archivedUrl || null,
    publishedOn: publishedOn === "" ? null : parseDay(publishedOn),
    regionId: region || null,
  };
}

function toSubject({ title, region }: SourceTexts) {
  return { label: title, regionId: region || null };
}

async function isKnownAddress(tx: Tx, url: string, without?: string): Promise<boolean> {
  if (url === "") return false;
  const other = await tx.source.findFirst({
    where: { url, ...(without ? { id: { not: without } } : {}) },
    select: { id: true },
  });
  return other !== null;
}

/** Tells all processes, with the commit, that every page may name this source. */
async function announce(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${tagChannel}, ${JSON.stringify(allListTags)})::text`;
}
