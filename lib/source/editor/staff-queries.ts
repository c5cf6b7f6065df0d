import "server-only";
import { createHash } from "node:crypto";
import { canInHouse } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { formatDay } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/sql";
import type { Tx } from "@/lib/db/table";
import {
  type SourceFilter,
  type SourceForm,
  type SourceList,
  type SourceTexts,
  sourceFields,
} from "@/lib/source/editor/types";

export const sourcesPerPage = 50;

/**
 * All sources: they stand on public pages, so every member of staff may read them. Those without a date come last.
 *
 * @returns `mayEdit` says which of them this actor may change
 */
export async function listSourcesForStaff(actor: Actor, filter: SourceFilter): Promise<SourceList> {
  const { search, region, page } = filter;
  const contains = { contains: search, mode: "insensitive" } as const;
  const where: Prisma.SourceWhereInput = {
    ...(region ? { regionId: region === "shared" ? null : region } : {}),
    ...(search
      ? {
          OR: [
            { title: contains },
            { publisher: contains },
            { url: contains },
            { supports: contains },
            { code: contains },
          ],
        }
      : {}),
  };
  const [total, rows] = await Promise.all([
    db().source.count({ where }),
    db().source.findMany({
      where,
      orderBy: [{ publishedOn: { sort: "desc", nulls: "last" } }, { code: "asc" }],
      skip: (page - 1) * sourcesPerPage,
      take: sourcesPerPage,
      select: {
        id: true,
        title: true,
        publisher: true,
        url: true,
        publishedOn: true,
        regionId: true,
        _count: { select: { citations: true } },
      },
    }),
  ]);
  return {
    rows: rows.map(({ publishedOn, _count, ...row }) => ({
      ...row,
      publishedOn: publishedOn && formatDay(publishedOn),
      factCount: _count.citations,
      mayEdit: canInHouse(actor, "source.edit", row.regionId),
    })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / sourcesPerPage)),
  };
}

/** @returns null where there is none, or where this actor may not change it: the two look alike */
export async function readSourceForm(actor: Actor, id: string): Promise<SourceForm | null> {
  const found = await findSource(db(), id);
  if (!found || !canInHouse(actor, "source.edit", found.texts.region || null)) return null;
  return { ...found, factCount: await db().citation.count({ where: { sourceId: id } }) };
}

/** A source as texts, and what a form drawn from it would carry. */
export async function findSource(tx: Tx, id: string): Promise<Omit<SourceForm, "factCount"> | null> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const row = await tx.source.findUnique({
    where: { id },
    select: {
      code: true,
      title: true,
      publisher: true,
      url: true,
      publishedOn: true,
      supports: true,
      regionId: true,
      archivedUrl: true,
    },
  });
  if (!row) return null;
  const texts: SourceTexts = {
    title: row.title,
    publisher: row.publisher,
    url: row.url ?? "",
    publishedOn: row.publishedOn ? formatDay(row.publishedOn) : "",
    supports: row.supports,
    region: row.regionId ?? "",
    archivedUrl: row.archivedUrl ?? "",
  };
  return { id, code: row.code, texts, base: hashOf(texts) };
}

function hashOf(texts: SourceTexts): string {
  return createHash("sha256")
    .update(JSON.stringify(sourceFields.map((name) => texts[name])))
    .digest("base64url");
}
