import type { Kind } from "@/lib/db/generated/enums";
import type { Shape } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { Issue, Sheet } from "@/lib/publishing/types";
import { longestName, longestSummary, textFieldsOf } from "@/lib/translation/fields";

/** What stands in the way of putting these words in force. In the source language the obligatory texts must be there. */
export function checkWords(sheet: Sheet, parts: ReadonlyMap<string, Kind>, isSource: boolean): Issue[] {
  const issues: Issue[] = [];
  if (!sheet.name?.trim()) issues.push({ path: "name", code: "name_missing" });
  if ((sheet.name?.length ?? 0) > longestName)
    issues.push({ path: "name", code: "too_long", detail: String(longestName) });
  if ((sheet.summary?.length ?? 0) > longestSummary) {
    issues.push({ path: "summary", code: "too_long", detail: String(longestSummary) });
  }
  for (const [part, kind] of parts) {
    for (const { field, isRequired, maxLength } of textFieldsOf(kind)) {
      const path = `texts.${part}.${field}`;
      const text = sheet[path]?.trim() ?? "";
      if (text === "" && isRequired && isSource) issues.push({ path, code: "required" });
      if (text.length > maxLength) issues.push({ path, code: "too_long", detail: String(maxLength) });
    }
  }
  return issues;
}

/** What a machine wrote is published when a person has looked at it, and not before. */
export function checkMachine(unchecked: readonly string[]): Issue[] {
  return unchecked.map((path) => ({ path, code: "machine_unchecked" }));
}

/** A record without a source of its own has no figures that anybody could check. */
export function checkSources(recordId: string, sheet: Sheet): Issue[] {
  const path = `backing.${recordId}.all.sources`;
  const disagreeing = listAt(sheet, `backing.${recordId}.all.disagreeing`);
  const agreeing = listAt(sheet, path).filter((source) => !disagreeing.includes(source));
  return agreeing.length > 0 ? [] : [{ path, code: "source_missing" }];
}

const pairsInOrder = [
  ["startsOn", "endsOn"],
  ["startsAt", "endsAt"],
  ["validFrom", "validTo"],
] as const;

/** Rules between two values of one row that the database would refuse in words nobody understands. */
export function checkPairs(
  shape: Shape,
  compiled: { columns: Row; rows: Record<string, { id: string; columns: Row }[]> },
): Issue[] {
  const all = [
    { path: "values", columns: compiled.columns },
    ...Object.keys(shape.rows).flatMap((group) =>
      (compiled.rows[group] ?? []).map(({ id, columns }) => ({ path: `rows.${group}.${id}`, columns })),
    ),
  ];
  return all.flatMap(({ path, columns }) => [
    ...pairsInOrder.flatMap(([first, last]): Issue[] => {
      const [from, to] = [columns[first], columns[last]];
      return from instanceof Date && to instanceof Date && to < from
        ? [{ path: `${path}.${last}`, code: "end_before_start" }]
        : [];
    }),
    ...freeAndTotal.flatMap(([free, total]): Issue[] => {
      const [part, whole] = [columns[free], columns[total]];
      return part != null && whole != null && Number(part) > Number(whole)
        ? [{ path: `${path}.${free}`, code: "more_free_than_total" }]
        : [];
    }),
  ]);
}

type Row = Record<string, unknown>;

const freeAndTotal = [
  ["availableAreaHa", "totalAreaHa"],
  ["availablePremisesM2", "premisesM2"],
  ["freeCapacity", "totalCapacity"],
] as const;
