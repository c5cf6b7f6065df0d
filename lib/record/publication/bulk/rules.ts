import { newId } from "@/lib/core/ids";
import type { Kind } from "@/lib/db/generated/enums";
import { locales } from "@/lib/i18n/locales";
import type { CompiledRow } from "@/lib/publishing/compile";
import type { Columns } from "@/lib/publishing/field-values";
import type { RowsShape, RowTable, Shape } from "@/lib/publishing/shape";
import { isSame } from "@/lib/publishing/sheet";
import type { PartName, RecordDocument, Sheet } from "@/lib/publishing/types";
import { compileShared, partsOf } from "@/lib/record/document/rules";
import { shapes } from "@/lib/record/shapes";

/** What rules need to know of a record's head. */
type Head = { id: string; kind: keyof typeof shapes; zone: string };

/** A record as it is to be, beside how it is. */
export type Wanted<H extends Head = Head> = { head: H; isNew: boolean; before: RecordDocument; after: RecordDocument };

export type RawRow = Record<string, unknown>;

/** The name that a field of the client has in the database: `premisesM2` is premises_m2. */
export function toColumn(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function toRaw(columns: Columns): RawRow {
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [toColumn(name), value]));
}

/** Which parts differ. */
export function changedParts({ before, after }: Wanted): PartName[] {
  return [
    ...(isSame(before.shared, after.shared) ? [] : (["shared"] as const)),
    ...locales.filter((locale) => !isSame(before.words[locale] ?? {}, after.words[locale] ?? {})),
  ];
}

export type GroupRows = { shape: RowsShape; rows: { id: string; raw: RawRow; isAdded: boolean }[] };

/** What of figures, rows and links is to be written: only groups and rows that differ. */
export function planShared(wanted: Wanted): {
  record: RawRow;
  entity: RawRow;
  groups: Map<RowTable, GroupRows>;
  facts: { fact: RawRow; citations: RawRow[] }[] | null;
} {
  const { head, before, after } = wanted;
  const shape: Shape = shapes[head.kind];
  const { slug, sectors, columns, rows, facts, issues } = compileShared(head, after.shared);
  if (issues.length > 0) throw new Error(`sheet of ${head.kind} ${head.id} has issues: ${JSON.stringify(issues)}`);
  const groups = new Map<RowTable, GroupRows>();
  for (const [group, rowsShape] of Object.entries(shape.rows)) {
    const changed = (rows[group] ?? []).filter(({ id }) =>
      isRowChanged(`rows.${group}`, id, before.shared, after.shared),
    );
    if (changed.length === 0) continue;
    const known = new Set((before.shared[`rows.${group}`] ?? "").split(" "));
    groups.set(rowsShape.table, {
      shape: rowsShape,
      rows: changed.map((row) => ({ id: row.id, raw: rawRow(row, rowsShape, head.id), isAdded: !known.has(row.id) })),
    });
  }
  return {
    record: { slug, sectors },
    entity: { id: head.id, ...toRaw(columns) },
    groups,
    facts: backingOf(before.shared) === backingOf(after.shared) ? null : rawFacts(head, after.shared, facts),
  };
}

function isRowChanged(path: string, id: string, before: Sheet, after: Sheet): boolean {
  if (!(before[path] ?? "").split(" ").includes(id)) return true;
  const prefix = `${path}.${id}.`;
  return Object.keys({ ...before, ...after }).some((key) => key.startsWith(prefix) && before[key] !== after[key]);
}

function rawRow({ id, columns }: CompiledRow, shape: RowsShape, recordId: string): RawRow {
  return { ...(shape.key ? {} : { id }), [toColumn(shape.owner)]: recordId, ...toRaw(columns) };
}

function backingOf(sheet: Sheet): string {
  return JSON.stringify(
    Object.entries(sheet)
      .filter(([path, value]) => value !== "" && path.startsWith("backing."))
      .sort(),
  );
}

function rawFacts(head: Head, sheet: Sheet, facts: ReturnType<typeof compileShared>["facts"]) {
  const kinds: ReadonlyMap<string, Kind> = partsOf(shapes[head.kind], head.id, sheet);
  return facts.flatMap(({ part, field, columns, citations }) => {
    const kind = kinds.get(part);
    if (!kind) return [];
    const id = newId();
    const fact = { id, part_id: part, record_id: head.id, kind, field, ...toRaw(columns) };
    return [{ fact, citations: citations.map((one, position) => ({ fact_id: id, ...toRaw({ ...one, position }) })) }];
  });
}

/** Tables in which a record of this kind has rows, what names it there, and what tells its rows apart. */
export function tablesOf(shape: Shape): { table: string; owner: string; key: string[] }[] {
  return [
    { table: toColumn(shape.table), owner: "id", key: ["id"] },
    ...Object.values(shape.rows)
      .filter(({ isAppendOnly }) => !isAppendOnly)
      .map((rows) => ({
        table: toColumn(rows.table),
        owner: toColumn(rows.owner),
        key: rows.key ? [toColumn(rows.owner), toColumn(rows.key)] : ["id"],
      })),
    { table: "record_text", owner: "record_id", key: ["record_id", "locale"] },
    { table: "part_text", owner: "record_id", key: ["part_id", "field", "locale"] },
  ];
}
