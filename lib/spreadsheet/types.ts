/** What stands in one cell. A day is a text: "2026-03-15", with its time where it has one. */
export type Cell = string | number | boolean | null;

/** A row as people see it: `number` is what stands at its left in the program that they use. */
export type SheetRow = { number: number; cells: Cell[] };

/** Why a file cannot be read at all. */
export const fileProblems = [
  "empty",
  "too_big",
  "no_table",
  "damaged",
  "unpacks_too_big",
  "too_many_parts",
  "macros",
  "entities",
  "old_format",
  "encrypted",
  "too_slow",
  "too_much_memory",
  "too_many_rows",
] as const;
export type FileProblem = (typeof fileProblems)[number];

export type FileFormat = "xlsx" | "csv";

/** What is said of a table beside its rows. */
export type TableInfo = { format: FileFormat; encoding: string | null; delimiter: string | null };

/** A file that cannot be read; the code says why. */
export class UnreadableFile extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}

/** What a browser offers first where a table is asked for, as in HTML. */
export const tableFiles = ".xlsx,.csv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Longest file that is taken, bytes. */
export const longestFile = 20 * 1024 * 1024;
/** Rows of one file, titles and empty ones included. */
export const mostRows = 20_000;
/** Columns that are looked at; what stands further right is left out. */
export const mostColumns = 200;
/** Characters of one cell; Excel itself takes no more. */
export const longestCell = 32_767;

/** What Excel and others take for the beginning of a formula, full-width forms and invisible signs before it included. */
export const formulaStart = /^[\s\u200b\ufeff]*[=+\-@\t\r|＝＋－＠]/u;
