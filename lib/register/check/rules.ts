import { locales } from "@/lib/i18n/locales";
import { changedPaths, tidy } from "@/lib/publishing/sheet";
import type { Issue, RecordDocument, Sheet } from "@/lib/publishing/types";
import { compileShared, partsOf } from "@/lib/record/document/rules";
import { checkPairs, checkSources, checkWords } from "@/lib/record/publication/rules";
import { shapes } from "@/lib/record/shapes";
import type { Draft, ReadRow } from "@/lib/register/check/types";
import { importFields } from "@/lib/register/fields";
import type { Change, Counts, Notice, RegisterKind, Verdict } from "@/lib/register/types";

/** What a batch changes in one record, by part and path. */
export function changesOf(before: RecordDocument, after: RecordDocument): Change[] {
  const of = (part: Change["part"], was: Sheet, now: Sheet): Change[] =>
    changedPaths(was, now).map((path) => ({ part, path, old: was[path] ?? "", new: now[path] ?? "" }));
  return [
    ...of("shared", before.shared, after.shared),
    ...locales.flatMap((locale) => of(locale, before.words[locale] ?? {}, after.words[locale] ?? {})),
  ];
}

/** A document with these changes made. */
export function withChanges({ shared, words }: RecordDocument, changes: readonly Change[]): RecordDocument {
  const after: RecordDocument = { shared: { ...shared }, words: { ...words } };
  for (const locale of locales) if (after.words[locale]) after.words[locale] = { ...after.words[locale] };
  for (const { part, path, new: value } of changes) {
    if (part === "shared") after.shared[path] = value;
    else after.words[part] = { ...after.words[part], [path]: value };
  }
  after.shared = tidy(after.shared);
  for (const locale of locales) {
    const sheet = after.words[locale];
    if (sheet) after.words[locale] = tidy(sheet);
  }
  return after;
}

/** All that stands in the way of putting the record in force, told beside the cell that it comes from. */
export function checkDraft(draft: Draft, kind: RegisterKind): void {
  const { head, after } = draft;
  const shape = shapes[head.kind];
  const compiled = compileShared(head, after.shared);
  const parts = partsOf(shape, head.id, after.shared);
  const shared = [...compiled.issues, ...checkPairs(shape, compiled), ...checkSources(head.id, after.shared)];
  for (const issue of shared) tell(draft, "shared", issue, kind);
  for (const locale of locales) {
    const words = after.words[locale];
    if (words)
      for (const issue of checkWords(words, parts, locale === head.sourceLocale)) tell(draft, locale, issue, kind);
  }
  if (!after.words[head.sourceLocale]) {
    for (const row of draft.rows) row.notices.push({ code: "name_missing", level: "error", column: null });
  }
}

function tell(draft: Draft, part: string, { path, code, detail }: Issue, kind: RegisterKind): void {
  const origin = draft.origins.get(`${part}:${path}`);
  const own = path.split(".").at(-1) ?? path;
  const field = importFields[kind].find((one) => one.id === own)?.id;
  const isNewAndEmpty = code === "required" || code === "name_missing";
  const notice: Notice = {
    code: isNewAndEmpty ? "required_new" : code,
    level: "error",
    column: origin?.column ?? null,
    ...(field ? { field } : {}),
    ...(detail ? { stood: detail } : {}),
  };
  // A fault that no cell of the file made stands in the record already, and is told at each row of it.
  const rows = origin ? [origin.row] : draft.rows;
  for (const row of rows) row.notices.push(notice);
}

export function hasError({ notices }: ReadRow): boolean {
  return notices.some(({ level }) => level === "error");
}

/** Did this row change anything, and does it make something that was not there? */
export function verdictOf(row: ReadRow, drafts: readonly Draft[]): Verdict {
  if (hasError(row)) return "error";
  const own = drafts.flatMap((draft) => {
    const paths = [...draft.origins].flatMap(([key, origin]) => (origin.row === row ? [key] : []));
    return paths.map((key) => {
      const [part = "", ...rest] = key.split(":");
      const path = rest.join(":");
      const sheet = part === "shared" ? "shared" : part;
      const [was, now] = [draft.before, draft.after].map((document) =>
        sheet === "shared" ? document.shared[path] : document.words[sheet as "ru"]?.[path],
      );
      return { isChanged: (was ?? "") !== (now ?? ""), isAdded: !was && isPartNew(draft, path) };
    });
  });
  if (!own.some(({ isChanged }) => isChanged)) return "unchanged";
  return own.some(({ isAdded }) => isAdded) ? "new" : "changed";
}

/** Does the path belong to a record or a row that was not there before? */
function isPartNew(draft: Draft, path: string): boolean {
  const [, group, id] = /^rows\.([A-Za-z]+)\.([0-9a-z-]+)\./.exec(path) ?? [];
  if (group === "lots" || group === "residencies") {
    return !(draft.before.shared[`rows.${group}`] ?? "").split(" ").includes(id ?? "");
  }
  return draft.isNew;
}

export function emptyCounts(): Counts {
  return { new: 0, changed: 0, unchanged: 0, error: 0, skipped: 0, cells: 0, confirms: 0, records: 0 };
}

export function count(counts: Counts, verdict: Verdict, notices: readonly Notice[]): void {
  counts[verdict] += 1;
  counts.cells += notices.filter(({ level }) => level === "error").length;
  if (verdict === "new" || verdict === "changed")
    counts.confirms += notices.filter(({ level }) => level === "confirm").length;
}
