import "server-only";
import { can, recordScope } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/sql";
import { type Locale, locales } from "@/lib/i18n/locales";
import type { MediaFilter } from "@/lib/media/schema";
import type { AssetFile, MediaCard, MediaList, MediaPlace } from "@/lib/media/staff-types";
import { pick } from "@/lib/translation/rules";

export const mediaPerPage = 48;

const cardSelect = {
  id: true,
  kind: true,
  fileName: true,
  byteSize: true,
  width: true,
  height: true,
  variants: true,
  focalX: true,
  focalY: true,
  readyAt: true,
  record: {
    select: {
      state: true,
      regionId: true,
      texts: { select: { locale: true, name: true } },
      drafts: { select: { locale: true, document: true } },
    },
  },
  uploads: { where: { state: "waiting" }, select: { id: true }, take: 1 },
  _count: { select: { uses: true, steps: true } },
} as const satisfies Prisma.MediaAssetSelect;

type CardRow = Prisma.MediaAssetGetPayload<{ select: typeof cardSelect }>;

/** What this actor may see of records: what is public, and drafts in his reach. Prisma takes an empty way of an OR for none. */
function seen(actor: Actor): Prisma.RecordWhereInput {
  const { OR: ways } = recordScope(actor, "read");
  return ways ? { OR: [{ state: "published" }, ...ways] } : {};
}

function conditions(actor: Actor, filter: MediaFilter): Prisma.MediaAssetWhereInput {
  const all: Prisma.MediaAssetWhereInput[] = [{ record: recordScope(actor, "read") }];
  const { search, kind, region, missingAlt, isUnused } = filter;
  if (kind) all.push({ kind });
  if (region === "shared") all.push({ record: { regionId: null } });
  else if (region) all.push({ record: { region: { record: { slug: region } } } });
  if (missingAlt) {
    const wanted = missingAlt === "any" ? locales : [missingAlt];
    all.push({ OR: wanted.map((locale) => ({ record: withoutAlt(locale) })) });
  }
  if (isUnused) all.push({ uses: { none: {} }, steps: { none: {} } });
  if (search) {
    const contains = { contains: search, mode: "insensitive" } as const;
    all.push({
      OR: [
        { fileName: contains },
        { record: { texts: { some: { OR: [{ name: contains }, { summary: contains }] } } } },
        { record: { drafts: { some: { document: { path: ["name"], string_contains: search } } } } },
      ],
    });
  }
  return { AND: all };
}

/** Nothing in force says in this language what the file shows. */
function withoutAlt(locale: Locale): Prisma.RecordWhereInput {
  return { texts: { none: { locale, state: "published" } } };
}

/** The library as far as this actor may see it, the newest first. */
export async function listLibrary(actor: Actor, filter: MediaFilter, locale: Locale): Promise<MediaList> {
  const where = conditions(actor, filter);
  const [total, rows] = await Promise.all([
    db().mediaAsset.count({ where }),
    db().mediaAsset.findMany({
      where,
      // Ids are in the order of birth.
      orderBy: { id: "desc" },
      skip: (filter.page - 1) * mediaPerPage,
      take: mediaPerPage,
      select: cardSelect,
    }),
  ]);
  const cards = rows.map((row) => toCard(row, locale));
  return { cards, total, page: filter.page, pages: Math.max(1, Math.ceil(total / mediaPerPage)) };
}

function toCard(row: CardRow, locale: Locale): MediaCard {
  const { id, kind, fileName, byteSize, width, height, focalX, focalY, readyAt, record, uploads, _count } = row;
  const texts: Partial<Record<Locale, string>> = Object.fromEntries(record.texts.map((one) => [one.locale, one.name]));
  for (const { locale: lang, document } of record.drafts) {
    const name = lang && typeof document === "object" && document !== null ? Reflect.get(document, "name") : null;
    if (lang && typeof name === "string" && name !== "") texts[lang] ??= name;
  }
  return {
    id,
    kind,
    fileName,
    byteSize,
    width,
    height,
    focal: { x: focalX, y: focalY },
    name: pick(texts, locale),
    state: readyAt === null ? (uploads.length > 0 ? "preparing" : "broken") : record.state,
    missing: locales.filter((one) => !texts[one]),
    uses: _count.uses + _count.steps,
  };
}

