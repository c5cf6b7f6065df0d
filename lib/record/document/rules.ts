import { type Kind, Qualifier, Sector } from "@/lib/db/generated/enums";
import { type Compiled, compile } from "@/lib/publishing/compile";
import type { Shape } from "@/lib/publishing/shape";
import type { Sheet } from "@/lib/publishing/types";
import { type EditableKind, shapes } from "@/lib/record/shapes";

/** Reads a sheet of this record. */
export function compileShared(head: { id: string; kind: EditableKind; zone: string }, sheet: Sheet): Compiled {
  const options = {
    recordId: head.id,
    zone: head.zone,
    sectors: Object.values(Sector),
    qualifiers: Object.values(Qualifier),
  };
  return compile(shapes[head.kind], sheet, options);
}

export type WordsVersion = {
  /** version of the record that this publishing makes */
  version: number;
  /** version of the record whose source text a translation was made from */
  madeFrom: number;
  /** translations made from the words before stay current */
  isMinor: boolean;
  origin: "person" | "machine";
  now: Date;
};

type KnownWords = {
  name: string;
  summary: string | null;
  version: number;
  publishedAt: Date | null;
  words: { partId: string; field: string; value: string; version: number }[];
};

type TextRow = {
  partId: string;
  field: string;
  kind: Kind;
  value: string;
  origin: "person" | "machine";
  version: number;
  sourceVersion: number | null;
};

/**
 * What rows of texts the words of one language become. In the source language a changed text takes the new version, unless
 * the edit is minor; a translation is from now on made from the source as it stands.
 *
 * @param known what the language has in force; null: nothing yet
 * @param parts kinds of the rows that are in force
 * @returns     `texts` those to be written, `gone` those to be deleted, `waiting` words of rows that are not in force yet
 */
export function planWords(
  sheet: Sheet,
  known: KnownWords | null,
  parts: ReadonlyMap<string, Kind>,
  { isSource, version, madeFrom, isMinor, origin, now }: WordsVersion & { isSource: boolean },
) {
  const name = (sheet.name ?? "").trim();
  const summary = sheet.summary?.trim() || null;
  const isChanged = !known || known.name !== name || known.summary !== summary;
  const versionOf = (changed: boolean, was: number | undefined) =>
    changed && !(isSource && isMinor && was !== undefined) ? version : (was ?? version);
  const sourceVersion = isSource ? null : madeFrom;
  const waiting: Sheet = {};
  const written = new Set<string>();
  const texts: TextRow[] = [];
  for (const [path, typed] of Object.entries(sheet)) {
    const [, partId, field] = /^texts\.([0-9a-f-]+)\.([A-Za-z]+)$/.exec(path) ?? [];
    const value = typed.trim();
    if (!partId || !field || value === "") continue;
    const kind = parts.get(partId);
    if (!kind) {
      waiting[path] = value;
      continue;
    }
    written.add(`${partId}.${field}`);
    const was = known?.words.find((word) => word.partId === partId && word.field === field);
    if (was?.value === value) continue;
    texts.push({ partId, field, kind, value, origin, version: versionOf(true, was?.version), sourceVersion });
  }
  return {
    name: {
      name,
      summary,
      origin,
      version: versionOf(isChanged, known?.version),
      sourceVersion,
      state: "published" as const,
      publishedAt: known?.publishedAt ?? now,
    },
    texts,
    gone: (known?.words ?? []).filter(({ partId, field }) => !written.has(`${partId}.${field}`)),
    waiting,
  };
}

/** Kinds of the rows that a sheet has, by their ids: which words belong to whom. */
export function partsOf(shape: Shape, recordId: string, sheet: Sheet): Map<string, Kind> {
  const parts = new Map<string, Kind>([[recordId, shape.kind]]);
  for (const [group, { part }] of Object.entries(shape.rows)) {
    if (!part) continue;
    for (const id of (sheet[`rows.${group}`] ?? "").split(" ").filter(Boolean)) parts.set(id, part);
  }
  return parts;
}
