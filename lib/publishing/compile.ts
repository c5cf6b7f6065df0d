import { parseDay, parseSpan } from "@/lib/core/dates";
import { type Columns, readDate, readNumber, writeField } from "@/lib/publishing/field-values";
import type { Fields, RowsShape, Shape } from "@/lib/publishing/shape";
import { listAt, valuesAt } from "@/lib/publishing/sheet";
import type { Issue, Sheet } from "@/lib/publishing/types";

export type CompiledRow = { id: string; columns: Columns };
export type CompiledCitation = { sourceId: string; agrees: boolean; saysValue: string | null; says: string | null };
export type CompiledFact = { part: string; field: string; columns: Columns; citations: CompiledCitation[] };

/** A sheet of figures, rows and links as the values of columns. Only to be written when there are no issues. */
export type Compiled = {
  slug: string | null;
  sectors: string[];
  columns: Columns;
  rows: Record<string, CompiledRow[]>;
  facts: CompiledFact[];
  issues: Issue[];
};

type Options = {
  recordId: string;
  /** zone for moments of rows that name none */
  zone: string;
  sectors: readonly string[];
  qualifiers: readonly string[];
};

/** Reads a sheet by the shape of its kind. */
export function compile(shape: Shape, sheet: Sheet, options: Options): Compiled {
  const issues: Issue[] = [];
  const { zone } = options;
  const columns = compileFields(shape.fields, valuesAt(sheet, "values"), "values", { zone, issues });
  for (const [name, value] of Object.entries(shape.defaults ?? {})) {
    columns[name] ??= /^\d+$/.test(value) ? Number(value) : value;
  }
  const rows = Object.fromEntries(
    Object.entries(shape.rows).map(([group, rowsShape]) => [
      group,
      compileRows(group, rowsShape, sheet, { zone, issues }),
    ]),
  );
  const sectors = listAt(sheet, "sectors");
  for (const sector of sectors) {
    if (!options.sectors.includes(sector)) issues.push({ path: "sectors", code: "not_an_option", detail: sector });
  }
  const parts = new Set([options.recordId]);
  for (const [group, { part }] of Object.entries(shape.rows)) {
    if (part) for (const { id } of rows[group] ?? []) parts.add(id);
  }
  const facts = compileBacking(sheet, parts, options.qualifiers, issues);
  checkSlug(sheet, issues);
  return { slug: sheet.slug || null, sectors, columns, rows, facts, issues };
}

type Context = { zone: string; issues: Issue[] };

function compileFields(
  fields: Fields,
  values: Record<string, string>,
  path: string,
  { zone, issues }: Context,
): Columns {
  const columns: Columns = {};
  for (const [name, field] of Object.entries(fields)) {
    const written = writeField(name, field, values, { zone });
    if ("issue" in written) {
      issues.push({
        path: `${path}.${name}`,
        code: written.issue,
        ...(written.detail ? { detail: written.detail } : {}),
      });
      continue;
    }
    for (const [column, value] of Object.entries(written.columns)) {
      const known = columns[column];
      // Two days may share the column of their precision: an empty day says nothing about it.
      if (known === undefined || known === null) columns[column] = value;
      else if (value !== null && value !== known) issues.push({ path: `${path}.${name}`, code: "not_a_date" });
    }
  }
  return columns;
}

function compileRows(group: string, shape: RowsShape, sheet: Sheet, context: Context): CompiledRow[] {
  const seen = new Set<string>();
  return listAt(sheet, `rows.${group}`).map((id) => {
    const path = `rows.${group}.${id}`;
    const columns = compileFields(shape.fields, valuesAt(sheet, path), path, context);
    const key = shape.key ? String(columns[shape.key]) : id;
    if (seen.has(key)) context.issues.push({ path: shape.key ? `${path}.${shape.key}` : path, code: "twice" });
    seen.add(key);
    return { id, columns };
  });
}

const factFields = ["asOf", "reviewBy", "checkedOn", "qualifier", "valueTo", "sources"];

function compileBacking(
  sheet: Sheet,
  parts: Set<string>,
  qualifiers: readonly string[],
  issues: Issue[],
): CompiledFact[] {
  const keys = new Set(
    Object.keys(sheet).flatMap((path) => {
      const [, key, leaf] = /^backing\.([0-9a-f-]+\.[A-Za-z0-9]+)\.([A-Za-z]+)$/.exec(path) ?? [];
      return key && leaf && factFields.includes(leaf) && sheet[path] ? [key] : [];
    }),
  );
  return [...keys].flatMap((key) => {
    const [part = "", field = ""] = key.split(".");
    // A row that went took what stood behind it along.
    if (!parts.has(part)) return [];
    const path = `backing.${key}`;
    const values = valuesAt(sheet, path);
    const dates = compileDates(values, path, issues);
    const qualifier = values.qualifier || null;
    if (qualifier && !qualifiers.includes(qualifier)) issues.push({ path: `${path}.qualifier`, code: "not_an_option" });
    const valueTo = values.valueTo ? readNumber(values.valueTo) : null;
    if (values.valueTo && valueTo === null) issues.push({ path: `${path}.valueTo`, code: "not_a_number" });
    const disagreeing = listAt(sheet, `${path}.disagreeing`);
    const citations = [...new Set(listAt(sheet, `${path}.sources`))].map((sourceId) => {
      const saysValue = values[`saysValue.${sourceId}`];
      const number = saysValue ? readNumber(saysValue) : null;
      if (saysValue && number === null) issues.push({ path: `${path}.saysValue.${sourceId}`, code: "not_a_number" });
      const says = values[`says.${sourceId}`] || null;
      const agrees = !disagreeing.includes(sourceId);
      if (!agrees && number === null && says === null)
        issues.push({ path: `${path}.says.${sourceId}`, code: "required" });
      return { sourceId, agrees, saysValue: number, says };
    });
    return [{ part, field, columns: { ...dates, qualifier, valueTo }, citations }];
  });
}

function compileDates(values: Record<string, string>, path: string, issues: Issue[]): Columns {
  const read = (name: "asOf" | "reviewBy") => {
    const text = values[name]?.trim();
    if (!text) return null;
    try {
      return parseSpan(readDate(text));
    } catch {
      issues.push({ path: `${path}.${name}`, code: "not_a_date", detail: text });
      return null;
    }
  };
  const [asOf, reviewBy] = [read("asOf"), read("reviewBy")];
  if (reviewBy && !asOf && !values.asOf) issues.push({ path: `${path}.asOf`, code: "review_without_date" });
  if (reviewBy && asOf && reviewBy.to < asOf.from)
    issues.push({ path: `${path}.reviewBy`, code: "review_before_date" });
  return {
    checkedOn: /^\d{4}-\d\d-\d\d$/.test(values.checkedOn ?? "") ? parseDay(values.checkedOn ?? "") : null,
    asOf: asOf?.from ?? null,
    asOfPrecision: asOf?.precision ?? null,
    reviewBy: reviewBy?.to ?? null,
    reviewPrecision: reviewBy?.precision ?? null,
  };
}

function checkSlug(sheet: Sheet, issues: Issue[]): void {
  const slug = sheet.slug ?? "";
  if (slug !== "" && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) issues.push({ path: "slug", code: "slug_shape" });
  if (slug.length > 100) issues.push({ path: "slug", code: "too_long", detail: "100" });
}
