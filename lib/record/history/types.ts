import type { PartName } from "@/lib/publishing/types";

export type VersionLine = {
  version: number;
  at: string;
  /** null: the loader of the facts */
  author: string | null;
  parts: PartName[];
  isMinor: boolean;
  reason: string | null;
};

/** One text that a version changed. */
export type Change = { part: PartName; path: string; before: string; after: string };

export type HistoryView = {
  versions: VersionLine[];
  /** the version that is looked at, against the one before it */
  chosen: { version: number; previous: number | null; changes: Change[]; parts: PartName[] } | null;
  mayRestore: PartName[];
};
