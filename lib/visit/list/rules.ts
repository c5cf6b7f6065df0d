import { toggle } from "@/lib/core/facets";
import type { PartialDate } from "@/lib/source/types";
import type { VisitFilter } from "@/lib/visit/list/types";

type Group = "regions" | "directions" | "years";

/** The filter with one choice taken or, when it is taken already, left out; back on the first page. */
export function toggledVisits<G extends Group>(
  filter: VisitFilter,
  group: G,
  value: VisitFilter[G][number],
): VisitFilter {
  return { ...filter, [group]: toggle<string>(filter[group], value), page: 1 };
}

/**
 * Neighbours of one year together, in their order.
 *
 * @returns year as text, null for those without a date
 */
export function byYear<Row extends { dates: PartialDate | null }>(
  rows: readonly Row[],
): { year: string | null; rows: Row[] }[] {
  const groups: { year: string | null; rows: Row[] }[] = [];
  for (const row of rows) {
    const year = row.dates?.from.slice(0, 4) ?? null;
    const last = groups.at(-1);
    if (last && last.year === year) last.rows.push(row);
    else groups.push({ year, rows: [row] });
  }
  return groups;
}
