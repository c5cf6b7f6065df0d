import type { Kind } from "@/lib/db/generated/enums";
import type { BatchHead, BatchState, Change, Notice, RegisterKind, Verdict } from "@/lib/register/types";

export const rowsPerPage = 100;

export const works = ["check", "apply", "undo"] as const;
export type Work = (typeof works)[number];

export type BatchLine = {
  id: string;
  kind: RegisterKind;
  regionId: string;
  state: BatchState;
  fileName: string;
  who: string;
  createdAt: string;
  isInForce: boolean;
  records: number | null;
};

export type RowLine = { number: number; verdict: Verdict; recordId: string | null; notices: Notice[]; first: string };
export type ChangeLine = {
  recordId: string;
  kind: Kind;
  isNew: boolean;
  name: string;
  changes: Change[];
  rowNumbers: number[];
};

export type BatchView = {
  batch: BatchHead;
  who: string;
  appliedBy: string | null;
  createdAt: string;
  appliedAt: string | null;
  undoneAt: string | null;
  /** why the last work ended without effect */
  trouble: string | null;
  encoding: string | null;
  /** what is under way now */
  work: Work | null;
  /** the same file was put in force before */
  sameFile: { id: string; at: string } | null;
  rows: RowLine[];
  changes: ChangeLine[];
  changeCount: number;
  /** names of records that the changes link to, by id */
  names: Record<string, string>;
  /** first cells of each column */
  samples: string[][];
  total: number;
  page: number;
  pages: number;
  /** how many records ended how, when a batch was undone */
  outcomes: Record<string, number>;
  sources: { id: string; title: string }[];
  regionName: string;
  left: { recordId: string; name: string; outcome: string | null }[];
};
