import "server-only";
import { formatDay, formatPartialDate } from "@/lib/core/dates";
import type { Kind, Locale } from "@/lib/db/generated/enums";
import { type Tx, tableOf } from "@/lib/db/table";
import { type Columns, printField } from "@/lib/publishing/field-values";
import type { Fields, RowsShape, Shape } from "@/lib/publishing/shape";
import { tidy } from "@/lib/publishing/sheet";
import type { RecordDocument, Sheet } from "@/lib/publishing/types";
import { type EditableKind, isEditableKind, shapes } from "@/lib/record/shapes";

/** What the rest of the staff area knows of a record before it looks into it. */
export type RecordHead = {
  id: string;
  kind: EditableKind;
  slug: string | null;
  regionId: string | null;
  version: number;
  state: "draft" | "published" | "withdrawn";
  sourceLocale: Locale;
  sectors: string[];
  /** zone for moments that name none: that of the region, else UTC */
  zone: string;
};

/** @returns null where there is none, or where its kind is not edited here */
export async function readHead(tx: Tx, recordId: string): Promise<RecordHead | null> {
  const row = await tx.record.findUnique({
    where: { id: recordId },
    select: {
      id: true,
      kind: true,
      slug: true,
      regionId: true,
      version: true,
      state: true,
      sourceLocale: true,
      sectors: true,
      region: { select: { timeZone: true } },
    },
  });
  if (!row || !isEditableKind(row.kind)) return null;
  const { region, kind, ...head } = row;
  return { ...head, kind, zone: region?.timeZone ?? "UTC" };
}

/** The record as its tables have it now. */
export async function readDocument(tx: Tx, head: RecordHead): Promise<RecordDocument> {
  return { shared: await readShared(tx, head), words: await readWords(tx, head.id) };
}

/** Figures, rows and links as the tables have them; empty where the record was never put in force. */
export async function readShared(tx: Tx, head: RecordHead): Promise<Sheet> {
  const shape: Shape = shapes[head.kind];
  const entity = await tableOf(tx, shape.table).findUnique({ where: { id: head.id } });
  if (!entity) return {};
  const sheet: Sheet = { slug: head.slug ?? "", sectors: head.sectors.join(" ") };
  const { zone } = head;
  printFields(sheet, "values", shape.fields, entity, zone);
  for (const [group, rowsShape] of Object.entries(shape.rows)) {
    const rows = await readRows(tx, rowsShape, head.id);
    sheet[`rows.${group}`] = rows.map((row) => rowId(rowsShape, row)).join(" ");
    for (const row of rows) {
      printFields(sheet, `rows.${group}.${rowId(rowsShape, row)}`, rowsShape.fields, row, zone);
    }
  }
  await readBacking(tx, head.id, sheet);
  return tidy(sheet);
}

/** Rows of one group in their order. */
export function readRows(tx: Tx, shape: RowsShape, recordId: string): Promise<Columns[]> {
  const orderBy = shape.isOrdered
    ? [{ position: "asc" }]
    : shape.isAppendOnly
      ? [{ createdAt: "asc" }, { id: "asc" }]
      : [{ [shape.key ?? "id"]: "asc" }];
  return tableOf(tx, shape.table).findMany({ where: { [shape.owner]: recordId }, orderBy });
}

/** How a document names a row: by its id, or by what tells it apart. */
export function rowId(shape: RowsShape, row: Columns): string {
  return String(row[shape.key ?? "id"]);
}

function printFields(sheet: Sheet, path: string, fields: Fields, row: Columns, zone: string): void {
  for (const [name, field] of Object.entries(fields)) sheet[`${path}.${name}`] = printField(name, field, row, { zone });
}

async function readBacking(tx: Tx, recordId: string, sheet: Sheet): Promise<void> {
  const facts = await tx.fact.findMany({
    where: { recordId },
    include: { citations: { orderBy: [{ position: "asc" }, { sourceId: "asc" }] } },
  });
  for (const fact of facts) {
    const path = `backing.${fact.partId}.${fact.field}`;
    const { asOf, asOfPrecision, reviewBy, reviewPrecision } = fact;
    sheet[`${path}.asOf`] = asOf && asOfPrecision ? formatPartialDate(asOf, asOfPrecision) : "";
    sheet[`${path}.reviewBy`] = reviewBy && reviewPrecision ? formatPartialDate(reviewBy, reviewPrecision) : "";
    sheet[`${path}.checkedOn`] = fact.checkedOn ? formatDay(fact.checkedOn) : "";
    sheet[`${path}.qualifier`] = fact.qualifier ?? "";
    sheet[`${path}.valueTo`] = fact.valueTo ? String(fact.valueTo) : "";
    sheet[`${path}.sources`] = fact.citations.map(({ sourceId }) => sourceId).join(" ");
    const disagreeing = fact.citations.filter(({ agrees }) => !agrees);
    sheet[`${path}.disagreeing`] = disagreeing.map(({ sourceId }) => sourceId).join(" ");
    for (const { sourceId, saysValue, says } of fact.citations) {
      sheet[`${path}.saysValue.${sourceId}`] = saysValue ? String(saysValue) : "";
      sheet[`${path}.says.${sourceId}`] = says ?? "";
    }
  }
}

/** Words of all languages that the record has, published or not. */
export async function readWords(tx: Tx, recordId: string): Promise<Partial<Record<Locale, Sheet>>> {
  const texts = await tx.recordText.findMany({
    where: { recordId },
    select: { locale: true, name: true, summary: true, words: { select: { partId: true, field: true, value: true } } },
  });
  return Object.fromEntries(
    texts.map(({ locale, name, summary, words }) => {
      const sheet: Sheet = { name, summary: summary ?? "" };
      for (const { partId, field, value } of words) sheet[`texts.${partId}.${field}`] = value;
      return [locale, tidy(sheet)];
    }),
  );
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
