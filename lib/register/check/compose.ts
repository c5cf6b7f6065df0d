import { newId } from "@/lib/core/ids";
import { listAt } from "@/lib/publishing/sheet";
import type { Sheet } from "@/lib/publishing/types";
import { plainWords } from "@/lib/register/cell/word";
import type { CheckContext, Draft, ReadCell, ReadRow } from "@/lib/register/check/types";
import { wordAt } from "@/lib/register/words";

/** Puts what a row says into the sheets of a record. Empty cells change nothing. */
export function applyRow(draft: Draft, row: ReadRow, context: CheckContext): void {
  if (!draft.rows.includes(row)) draft.rows.push(row);
  if (context.batch.kind === "lot") applyLot(draft, row, context);
  else for (const cell of row.cells) applyOwn(draft, row, cell, context);
  if (draft.head.kind === "site") completeRow(draft, row, context);
}

/** Values that only stand together: a place is two numbers and how exact they are, a price is a sum, a currency and a measure. */
function completeRow(draft: Draft, row: ReadRow, { batch }: CheckContext): void {
  const { shared } = draft.after;
  const lacks = (path: string) => (shared[path] ?? "") === "";
  if (batch.kind === "site") {
    if (lacks("values.lat") !== lacks("values.lon")) {
      row.notices.push({
        code: "required_new",
        level: "error",
        column: null,
        field: lacks("values.lat") ? "lat" : "lon",
      });
    } else if (!lacks("values.lat") && lacks("values.coordinatePrecision")) {
      shared["values.coordinatePrecision"] = "site";
    }
  }
  for (const id of listAt(shared, "rows.lots")) {
    const path = `rows.lots.${id}`;
    if (draft.origins.get(`shared:${path}.priceAmount`)?.row !== row) continue;
    if (lacks(`${path}.priceCurrency`)) shared[`${path}.priceCurrency`] = "rub";
    if (lacks(`${path}.pricePer`))
      row.notices.push({ code: "required_new", level: "error", column: null, field: "pricePer" });
  }
}

function put(
  draft: Draft,
  row: ReadRow,
  cell: ReadCell,
  path: string,
  value: string,
  sheet: Sheet,
  part: string,
): void {
  sheet[path] = value;
  draft.origins.set(`${part}:${path}`, { row, column: cell.column });
}

/** A figure, and where it comes from if it is another one than before. */
function putFigure(
  draft: Draft,
  row: ReadRow,
  cell: ReadCell,
  path: string,
  part: string,
  context: CheckContext,
): void {
  const { shared } = draft.after;
  const was = draft.before.shared[path] ?? "";
  const field = path.split(".").at(-1) ?? "";
  put(draft, row, cell, path, cell.value, shared, "shared");
  const isSame = was === cell.value && cell.qualifier === undefined && cell.valueTo === undefined;
  if (cell.field.reading.as !== "number" || isSame) return;
  const backing = `backing.${part}.${field}`;
  const wanted: Sheet = { [`${backing}.qualifier`]: cell.qualifier ?? "", [`${backing}.valueTo`]: cell.valueTo ?? "" };
  const says = Object.entries(wanted).some(([key, value]) => (shared[key] ?? "") !== value);
  if (was === cell.value && !says) return;
  for (const [key, value] of Object.entries(wanted)) put(draft, row, cell, key, value, shared, "shared");
  // What is new as a whole stands behind its figures as a whole.
  const isNewPart = (draft.before.shared[`backing.${part}.all.sources`] ?? "") === "" && isNew(draft, part);
  if (isNewPart && cell.qualifier === undefined && cell.valueTo === undefined) return;
  for (const key of Object.keys(shared)) {
    if (key.startsWith(`${backing}.says`) || key === `${backing}.disagreeing`) delete shared[key];
  }
  backWith(shared, backing, context);
}

function isNew(draft: Draft, part: string): boolean {
  return part === draft.head.id ? draft.isNew : !Object.keys(draft.before.shared).some((path) => path.includes(part));
}

/** Source, day and term of the whole batch. */
function backWith(shared: Sheet, path: string, { batch: { settings } }: CheckContext): void {
  shared[`${path}.sources`] = settings.sourceId;
  shared[`${path}.asOf`] = settings.asOf;
  shared[`${path}.checkedOn`] = "";
  shared[`${path}.reviewBy`] = settings.reviewBy;
}

function wordsOf(draft: Draft, cell: ReadCell, context: CheckContext): { sheet: Sheet; part: string } {
  const { target } = cell.field;
  const locale = ("locale" in target ? target.locale : null) ?? context.batch.locale;
  const sheet = draft.after.words[locale] ?? {};
  draft.after.words[locale] = sheet;
  return { sheet, part: locale };
}

