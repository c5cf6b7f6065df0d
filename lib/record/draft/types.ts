import type { Conflict } from "@/lib/publishing/sheet";

/** What a form was drawn from: a save of a draft, or the record as it was in force (edition 0). */
export type FormBase = { draftId: string | null; edition: number; version: number };

export type SaveResult =
  | { status: "unchanged" | "saved"; base: FormBase }
  | { status: "conflict"; base: FormBase; conflicts: Conflict[] };
