import "server-only";
import { formatDay, formatPartialDate } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { type Tx, tableOf } from "@/lib/db/table";
import { type Columns, printField } from "@/lib/publishing/field-values";
import type { Fields, RowsShape, Shape } from "@/lib/publishing/shape";
import { tidy } from "@/lib/publishing/sheet";
import type { RecordDocument, Sheet } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { isEditableKind, shapes } from "@/lib/record/shapes";

/** @returns null where there is none, or where its kind is not edited here */
export async function readHead(tx: Tx, recordId: string): Promise<RecordHead | null> {
  return (await readHeads(tx, [recordId])).get(recordId) ?? null;
}

/** Those of them that there are and whose kind is edited here, by id. */
export async function readHeads(tx: Tx, ids: readonly string[]): Promise<Map<string, RecordHead>> {
  const rows = await tx.record.findMany({
    where: { id: { in: [...ids] } },
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
  return new Map(
    rows.flatMap(({ region, kind, ...head }) =>
      isEditableKind(kind) ? [[head.id, { ...head, kind, zone: region?.timeZone ?? "UTC" }]] : [],
    ),
  );
}

/** The record as its tables have it now. */
export async function readDocument(tx: Tx, head: RecordHead): Promise<RecordDocument> {
  return { shared: await readShared(tx, head), words: await readWords(tx, head.id) };
}

/** Figures, rows and links as the tables have them; empty where the record was never put in force. */
export async function readShared(tx: Tx, head: RecordHead): Promise<Sheet> {
  return (await readSharedOf(tx, [head])).get(head.id) ?? {};
}

/** Records of one kind as their tables have them, with as many questions as for a single one. */
export async function readDocuments(tx: Tx, heads: readonly RecordHead[]): Promise<Map<string, RecordDocument>> {
  const ids = heads.map(({ id }) => id);
  const [shared, words] = [await readSharedOf(tx, heads), await readWordsOf(tx, ids)];
  return new Map(ids.map((id) => [id, { shared: shared.get(id) ?? {}, words: words.get(id) ?? {} }]));
}

async function readSharedOf(tx: Tx, heads: readonly RecordHead[]): Promise<Map<string, Sheet>> {
  const [first] = heads;
  if (!first) return new Map();
  const shape: Shape = shapes[first.kind];
  const ids = heads.map(({ id }) => id);
  const entities = await tableOf(tx, shape.table).findMany({ where: { id: { in: ids } } });
  const entityOf = new Map(entities.map((entity) => [String(entity.id), entity]));
  const zones = new Map(heads.map(({ id, zone }) => [id, zone]));
  const sheets = new Map<string, Sheet>(heads.map(({ id }) => [id, {}]));
  for (const { id, slug, sectors, zone } of heads) {
    const [sheet, entity] = [sheets.get(id), entityOf.get(id)];
    if (!sheet || !entity) continue;
    Object.assign(sheet, { slug: slug ?? "", sectors: sectors.join(" ") });
    printFields(sheet, "values", shape.fields, entity, zone);
  }
  const known = [...entityOf.keys()];
  if (known.length === 0) return sheets;
  for (const [group, rowsShape] of Object.entries(shape.rows)) {
    for (const row of await readRows(tx, rowsShape, known)) {
      const owner = String(row[rowsShape.owner]);
      const sheet = sheets.get(owner);
      if (!sheet) continue;
      const id = rowId(rowsShape, row);
      const list = sheet[`rows.${group}`];
      sheet[`rows.${group}`] = list ? `${list} ${id}` : id;
      printFields(sheet, `rows.${group}.${id}`, rowsShape.fields, row, zones.get(owner) ?? "UTC");
    }
  }
  await readBacking(tx, known, sheets);
  return new Map([...sheets].map(([id, sheet]) => [id, tidy(sheet)]));
}

/** Rows of one group of these records, those of each in their order. */
function readRows(tx: Tx, shape: RowsShape, ids: readonly string[]): Promise<Columns[]> {
  const orderBy = shape.isOrdered
    ? [{ position: "asc" }]
    : shape.isAppendOnly
      ? [{ createdAt: "asc" }, { id: "asc" }]
      : [{ [shape.key ?? "id"]: "asc" }];
  return tableOf(tx, shape.table).findMany({ where: { [shape.owner]: { in: [...ids] } }, orderBy });
}

/** How a document names a row: by its id, or by what tells it apart. */
function rowId(shape: RowsShape, row: Columns): string {
  return String(row[shape.key ?? "id"]);
}

function printFields(sheet: Sheet, path: string, fields: Fields, row: Columns, zone: string): void {
  for (const [name, field] of Object.entries(fields)) sheet[`${path}.${name}`] = printField(name, field, row, { zone });
}

async function readBacking(tx: Tx, ids: readonly string[], sheets: ReadonlyMap<string, Sheet>): Promise<void> {
  const facts = await tx.fact.findMany({
    where: { recordId: { in: [...ids] } },
    include: { citations: { orderBy: [{ position: "asc" }, { sourceId: "asc" }] } },
  });
  for (const fact of facts) {
    const sheet = sheets.get(fact.recordId);
    if (!sheet) continue;
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
  return (await readWordsOf(tx, [recordId])).get(recordId) ?? {};
}

async function readWordsOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Partial<Record<Locale, Sheet>>>> {
  const texts = await tx.recordText.findMany({
    where: { recordId: { in: [...ids] } },
    select: {
      recordId: true,
      locale: true,
      name: true,
      summary: true,
      words: { select: { partId: true, field: true, value: true } },
    },
  });
  const found = new Map<string, Partial<Record<Locale, Sheet>>>();
  for (const { recordId, locale, name, summary, words } of texts) {
    const sheet: Sheet = { name, summary: summary ?? "" };
    for (const { partId, field, value } of words) sheet[`texts.${partId}.${field}`] = value;
    found.set(recordId, { ...found.get(recordId), [locale]: tidy(sheet) });
  }
  return found;
}
