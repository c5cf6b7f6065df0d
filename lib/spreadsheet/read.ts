import { streamCsvRows } from "hucre/csv";
import { streamXlsxRows } from "hucre/xlsx";
import { decodeText, delimiterOf } from "@/lib/spreadsheet/decode";
import { checkPackage } from "@/lib/spreadsheet/package";
import {
  type Cell,
  formulaStart,
  longestCell,
  longestFile,
  mostColumns,
  mostRows,
  type SheetRow,
  type TableInfo,
  UnreadableFile,
} from "@/lib/spreadsheet/types";

/**
 * Reads the first sheet of an XLSX file, or a CSV file, row by row. Runs in a process of its own (reader.ts): hostile
 * files take time and memory, and both are bounded from outside.
 *
 * @returns what the file is, and its rows that have anything in them
 * @throws  UnreadableFile
 */
export function readTable(bytes: Uint8Array): { info: TableInfo; rows: AsyncIterable<SheetRow> } {
  if (bytes.length === 0) throw new UnreadableFile("empty");
  if (bytes.length > longestFile) throw new UnreadableFile("too_big");
  const [a, b, c, d] = bytes;
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5 || c === 7)) {
    checkPackage(bytes);
    return { info: { format: "xlsx", encoding: null, delimiter: null }, rows: readXlsx(bytes) };
  }
  // The container of XLS files and of XLSX files with a password.
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) throw new UnreadableFile("old_format");
  if (/^(?:%PDF|\x89PNG|\xff\xd8\xff|GIF8|MZ|\x7fELF|\{\\rtf|<!doctype|<html|<\?xml)/i.test(latin(bytes)))
    throw new UnreadableFile("no_table");
  const { text, encoding } = decodeText(bytes);
  const delimiter = delimiterOf(text);
  return { info: { format: "csv", encoding, delimiter }, rows: readCsv(text, delimiter) };
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 16)).toString("latin1");
}

async function* readXlsx(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  let count = 0;
  for await (const { index, values } of streamXlsxRows(bytes, { maxRows: mostRows + 1 })) {
    count += 1;
    if (count > mostRows) throw new UnreadableFile("too_many_rows");
    const cells = toCells(values);
    if (cells.length > 0) yield { number: index + 1, cells };
  }
}

/** Rows of a CSV file are numbered as Excel numbers them: a line break within quotes makes no row. */
async function* readCsv(text: string, delimiter: string): AsyncGenerator<SheetRow> {
  let number = 0;
  for (const values of streamCsvRows(text, { delimiter, skipBom: true })) {
    number += 1;
    if (number > mostRows) throw new UnreadableFile("too_many_rows");
    const cells = toCells(values).map(withoutGuard);
    if (cells.some((cell) => cell !== null)) yield { number, cells };
  }
}

/** The apostrophe that our own exports put before what Excel would take for a formula. */
function withoutGuard(cell: Cell): Cell {
  return typeof cell === "string" && cell.startsWith("'") && formulaStart.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Without what stands behind the last cell that has something in it. */
function toCells(values: readonly unknown[]): Cell[] {
  const cells = values.slice(0, mostColumns).map(toCell);
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

function toCell(value: unknown): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : toDay(value);
  if (typeof value === "number") return Number.isFinite(value) ? Number(value.toPrecision(15)) : null;
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  const text = value.slice(0, longestCell).replaceAll("\0", "");
  return text.trim() === "" ? null : text;
}

function toDay(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.slice(0, 16).replace("T", " ");
}
