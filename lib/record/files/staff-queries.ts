import "server-only";
import type { Actor } from "@/lib/auth/types";
import type { Locale } from "@/lib/i18n/locales";
import { listCards, listPickable } from "@/lib/media/staff-queries";
import type { MediaCard } from "@/lib/media/staff-types";
import { listAt } from "@/lib/publishing/sheet";
import type { EditorView } from "@/lib/record/editor/types";
import { shapes } from "@/lib/record/shapes";

/**
 * Files that stand at a record in the sheet of its editor, and those that could.
 *
 * @returns undefined for kinds at which no files stand
 */
export async function readAttachedFiles(
  actor: Actor,
  view: EditorView,
  locale: Locale,
): Promise<{ attached: MediaCard[]; pickable: MediaCard[] } | undefined> {
  const groups = Object.entries(shapes[view.kind].rows).filter(([, { table }]) => table === "mediaUse");
  if (groups.length === 0) return undefined;
  const { sheet, mayEdit } = view.parts.shared;
  const taken = groups.flatMap(([group]) =>
    listAt(sheet, `rows.${group}`).flatMap((id) => sheet[`rows.${group}.${id}.assetId`] || []),
  );
  const ids = taken.filter((id) => /^[0-9a-f-]{36}$/.test(id));
  const [attached, pickable] = await Promise.all([
    listCards(actor, ids, locale),
    mayEdit ? listPickable({ regionId: view.region?.id ?? null, taken: ids }, actor, locale) : [],
  ]);
  return { attached, pickable };
}
