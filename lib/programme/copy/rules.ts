import { formatDay } from "@/lib/core/dates";
import { listAt, tidy } from "@/lib/publishing/sheet";
import type { RecordDocument, Sheet } from "@/lib/publishing/types";

/** Groups of rows that another visit can begin with: never people, never what was agreed or spoken. */
export const copiedGroups = ["places", "items", "contacts"] as const;
export type CopiedGroup = (typeof copiedGroups)[number];

const dayMs = 24 * 3600 * 1000;

/** "2026-12-14", "2026-12-14 10:00" and "14.12.2026 10:00", so many days later; anything else as it is. */
export function shiftText(text: string, days: number): string {
  const [, iso, rest = ""] = /^(\d{4}-\d{2}-\d{2})((?:[ T].*)?)$/.exec(text) ?? [];
  const at = iso ? Date.parse(iso) : Number.NaN;
  return Number.isNaN(at) ? text : `${formatDay(new Date(at + days * dayMs))}${rest}`;
}

/**
 * Rows of a visit as another one begins with them: each under an id of its own, so many days later, nothing cancelled.
 *
 * @param groups what is taken along
 * @param newId  makes an id
 */
export function copyRows(
  document: RecordDocument,
  { groups, days, newId }: { groups: readonly CopiedGroup[]; days: number; newId: () => string },
): RecordDocument {
  const ids = new Map<string, string>();
  const shared: Sheet = {};
  for (const group of groups) {
    const rows = listAt(document.shared, `rows.${group}`);
    for (const id of rows) ids.set(id, newId());
    shared[`rows.${group}`] = rows.map((id) => ids.get(id) ?? id).join(" ");
  }
  for (const [path, value] of Object.entries(document.shared)) {
    const [, group = "", id = "", name = ""] = /^rows\.([A-Za-z]+)\.([0-9a-z-]+)\.([A-Za-z]+)$/.exec(path) ?? [];
    const fresh = ids.get(id);
    if (!fresh || !groups.some((one) => one === group) || name === "isCancelled") continue;
    const isTime = ["dayOn", "startsAt", "endsAt", "startsOn", "endsOn"].includes(name);
    shared[`rows.${group}.${fresh}.${name}`] = isTime ? shiftText(value, days) : value;
  }
  const words = Object.fromEntries(
    Object.entries(document.words).map(([locale, sheet]) => [
      locale,
      tidy(
        Object.fromEntries(
          Object.entries(sheet ?? {}).flatMap(([path, value]) => {
            const [, id = "", field] = /^texts\.([0-9a-f-]+)\.([A-Za-z]+)$/.exec(path) ?? [];
            const fresh = ids.get(id);
            return fresh ? [[`texts.${fresh}.${field}`, value]] : [];
          }),
        ),
      ),
    ]),
  );
  return { shared: tidy(shared), words };
}

/** Puts copied rows behind those that a sheet has. */
export function joinRows(sheet: Sheet, copied: Sheet): Sheet {
  const joined = { ...sheet };
  for (const [path, value] of Object.entries(copied)) {
    const isList = /^rows\.[A-Za-z]+$/.test(path);
    joined[path] = isList ? [...listAt(joined, path), ...value.split(" ")].join(" ") : value;
  }
  return tidy(joined);
}

/** The earliest day that a document's stops name; null: none. */
export function firstDay(shared: Sheet): string | null {
  const days = listAt(shared, "rows.items").flatMap((id) => {
    const text = shared[`rows.items.${id}.startsAt`] || shared[`rows.items.${id}.dayOn`] || "";
    return /^\d{4}-\d{2}-\d{2}/.test(text) ? [text.slice(0, 10)] : [];
  });
  return days.sort()[0] ?? null;
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
