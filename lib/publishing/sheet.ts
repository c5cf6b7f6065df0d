import { locales } from "@/lib/i18n/locales";
import type { RecordDocument, Sheet } from "@/lib/publishing/types";

/** Words of a list path, such as the ids of `rows.lots`. */
export function listAt(sheet: Sheet, path: string): string[] {
  return (sheet[path] ?? "").split(/\s+/).filter(Boolean);
}

/** Values below a path: `valuesAt(sheet, "rows.lots.ID")` gives the fields of one row. */
export function valuesAt(sheet: Sheet, path: string): Record<string, string> {
  const prefix = `${path}.`;
  return Object.fromEntries(
    Object.entries(sheet).flatMap(([key, value]) =>
      key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [],
    ),
  );
}

/** Without empty texts, which mean the same as missing ones, in the order of the paths. */
export function tidy(sheet: Sheet): Sheet {
  return Object.fromEntries(
    Object.entries(sheet)
      .filter(([, value]) => value !== "")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Do both say the same? */
export function isSame(a: Sheet, b: Sheet): boolean {
  return changedPaths(a, b).length === 0;
}

/** Do both documents say the same in every part? */
export function isSameDocument(a: RecordDocument, b: RecordDocument): boolean {
  return isSame(a.shared, b.shared) && locales.every((one) => isSame(a.words[one] ?? {}, b.words[one] ?? {}));
}

/** Paths whose text differs, in order. */
export function changedPaths(a: Sheet, b: Sheet): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((path) => (a[path] ?? "") !== (b[path] ?? ""))
    .sort();
}

/** Two texts for one path, of which a person must choose. */
export type Conflict = { path: string; theirs: string; mine: string };

/**
 * Joins what two people made of the same sheet. Lists of rows are joined row by row: what one added stays, what one took
 * away goes, unless the other changed it meanwhile.
 *
 * @param base    what both began from
 * @param theirs  saved meanwhile
 * @returns       the joined sheet with their text where both changed the same one, and those conflicts
 */
export function merge(base: Sheet, theirs: Sheet, mine: Sheet): { sheet: Sheet; conflicts: Conflict[] } {
  const sheet: Sheet = { ...theirs };
  const conflicts: Conflict[] = [];
  for (const path of changedPaths(base, mine)) {
    const [was, their, my] = [base[path] ?? "", theirs[path] ?? "", mine[path] ?? ""];
    if (their === my) continue;
    if (their === was) sheet[path] = my;
    else if (/^rows\.[A-Za-z]+$/.test(path)) sheet[path] = mergeLists(was, their, my);
    else conflicts.push({ path, theirs: their, mine: my });
  }
  for (const path of Object.keys(sheet)) keepChangedRow(path, { base, theirs, mine, sheet });
  return { sheet: tidy(sheet), conflicts };
}

function mergeLists(base: string, theirs: string, mine: string): string {
  const [was, their, my] = [base, theirs, mine].map((text) => text.split(/\s+/).filter(Boolean)) as [
    string[],
    string[],
    string[],
  ];
  const kept = their.filter((id) => my.includes(id) || !was.includes(id));
  const added = my.filter((id) => !was.includes(id) && !kept.includes(id));
  return [...kept, ...added].join(" ");
}

/** A row that one took away while the other wrote in it stays. */
function keepChangedRow(
  path: string,
  { base, theirs, mine, sheet }: Record<"base" | "theirs" | "mine" | "sheet", Sheet>,
) {
  const [, group, id] = /^(rows\.[A-Za-z]+)\.([0-9a-z-]+)\.[A-Za-z]+$/.exec(path) ?? [];
  if (!group || !id || listAt(sheet, group).includes(id)) return;
  const wroteInIt = [theirs, mine].some(
    (one) =>
      listAt(one, group).includes(id) && !isSame(valuesAt(base, `${group}.${id}`), valuesAt(one, `${group}.${id}`)),
  );
  if (wroteInIt) sheet[group] = [...listAt(sheet, group), id].join(" ");
}