/** What a card shows of these files: of those that are public, and of drafts that this actor may see. */
export async function listCards(actor: Actor, ids: readonly string[], locale: Locale): Promise<MediaCard[]> {
  const rows = await db().mediaAsset.findMany({
    where: { id: { in: [...ids] }, record: seen(actor) },
    select: cardSelect,
  });
  return rows.map((row) => toCard(row, locale));
}

/** Newest files that a record of this region may show: those of its region, and shared ones. */
export async function listPickable(
  { regionId, taken }: { regionId: string | null; taken: readonly string[] },
  actor: Actor,
  locale: Locale,
): Promise<MediaCard[]> {
  const rows = await db().mediaAsset.findMany({
    where: {
      id: { notIn: [...taken] },
      readyAt: { not: null },
      record: {
        state: { not: "withdrawn" },
        OR: [{ regionId }, { regionId: null }],
        // Whoever has no right to drafts of files still may show what is public.
        AND: seen(actor),
      },
    },
    orderBy: { id: "desc" },
    take: 60,
    select: cardSelect,
  });
  return rows.map((row) => toCard(row, locale));
}

/** The file itself, for a page of it. */
export async function getAssetFile(actor: Actor, id: string): Promise<AssetFile | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const row = await db().mediaAsset.findFirst({
    where: { id, record: recordScope(actor, "read") },
    select: {
      ...cardSelect,
      mimeType: true,
      storageKey: true,
      record: { select: { id: true, kind: true, regionId: true, state: true } },
    },
  });
  if (!row) return null;
  const { record, uploads, _count, focalX, focalY, readyAt, ...file } = row;
  const isPublic = record.state === "published";
  return {
    ...file,
    variants: [...file.variants].sort((a, b) => a - b),
    focal: { x: focalX, y: focalY },
    isReady: readyAt !== null,
    isWaiting: uploads.length > 0,
    may: {
      replace: can(actor, isPublic ? "publish" : "edit", record),
      remove: can(actor, "publish", record) || (record.state === "draft" && can(actor, "edit", record)),
    },
  };
}

/** What is sent of a file, if this actor may see it. */
export async function getStoredFile(actor: Actor, id: string) {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  return db().mediaAsset.findFirst({
    where: {
      id,
      readyAt: { not: null },
      record: seen(actor),
    },
    select: { storageKey: true, kind: true, variants: true, fileName: true },
  });
}

/** Records that show a file, or will with their drafts, as far as this actor may know of them. */
export async function listPlaces(actor: Actor, assetId: string, locale: Locale): Promise<MediaPlace[]> {
  const [uses, steps, drafts] = await Promise.all([
    db().mediaUse.findMany({ where: { assetId }, select: { recordId: true } }),
    db().outcomeStep.findMany({ where: { assetId }, select: { outcomeId: true } }),
    db().$queryRaw<{ record_id: string }[]>`
      SELECT DISTINCT record_id FROM draft WHERE locale IS NULL AND record_id <> ${assetId}::uuid
        AND document::text LIKE ${`%${assetId}%`}`,
  ]);
  const inForce = new Set([...uses.map(({ recordId }) => recordId), ...steps.map(({ outcomeId }) => outcomeId)]);
  const ids = new Set([...inForce, ...drafts.map(({ record_id: id }) => id)]);
  const records = await db().record.findMany({
    where: { id: { in: [...ids] }, ...seen(actor) },
    select: { id: true, kind: true, slug: true, texts: { select: { locale: true, name: true } } },
  });
  const proofs = new Set(steps.map(({ outcomeId }) => outcomeId));
  return records.map(({ id, kind, slug, texts }) => ({
    id,
    kind,
    name: pick(Object.fromEntries(texts.map((one) => [one.locale, one.name])), locale)?.text ?? slug ?? id,
    isDraftOnly: !inForce.has(id),
    isProof: proofs.has(id),
  }));
}
