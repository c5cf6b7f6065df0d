import { writeXlsx, writeXlsxStream } from "hucre/xlsx";
import { type FileFormat, formulaStart } from "@/lib/spreadsheet/types";

/** What a cell of a file may hold; a Date is a whole day. */
export type OutCell = string | number | boolean | Date | null;
type Rows = AsyncIterable<OutCell[]> | Iterable<OutCell[]>;

/** Letters that an XML file cannot hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The longest text of a cell, by Excel. */
const longestCell = 32_767;

export const fileTypes: Record<FileFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};

/**
 * A table as a file, made as it is asked for. Every text is a text: nothing in it is ever reckoned.
 *
 * @param headers names of the columns
 */
export function toFile(format: FileFormat, name: string, headers: string[], rows: Rows): ReadableStream<Uint8Array> {
  return format === "csv" ? toCsv(headers, rows) : toXlsx(name, headers, rows);
}

function toXlsx(name: string, headers: string[], rows: Rows): ReadableStream<Uint8Array> {
  const columns = headers.map((header) => ({
    header: plain(header),
    width: Math.min(40, Math.max(12, header.length)),
  }));
  return writeXlsxStream(plainRows(rows), { name: sheetName(name), columns, freezePane: { rows: 1 } });
}

async function* plainRows(rows: Rows): AsyncGenerator<OutCell[]> {
  for await (const row of rows) yield row.map((cell) => (typeof cell === "string" ? plain(cell) : cell));
}

/** Several short sheets at once, such as a form with its explanations. */
export async function toWorkbook(sheets: { name: string; widths: number[]; rows: OutCell[][] }[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, widths, rows }) => ({
      name: sheetName(name),
      columns: widths.map((width) => ({ width })),
      rows: rows.map((row) => row.map((cell) => (typeof cell === "string" ? plain(cell) : cell))),
      freezePane: { rows: 1 },
    })),
  });
}

function plain(text: string): string {
  return text.replace(unwritable, "").slice(0, longestCell);
}

/** Excel takes 31 letters and none of these signs. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, " ")
      .slice(0, 31)
      .trim() || "1"
  );
}

/** With the mark by which Excel knows UTF-8, parted by semicolons as Excel in both countries expects. */
function toCsv(headers: string[], rows: Rows): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = csvLines(headers, rows);
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await iterator.return(undefined);
    },
  });
}

async function* csvLines(headers: string[], rows: Rows): AsyncGenerator<string, undefined> {
  let text = `\ufeff${toLine(headers)}`;
  for await (const row of rows) {
    text += toLine(row);
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  yield text;
}

function toLine(row: readonly OutCell[]): string {
  return `${row.map(toCsvCell).join(";")}\r\n`;
}

function toCsvCell(cell: OutCell): string {
  if (cell === null) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  // A comma as in the documents of both readers' programs: a point would be a day or a thousand in Russian Excel.
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (typeof cell === "boolean") return cell ? "1" : "0";
  const text = formulaStart.test(cell) ? `'${cell}` : cell;
  return /[";\r\n\t,']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
