import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { allListTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import type { DocumentView, PictureView, RecordMedia } from "@/lib/media/types";
import { loadWords, type WordBook } from "@/lib/translation/public-queries";

const isPublic = { readyAt: { not: null }, record: { state: "published" } } as const;

const select = {
  id: true,
  kind: true,
  storageKey: true,
  byteSize: true,
  width: true,
  height: true,
  variants: true,
  focalX: true,
  focalY: true,
  licence: true,
} as const;

type Asset = {
  id: string;
  storageKey: string;
  byteSize: number;
  width: number | null;
  height: number | null;
  variants: number[];
  focalX: number;
  focalY: number;
  licence: PictureView["licence"];
};

async function readMedia(kind: MediaOwner, slug: string, locale: Locale): Promise<RecordMedia> {
  const uses = await db().mediaUse.findMany({
    where: { record: { kind, slug, state: "published" }, asset: isPublic },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { role: true, asset: { select } },
  });
  const words = await loadWords(
    uses.map(({ asset }) => asset.id),
    locale,
    ["credit"],
  );
  const shown = uses.filter(({ asset }) => words.name(asset.id));
  const pictures = shown.filter(({ asset }) => asset.kind === "image");
  const cover = pictures.find(({ role }) => role === "cover") ?? null;
  const gallery = pictures.filter((use) => use.asset.id !== cover?.asset.id);
  const documents = shown.filter(({ asset }) => asset.kind === "document");
  return {
    cover: cover && toPicture(cover.asset, words),
    gallery: uniqueAssets(gallery).map((asset) => toPicture(asset, words)),
    documents: uniqueAssets(documents).map((asset) => toDocument(asset, words)),
  };
}

/** The same file may stand at a record in two roles. */
function uniqueAssets<One extends { asset: { id: string } }>(uses: One[]): One["asset"][] {
  return [...new Map(uses.map(({ asset }) => [asset.id, asset])).values()];
}

function toPicture(asset: Asset, words: WordBook): PictureView {
  const { id, storageKey, variants, focalX, focalY, licence } = asset;
  return {
    id,
    storageKey,
    width: asset.width ?? 0,
    height: asset.height ?? 0,
    variants: [...variants].sort((a, b) => a - b),
    focal: { x: focalX, y: focalY },
    alt: words.nameOf(id),
    caption: words.summary(id),
    credit: words.word(id, "credit"),
    licence,
  };
}

function toDocument({ id, storageKey, byteSize }: Asset, words: WordBook): DocumentView {
  return { id, storageKey, byteSize, name: words.nameOf(id), summary: words.summary(id) };
}

/** Kinds of records at which files stand. */
type MediaOwner = "region" | "site" | "visit" | "event" | "project";

/** Pictures and documents of a published record, by its kind and address, as far as they are published themselves. */
export const listMedia = cachedQuery("listMedia", readMedia, () => [...allListTags]);

/** Where a public address of a file leads: the file itself, or the one that replaced it. */
export type PublicFile = {
  storageKey: string;
  kind: "image" | "document";
  variants: number[];
  fileName: string;
  byteSize: number;
};

/**
 * The file behind a public address.
 *
 * @param key last folder of the address
 * @returns   null where there is none, or none that is published; with another key where the file was replaced
 */
export async function findPublicFile(key: string): Promise<PublicFile | null> {
  const select = { storageKey: true, kind: true, variants: true, fileName: true, byteSize: true } as const;
  const asset = await db().mediaAsset.findFirst({ where: { storageKey: key, ...isPublic }, select });
  if (asset) return asset;
  const former = await db().mediaFormerKey.findFirst({
    where: { storageKey: key, asset: isPublic },
    select: { asset: { select } },
  });
  return former?.asset ?? null;
}
