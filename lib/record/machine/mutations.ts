import "server-only";
import type { Actor } from "@/lib/auth/types";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import type { RecordHead } from "@/lib/record/document/types";
import { auditDraft, readInForce, saveDraft } from "@/lib/record/draft/mutations";
import { toSheet } from "@/lib/record/draft/schema";

/**
 * Puts a machine's texts into the draft of a language, each only where nobody wrote anything since the machine was asked.
 *
 * @returns how many
 */
export async function saveMachineTexts(
  tx: Tx,
  actor: Actor,
  head: RecordHead,
  locale: Locale,
  { texts, name }: { texts: readonly { path: string; before: string; text: string }[]; name: string },
): Promise<number> {
  const draft = await tx.draft.findFirst({
    where: { recordId: head.id, locale },
    select: { id: true, edition: true, document: true },
  });
  const sheet = draft ? toSheet(draft.document) : await readInForce(tx, head, locale);
  const free = texts.filter(({ path, before }) => (sheet[path] ?? "") === before);
  if (free.length === 0) return 0;
  const filled = { ...sheet, ...Object.fromEntries(free.map(({ path, text }) => [path, text])) };
  const base = { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: head.version };
  const paths = free.map(({ path }) => path);
  const { status } = await saveDraft(tx, actor, head, locale, filled, base, paths);
  if (status !== "saved") return 0;
  await auditDraft(tx, actor, head, "draft.machine", [locale], { count: free.length, machine: name });
  return free.length;
}
