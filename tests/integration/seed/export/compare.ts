/** What became of the values of the facts: how many were looked at, and each that is not the same. */
export type Comparison = { values: number; differences: string[] };

type Tree = { [key: string]: unknown };

/**
 * Compares two trees leaf by leaf, both ways. The tables of a file are sets of rows, found by slug, id or key; every list
 * inside a row is in order. A member that is null or an empty list says no more than one that is missing.
 *
 * @param at name of the file, with which each difference begins
 */
export function compareFile(expected: object, actual: object, at: string): Comparison {
  const comparison: Comparison = { values: 0, differences: [] };
  const asSets = (file: object): Tree =>
    Object.fromEntries(Object.entries(file).map(([table, rows]) => [table, Array.isArray(rows) ? byName(rows) : rows]));
  compare(asSets(expected), asSets(actual), at, comparison);
  return comparison;
}

function byName(rows: unknown[]): Tree {
  return Object.fromEntries(rows.map((row, index) => [nameOf(row) ?? String(index), row]));
}

function nameOf(row: unknown): string | undefined {
  if (!isTree(row)) return undefined;
  const name = row.slug ?? row.id ?? row.key;
  return typeof name === "string" ? name : undefined;
}

function compare(expected: unknown, actual: unknown, at: string, result: Comparison): void {
  const a = unlessNothing(expected);
  const b = unlessNothing(actual);
  if (isTree(a) || isTree(b)) {
    const members = new Set([...Object.keys(isTree(a) ? a : {}), ...Object.keys(isTree(b) ? b : {})]);
    for (const key of members) compare(isTree(a) ? a[key] : a, isTree(b) ? b[key] : b, `${at}/${key}`, result);
    return;
  }
  if (a === undefined && b === undefined) return;
  if (a !== undefined) result.values += 1;
  if (a !== b) result.differences.push(`${at}: ${JSON.stringify(a)} → ${JSON.stringify(b)}`);
}

/** Lists count as trees with numbers for names. */
function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

function unlessNothing(value: unknown): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return undefined;
  return value;
}
