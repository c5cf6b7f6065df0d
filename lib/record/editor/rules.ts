import { type Locale, locales } from "@/lib/i18n/locales";
import type { Shape } from "@/lib/publishing/shape";
import { listAt } from "@/lib/publishing/sheet";
import type { EditorView } from "@/lib/record/editor/types";

/** How the texts of one language in one group stand: `work` in a draft, `machine` in one that nobody has looked at. */
export type Tally = Record<"current" | "outdated" | "work" | "machine" | "missing", number>;
export type Tallies = Partial<Record<Locale, Tally>>;

type Counted = Pick<EditorView, "id" | "sourceLocale" | "textStatus"> & {
  parts: Record<Locale, Pick<EditorView["parts"]["ru"], "sheet" | "changed" | "unchecked">>;
};

/**
 * How the translations of some texts stand, by language. A text counts where the source has one.
 *
 * @param ids  of the record or of the rows whose texts are meant; with the record's go its name and summary
 */
export function tallyOf(view: Counted, ids: readonly string[]): Tallies {
  const source = view.parts[view.sourceLocale].sheet;
  const isMeant = (path: string) =>
    path.startsWith("texts.") ? ids.includes(path.split(".")[1] ?? "") : ids.includes(view.id);
  const paths = Object.keys(source).filter(isMeant);
  return Object.fromEntries(
    locales.flatMap((locale) => {
      if (locale === view.sourceLocale) return [];
      const tally: Tally = { current: 0, outdated: 0, work: 0, machine: 0, missing: 0 };
      for (const path of paths) tally[stateOf(view, locale, path)]++;
      return [[locale, tally]];
    }),
  );
}

function stateOf({ parts, textStatus }: Counted, locale: Locale, path: string): keyof Tally {
  const { sheet, changed, unchecked } = parts[locale];
  if (unchecked.includes(path)) return "machine";
  if (changed.includes(path)) return "work";
  const status = textStatus[locale][path];
  if (status === "outdated" || status === "machine") return status;
  return sheet[path] ? "current" : "missing";
}

/** Groups of the editor that hold texts, in their order, with the ids of their rows; "words" are those of the record. */
export function groupsWithTexts(
  view: Pick<EditorView, "id" | "parts">,
  shape: Shape,
): { group: string; ids: string[] }[] {
  const rows = Object.entries(shape.rows).flatMap(([group, { part }]) => {
    const ids = listAt(view.parts.shared.sheet, `rows.${group}`);
    return part && ids.length > 0 ? [{ group, ids }] : [];
  });
  return [{ group: "words", ids: [view.id] }, ...rows];
}

/** Is there anything left to do? */
export function isDone({ outdated, work, machine, missing }: Tally): boolean {
  return outdated + work + machine + missing === 0;
}

export function sumOf(all: readonly Tallies[], locale: Locale): Tally {
  const sum: Tally = { current: 0, outdated: 0, work: 0, machine: 0, missing: 0 };
  for (const tallies of all) {
    for (const [state, count] of Object.entries(tallies[locale] ?? {})) sum[state as keyof Tally] += count;
  }
  return sum;
}
