import { newId } from "@/lib/core/ids";
import { listAt } from "@/lib/publishing/sheet";
import type { RecordDocument } from "@/lib/publishing/types";
import type { RecordHead } from "@/lib/record/document/types";
import { slugOf } from "@/lib/record/rules";
import { findRegion } from "@/lib/register/cell/region";
import { plainWords } from "@/lib/register/cell/word";
import { applyRow, backNew, nameOpenly } from "@/lib/register/check/compose";
import { checkDraft, hasError } from "@/lib/register/check/rules";
import type { CheckContext, Draft, ReadRow } from "@/lib/register/check/types";
import type { RegisterKind } from "@/lib/register/types";

/** A record of the database as a batch finds it. */
export type Known = { head: RecordHead; document: RecordDocument };

/** A record that the file is the first to tell of. */
export function newHead(kind: "site" | "organisation", slug: string | null, context: CheckContext): RecordHead {
  const { region, batch } = context;
  return {
    id: newId(),
    kind,
    slug,
    regionId: region.id,
    version: 0,
    state: "draft",
    sourceLocale: batch.locale,
    sectors: [],
    zone: region.zone,
  };
}

/**
 * Makes of rows what they want a record to be. Rows with a fault are left out, and what is left is looked at again, because
 * a fault may lie in a row that the others do not need.
 */
export function draftOf(known: Known, rows: readonly ReadRow[], isNew: boolean, context: CheckContext): Draft {
  const { head, document } = known;
  for (;;) {
    const good = rows.filter((row) => !hasError(row));
    const draft: Draft = {
      head,
      isNew,
      before: document,
      after: { shared: { ...document.shared }, words: structuredClone(document.words) },
      origins: new Map(),
      rows: [],
    };
    if (head.kind === "site" && isNew) draft.after.shared.slug = head.slug ?? "";
    for (const row of good) applyRow(draft, row, context);
    if (good.length === 0) return draft;
    if (isNew || head.version === 0) {
      backNew(draft, context);
      if (head.kind === "organisation" && context.batch.settings.isOpenRegister)
        nameOpenly(draft, context.batch.fileName);
    }
    checkDraft(draft, context.batch.kind as RegisterKind);
    if (!good.some(hasError)) return draft;
  }
}

/** What a row says of a field; "" where it says nothing. */
export function cellOf(row: ReadRow, id: string): string {
  return row.cells.find(({ field }) => field.id === id)?.value ?? "";
}

export function namesOf(row: ReadRow): string[] {
  return ["name", "name.ru", "name.zh", "name.en"].map((id) => cellOf(row, id)).filter(Boolean);
}

/** What identifies the record of a row, or why nothing does. */
export function siteKeyOf(row: ReadRow, context: CheckContext): { known: string } | { slug: string } | null {
  const { sites, takenSlugs, region, batch } = context;
  const named = row.cells.find(({ field }) => field.id === "region");
  if (named && named.value !== "") {
    const id = findRegion(named.value, context.regions);
    if (id !== region.id) {
      const code = id === undefined ? "region_unknown" : "region_not_yours";
      row.notices.push({ code, level: "error", column: named.column, stood: named.value });
      return null;
    }
  }
  const wished = cellOf(row, "slug").toLowerCase();
  const bySlug = wished === "" ? undefined : sites.bySlug.get(wished);
  if (bySlug) return { known: bySlug };
  const names = namesOf(row);
  if (names.length === 0) {
    row.notices.push({ code: "name_missing", level: "error", column: null });
    return null;
  }
  const found = [...new Set(names.flatMap((name) => sites.byName.get(plainWords(name)) ?? []))];
  if (found.length > 1) {
    row.notices.push({ code: "several_records", level: "error", column: null, stood: names[0] ?? "" });
    return null;
  }
  if (found[0] && wished === "") return { known: found[0] };
  const latin = ["name.en", batch.locale === "zh" ? "name.ru" : "name", "name.ru"].map((id) => slugOf(cellOf(row, id)));
  const base = wished || latin.find(Boolean) || `${region.slug}-site`;
  let slug = base;
  for (let number = 2; takenSlugs.has(slug); number++) slug = `${base}-${number}`;
  if (wished !== "" && slug !== wished) {
    // The address belongs to a site of another region.
    row.notices.push({ code: "slug_taken", level: "error", column: null, stood: wished });
    return null;
  }
  takenSlugs.add(slug);
  return { slug };
}

/** The companies of a site, with one more. */
export function addResident(draft: Draft, organisationId: string, row: ReadRow): void {
  const { shared } = draft.after;
  const ids = listAt(shared, "rows.residencies");
  if (!draft.rows.includes(row)) draft.rows.push(row);
  const path = `rows.residencies.${organisationId}.organisationId`;
  draft.origins.set(`shared:${path}`, { row, column: null });
  if (ids.includes(organisationId)) return;
  shared["rows.residencies"] = [...ids, organisationId].join(" ");
  shared[path] = organisationId;
}