function applyOwn(draft: Draft, row: ReadRow, cell: ReadCell, context: CheckContext): void {
  if (cell.value === "") return;
  const { target } = cell.field;
  const { shared } = draft.after;
  // What was said for all rows fills what is empty, and changes nothing that is there.
  const isConstant = cell.column === null;
  switch (target.to) {
    case "value": {
      const path = `values.${target.field}`;
      if (isConstant && shared[path]) return;
      putFigure(draft, row, cell, path, draft.head.id, context);
      return;
    }
    case "sectors":
      if (!isConstant || !shared.sectors) put(draft, row, cell, "sectors", cell.value, shared, "shared");
      return;
    case "text": {
      const path =
        target.field === "name" || target.field === "summary" ? target.field : `texts.${draft.head.id}.${target.field}`;
      const { sheet, part } = wordsOf(draft, cell, context);
      if (!isConstant || !sheet[path]) put(draft, row, cell, path, cell.value, sheet, part);
      return;
    }
    case "utility":
      applyUtility(draft, row, cell, context);
      return;
    case "transport":
      applyTransport(draft, row, cell, context);
      return;
    default:
      return;
  }
}

function applyUtility(draft: Draft, row: ReadRow, cell: ReadCell, context: CheckContext): void {
  const { target } = cell.field;
  if (target.to !== "utility") return;
  const { shared } = draft.after;
  const ids = listAt(shared, "rows.utilities");
  const known = ids.find((id) => shared[`rows.utilities.${id}.kind`] === target.kind);
  if (known && shared[`rows.utilities.${known}.unit`] !== target.unit) {
    row.notices.push({ code: "wrong_unit", level: "error", column: cell.column, stood: cell.value });
    return;
  }
  const id = known ?? newId();
  const path = `rows.utilities.${id}`;
  if (!known) {
    shared["rows.utilities"] = [...ids, id].join(" ");
    Object.assign(shared, {
      [`${path}.kind`]: target.kind,
      [`${path}.unit`]: target.unit,
      [`${path}.availability`]: "unknown",
    });
    backWith(shared, `backing.${id}.all`, context);
  }
  putFigure(draft, row, cell, `${path}.${target.field}`, id, context);
}

function applyTransport(draft: Draft, row: ReadRow, cell: ReadCell, context: CheckContext): void {
  const { target } = cell.field;
  if (target.to !== "transport") return;
  const { shared } = draft.after;
  const ids = listAt(shared, "rows.transport");
  const known = ids.filter((id) => shared[`rows.transport.${id}.mode`] === target.mode);
  if (known.length > 1) {
    row.notices.push({ code: "several_records", level: "error", column: cell.column, stood: cell.value });
    return;
  }
  const id = known[0] ?? newId();
  const path = `rows.transport.${id}`;
  if (!known[0]) {
    shared["rows.transport"] = [...ids, id].join(" ");
    shared[`${path}.mode`] = target.mode;
    backWith(shared, `backing.${id}.all`, context);
    const locale = draft.head.sourceLocale;
    const words = draft.after.words[locale] ?? {};
    draft.after.words[locale] = words;
    words[`texts.${id}.name`] = wordAt(context.all[locale], `site.transport.mode.${target.mode}`);
  }
  putFigure(draft, row, cell, `${path}.distanceKm`, id, context);
}

function applyLot(draft: Draft, row: ReadRow, context: CheckContext): void {
  const code = row.cells.find(({ field }) => field.id === "code")?.value ?? "";
  if (code === "") {
    row.notices.push({ code: "code_missing", level: "error", column: null });
    return;
  }
  const { shared } = draft.after;
  const ids = listAt(shared, "rows.lots");
  const known = ids.find((id) => plainWords(shared[`rows.lots.${id}.code`] ?? "") === plainWords(code));
  const id = known ?? newId();
  if (!known) {
    shared["rows.lots"] = [...ids, id].join(" ");
    backWith(shared, `backing.${id}.all`, context);
  }
  for (const cell of row.cells) {
    const { target } = cell.field;
    if (cell.value === "") continue;
    if (target.to === "row") {
      const path = `rows.lots.${id}.${target.field}`;
      // A code keeps the way it is written; a value for all rows fills what is empty.
      if ((known && target.field === "code") || (cell.column === null && shared[path])) continue;
      putFigure(draft, row, cell, path, id, context);
    } else if (target.to === "rowText") {
      const { sheet, part } = wordsOf(draft, cell, context);
      put(draft, row, cell, `texts.${id}.${target.field}`, cell.value, sheet, part);
    }
  }
  if (!known) {
    for (const [name, value] of [
      ["kind", "land"],
      ["status", "unknown"],
    ] as const)
      shared[`rows.lots.${id}.${name}`] ||= value;
  }
}

/** What stands behind a record that the batch makes. */
export function backNew(draft: Draft, context: CheckContext): void {
  const path = `backing.${draft.head.id}.all`;
  if (!draft.after.shared[`${path}.sources`]) backWith(draft.after.shared, path, context);
}

/** A company of a list that everybody can read may be named: the list is the evidence. */
export function nameOpenly(draft: Draft, evidence: string): void {
  const id = newId();
  const { shared } = draft.after;
  shared["rows.consents"] = id;
  Object.assign(shared, {
    [`rows.consents.${id}.level`]: "named",
    [`rows.consents.${id}.basis`]: "public_reporting",
    [`rows.consents.${id}.evidence`]: evidence.slice(0, 600),
  });
}
