import "server-only";
import { newId } from "@/lib/core/ids";
import type { Locale, Sector } from "@/lib/db/generated/enums";
import { type Tx, tableOf } from "@/lib/db/table";
import type { Compiled, CompiledRow } from "@/lib/publishing/compile";
import type { Columns } from "@/lib/publishing/field-values";
import type { RowsShape, Shape } from "@/lib/publishing/shape";
import type { Sheet } from "@/lib/publishing/types";
import { compileShared, partsOf, planWords, type WordsVersion } from "@/lib/record/document/rules";
import type { RecordHead } from "@/lib/record/document/types";
import { shapes } from "@/lib/record/shapes";

/**
 * Puts figures, rows and links in force. Runs inside a transaction that holds the record's lock.
 *
 * @param sheet without issues
 * @throws Error when there are issues, which the caller should have shown; what the database refuses
 */
export async function writeShared(tx: Tx, head: RecordHead, sheet: Sheet): Promise<void> {
  const shape: Shape = shapes[head.kind];
  const { slug, sectors, columns, rows, facts, issues } = compileShared(head, sheet);
  if (issues.length > 0) throw new Error(`sheet of ${head.kind} ${head.id} has issues: ${JSON.stringify(issues)}`);
  const { id } = head;
  await tx.record.update({
    where: { id },
    data: { slug, sectors: sectors as Sector[] },
    select: { id: true },
  });
  if (shape.isMadeElsewhere)
    await tableOf(tx, shape.table).update({ where: { id }, data: columns, select: { id: true } });
  else {
    await tableOf(tx, shape.table).upsert({
      where: { id },
      create: { id, ...columns },
      update: columns,
      select: { id: true },
    });
  }
  // A region stands in itself, which it can only once its row is there.
  if (head.kind === "region" && head.regionId === null) {
    await tx.record.update({ where: { id }, data: { regionId: id }, select: { id: true } });
  }
  for (const [group, rowsShape] of Object.entries(shape.rows)) await writeRows(tx, rowsShape, id, rows[group] ?? []);
  await writeFacts(tx, head, sheet, facts);
}

async function writeRows(tx: Tx, shape: RowsShape, recordId: string, rows: CompiledRow[]): Promise<void> {
  const table = tableOf(tx, shape.table);
  const owner = { [shape.owner]: recordId };
  const toColumns = ({ columns }: CompiledRow, position: number): Columns => ({
    ...owner,
    ...columns,
    ...(shape.isOrdered ? { position } : {}),
  });
  if (shape.key) {
    await table.deleteMany({ where: owner });
    if (rows.length > 0) await table.createMany({ data: rows.map(toColumns) });
    return;
  }
  const known = new Map((await table.findMany({ where: owner })).map((row) => [String(row.id), row]));
  const added = rows.filter(({ id }) => !known.has(id));
  if (shape.isAppendOnly) return addRows(tx, shape, recordId, added);
  const wanted = new Set(rows.map(({ id }) => id));
  const gone = [...known.keys()].filter((id) => !wanted.has(id));
  if (gone.length > 0) await table.deleteMany({ where: { ...owner, id: { in: gone } } });
  const changed = rows.flatMap((row, position) => {
    const [was, data] = [known.get(row.id), toColumns(row, position)];
    return was && !isSameRow(was, data) ? [{ id: row.id, was, data }] : [];
  });
  // Positions are unique in a record: those that move make room before each takes its new one.
  const moved = changed.filter(({ was, data }) => was.position !== data.position);
  for (const [index, { id }] of moved.entries()) {
    await table.updateMany({ where: { ...owner, id }, data: { position: 20_000 + index } });
  }
  for (const { id, data } of changed) await table.updateMany({ where: { ...owner, id }, data });
  for (const row of added) {
    await table.create({ data: { id: row.id, ...toColumns(row, rows.indexOf(row)) }, select: { id: true } });
  }
}

/** Has the row these values already? Numbers of the database come as objects that print their digits. */
function isSameRow(row: Columns, data: Columns): boolean {
  const text = (value: unknown) =>
    value === null || value === undefined ? "" : value instanceof Date ? value.toISOString() : String(value);
  return Object.entries(data).every(([name, value]) => text(row[name]) === text(value));
}

/** Steps and consents: a step begins where the outcome stands. */
async function addRows(tx: Tx, shape: RowsShape, recordId: string, rows: CompiledRow[]): Promise<void> {
  for (const { id, columns } of rows) {
    const data: Columns = { id, [shape.owner]: recordId, ...columns };
    if (shape.table === "outcomeStep") {
      const first = await tx.outcomeStep.findFirst({ where: { outcomeId: recordId }, select: { id: true } });
      const outcome = await tx.outcome.findUniqueOrThrow({ where: { id: recordId }, select: { stage: true } });
      data.fromStage = first ? outcome.stage : null;
    }
    await tableOf(tx, shape.table).create({ data, select: { id: true } });
  }
}

async function writeFacts(tx: Tx, head: RecordHead, sheet: Sheet, facts: Compiled["facts"]): Promise<void> {
  const kinds = partsOf(shapes[head.kind], head.id, sheet);
  await tx.fact.deleteMany({ where: { recordId: head.id } });
  const rows = facts.flatMap(({ part, field, columns, citations }) => {
    const kind = kinds.get(part);
    return kind ? [{ fact: { id: newId(), partId: part, recordId: head.id, kind, field, ...columns }, citations }] : [];
  });
  await tx.fact.createMany({ data: rows.map(({ fact }) => fact) });
  await tx.citation.createMany({
    data: rows.flatMap(({ fact, citations }) =>
      citations.map((citation, position) => ({ factId: fact.id, ...citation, position })),
    ),
  });
}

/**
 * Puts the words of one language in force, and no other language's. In the source language a changed text takes the new
 * version, unless the edit is minor; a translation is from now on made from the source as it stands.
 *
 * @returns words of rows that are not in force yet; they wait in the draft
 */
export async function writeWords(
  tx: Tx,
  head: RecordHead,
  locale: Locale,
  sheet: Sheet,
  options: WordsVersion,
): Promise<Sheet> {
  const recordId = head.id;
  const known = await tx.recordText.findUnique({
    where: { recordId_locale: { recordId, locale } },
    include: { words: true },
  });
  const parts = new Map(
    (await tx.part.findMany({ where: { recordId }, select: { id: true, kind: true } })).map(({ id, kind }) => [
      id,
      kind,
    ]),
  );
  const isSource = locale === head.sourceLocale;
  const { name, texts, gone, waiting } = planWords(sheet, known, parts, { isSource, ...options });
  await tx.recordText.upsert({
    where: { recordId_locale: { recordId, locale } },
    create: { recordId, locale, ...name },
    update: name,
    select: { locale: true },
  });
  // A translation that is put in force was looked at as a whole: all of it is made from the source as it stood.
  if (!isSource) {
    const { sourceVersion, origin } = name;
    await tx.partText.updateMany({ where: { recordId, locale }, data: { sourceVersion, origin } });
  }
  for (const { partId, field, kind, ...data } of texts) {
    await tx.partText.upsert({
      where: { partId_field_locale: { partId, field, locale } },
      create: { partId, field, locale, recordId, kind, ...data },
      update: data,
      select: { partId: true },
    });
  }
  for (const { partId, field } of gone) {
    await tx.partText.delete({ where: { partId_field_locale: { partId, field, locale } } });
  }
  return waiting;
}
