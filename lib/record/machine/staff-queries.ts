import "server-only";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { readWords } from "@/lib/record/document/staff-queries";
import { readEditor } from "@/lib/record/editor/staff-queries";
import type { MachineTask } from "@/lib/record/machine/types";

/**
 * What a language of a record lacks, or has from an older source, and nobody is working at.
 *
 * @returns null where there is no such record, or where this actor may not translate it: the two look alike
 */
export async function readMachineTask(actor: Actor, recordId: string, to: Locale): Promise<MachineTask | null> {
  const view = await readEditor(actor, recordId, to, null);
  if (!view || to === view.sourceLocale || !view.parts[to].mayEdit) return null;
  const from = view.sourceLocale;
  const inForce = (await readWords(db(), recordId))[from];
  const { sheet, changed } = view.parts[to];
  const texts = Object.entries(inForce ?? view.parts[from].sheet).flatMap(([path, source]) => {
    const before = sheet[path] ?? "";
    const isBehind = view.textStatus[to][path] === "outdated" && !changed.includes(path);
    return before === "" || isBehind ? [{ path, source, before }] : [];
  });
  return { from, to, texts };
}
