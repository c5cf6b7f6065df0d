import { readWhen } from "@/lib/register/cell/date";
import { isNotStated, readAmount } from "@/lib/register/cell/number";
import { placeIn, readDegrees, readPair } from "@/lib/register/cell/place";
import { plainWords, readOption, readOptions } from "@/lib/register/cell/word";
import type { CheckContext, NameIndex, ReadCell, ReadRow } from "@/lib/register/check/types";
import { fieldOf, type ImportField, importFields } from "@/lib/register/fields";
import { headerUnit } from "@/lib/register/headers";
import type { Notice } from "@/lib/register/types";
import { bookOf } from "@/lib/register/words";
import type { Cell, SheetRow } from "@/lib/spreadsheet/types";

/** Reads a row of the file by the mapping, and where a cell is empty takes what was said for all rows. */
export function readRow({ number, cells }: SheetRow, context: CheckContext): ReadRow {
  const { mapping, kind, headers, settings } = context.batch;
  const row: ReadRow = { number, cells: [], notices: [] };
  for (const [name, id] of Object.entries(mapping)) {
    const column = Number(name);
    const field = fieldOf(kind, id);
    const cell = cells[column] ?? null;
    if (!field || cell === null) continue;
    readInto(row, field, cell, column, headerUnit(headers[column] ?? "", field), context);
  }
  const filled = new Set(row.cells.filter(({ value }) => value !== "").map(({ field }) => field.id));
  for (const field of importFields[kind]) {
    const constant = settings.constants[field.id];
    if (!constant || filled.has(field.id)) continue;
    const extra: ReadRow = { number, cells: [], notices: [] };
    readInto(extra, field, constant, -1, undefined, context);
    row.cells.push(...extra.cells.map((one) => ({ ...one, column: null })));
  }
  placeRow(row, context);
  return row;
}

function readInto(
  row: ReadRow,
  field: ImportField,
  cell: Exclude<Cell, null>,
  column: number,
  unit: string | undefined,
  context: CheckContext,
): void {
  const { reading } = field;
  const put = (read: Omit<ReadCell, "field" | "column"> & { notices: Notice[] }) => {
    const { notices, ...rest } = read;
    row.notices.push(...notices);
    if (!notices.some(({ level }) => level === "error")) row.cells.push({ field, column, ...rest });
  };
  const text = String(cell).trim();
  switch (reading.as) {
    case "number": {
      const { dimension, scale } = reading;
      // "2019 год" and a whole day both name a year.
      const year = dimension === "year" ? /(?:^|\D)((?:1[2-9]|2[01])\d\d)(?:\D|$)/.exec(text)?.[1] : undefined;
      put(year ? { value: year, notices: [] } : readAmount(cell, { dimension, scale, column, headerUnit: unit }));
      return;
    }
    case "date":
      put(readWhen(cell, column));
      return;
    case "option":
      put(readOption(cell, bookOf(context.all, reading.set), column));
      return;
    case "options":
      put(readOptions(cell, bookOf(context.all, reading.set), column));
      return;
    case "degrees": {
      if (isNotStated(text)) return;
      const degrees = readDegrees(cell);
      const notices: Notice[] = degrees === null ? [{ code: "not_a_number", level: "error", column, stood: text }] : [];
      put({ value: String(degrees ?? ""), notices });
      return;
    }
    case "pair": {
      if (isNotStated(text)) return;
      const degrees = readPair(cell)?.map(readDegrees);
      const [lat, lon] = degrees ?? [];
      if (lat == null || lon == null) {
        row.notices.push({ code: "not_a_number", level: "error", column, stood: text });
        return;
      }
      for (const [id, value] of [
        ["lat", lat],
        ["lon", lon],
      ] as const) {
        const own = fieldOf(context.batch.kind, id);
        if (own) row.cells.push({ field: own, column, value: String(value) });
      }
      return;
    }
    case "link":
      put(readLink(text, reading.to === "site" ? context.sites : context.links[reading.to], column));
      return;
    case "code":
      put({ value: text, notices: [] });
      return;
    case "text": {
      // The same number is written with and without spaces.
      const plain = field.id === "taxNumber" ? text.replace(/\s+/g, "") : plainText(text);
      put({ value: isNotStated(plain) ? "" : plain, notices: [] });
      return;
    }
  }
}

/** One kind of line breaks, nothing invisible. */
function plainText(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g, "")
      .normalize("NFC")
      .trim()
  );
}

function readLink(text: string, index: NameIndex, column: number): { value: string; notices: Notice[] } {
  if (isNotStated(text)) return { value: "", notices: [] };
  const bySlug = index.bySlug.get(text.toLowerCase());
  const found = bySlug ? [bySlug] : (index.byName.get(plainWords(text)) ?? []);
  const [id] = found;
  if (id && found.length === 1) return { value: id, notices: [] };
  const code = found.length > 1 ? "several_records" : "unknown_record";
  return { value: "", notices: [{ code, level: "error", column, stood: text }] };
}

/** Turns two swapped coordinates round, and asks about a place outside the region. */
function placeRow(row: ReadRow, { region }: CheckContext): void {
  const [lat, lon] = ["lat", "lon"].map((id) => row.cells.find(({ field }) => field.id === id));
  if (!lat || !lon || lat.value === "" || lon.value === "") return;
  const columns: [number, number] = [lat.column ?? 0, lon.column ?? 0];
  const point = placeIn(Number(lat.value), Number(lon.value), region.bounds, columns);
  lat.value = String(point.lat);
  lon.value = String(point.lon);
  if (point.notice) row.notices.push(point.notice);
}
