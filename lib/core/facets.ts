/** How a row answers each group of choices; several values where it belongs to several. */
export type Groups<Row, Group extends string> = Record<Group, (row: Row) => readonly string[]>;
export type Selection<Group extends string> = Record<Group, readonly string[]>;

/**
 * Filters rows by chosen values and counts what each choice would give. Values of one group widen the answer, groups
 * narrow it; a group's own choice does not narrow its own counts. Nothing chosen in a group asks for all.
 *
 * @returns matching  rows in their order
 * @returns counts    by group and value; a value that no row has is missing
 */
export function filterAndCount<Row, Group extends string>(
  rows: readonly Row[],
  groups: Groups<Row, Group>,
  selection: Selection<NoInfer<Group>>,
): { matching: Row[]; counts: Record<Group, Map<string, number>> } {
  const names = Object.keys(groups) as Group[];
  const counts = Object.fromEntries(names.map((name) => [name, new Map<string, number>()])) as Record<
    Group,
    Map<string, number>
  >;
  const matching = rows.filter((row) => {
    const values = names.map((name) => groups[name](row));
    const passes = names.map(
      (name, index) => selection[name].length === 0 || values[index]?.some((value) => selection[name].includes(value)),
    );
    const failed = passes.filter((isPassed) => !isPassed).length;
    for (const [index, name] of names.entries()) {
      if (failed > (passes[index] ? 0 : 1)) continue;
      for (const value of values[index] ?? []) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
    return failed === 0;
  });
  return { matching, counts };
}

/** One page of a list; a page past the last is empty. */
export function pageOf<Row>(rows: readonly Row[], page: number, perPage: number): { rows: Row[]; pageCount: number } {
  return {
    rows: rows.slice((page - 1) * perPage, page * perPage),
    pageCount: Math.max(1, Math.ceil(rows.length / perPage)),
  };
}

/** The chosen values with one taken or, when it is taken already, left out. */
export function toggle<Value>(chosen: readonly Value[], value: Value): Value[] {
  return chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
}
