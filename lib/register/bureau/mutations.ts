import "server-only";
import { writeAudit } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/auth/types";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import { lockRecord, readInForce, saveDraft } from "@/lib/record/draft/mutations";
import { toSheet } from "@/lib/record/draft/schema";
import { type BureauKey, checkTranslation } from "@/lib/register/bureau/rules";
import { readSourceTexts } from "@/lib/register/bureau/staff-queries";
import { type BureauNote, type BureauReport, leftOut } from "@/lib/register/bureau/types";

export type Returned = BureauKey & { row: number; text: string };

/**
 * Puts translations that came back into drafts of their language, one record a transaction; nothing is published. A text
 * whose source changed meanwhile, or on which somebody works, is left as it is and named.
 */
export async function takeTranslations(
  actor: Actor,
  locale: Locale,
  returned: readonly Returned[],
): Promise<Pick<BureauReport, "taken" | "empty" | "notes">> {
  const report = { taken: 0, empty: 0, notes: [] as BureauNote[] };
  for (const recordId of [...new Set(returned.map((one) => one.recordId))].sort()) {
    const own = returned.filter((one) => one.recordId === recordId);
    const done = await db().$transaction((tx) => takeOne(tx, actor, locale, recordId, own), { timeout: 20_000 });
    report.taken += done.taken;
    report.empty += done.empty;
    report.notes.push(...done.notes);
  }
  return report;
}

async function takeOne(tx: Tx, actor: Actor, locale: Locale, recordId: string, own: readonly Returned[]) {
  const notes: BureauNote[] = [];
  const note = (row: number, problem: BureauNote["problem"], detail: string) =>
    notes.push({ row, problem, detail, recordId });
  const head = await lockRecord(tx, actor, "translate", recordId);
  if (!head || head.sourceLocale === locale) {
    for (const { row, text } of own) note(row, "not_there", text.slice(0, 80));
    return { taken: 0, empty: 0, notes };
  }
  const inForce = await readInForce(tx, head, locale);
  const draft = await tx.draft.findFirst({
    where: { recordId, locale },
    select: { id: true, document: true, edition: true },
  });
  const now = draft ? toSheet(draft.document) : inForce;
  const sheet = { ...now };
  const sources = await readSourceTexts(tx, head);
  let empty = 0;
  for (const { row, path, version, text } of own) {
    if (text === "" || text === inForce[path]) {
      empty += 1;
      continue;
    }
    const source = sources.get(path);
    if (!source) note(row, "not_there", text.slice(0, 80));
    else if (source.version !== version) note(row, "source_changed", source.source.slice(0, 80));
    else if (draft && now[path] !== inForce[path] && now[path] !== text)
      note(row, "draft_differs", (now[path] ?? "").slice(0, 80));
    else {
      const found = checkTranslation({ path, source: source.source, from: head.sourceLocale }, text, locale);
      for (const { problem, detail } of found) note(row, problem, detail);
      if (!found.some(({ problem }) => leftOut.includes(problem))) sheet[path] = text;
    }
  }
  const changed = Object.keys(sheet).filter((path) => sheet[path] !== now[path]).length;
  if (changed > 0) {
    const base = { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: head.version };
    await saveDraft(tx, actor, head, locale, sheet, base);
    await writeAudit(tx, actor, { action: "draft.save", record: head, detail: { parts: [locale] } });
  }
  return { taken: changed, empty, notes };
}

/** Keeps what was told about a file, for the page that shows it. */
export async function keepReport(actor: Actor, id: string, report: BureauReport): Promise<void> {
  const result = JSON.parse(JSON.stringify(report));
  await db().submission.createMany({
    data: [
      { id, staffId: actor.id, action: "bureau-return", returnTo: "/admin/translations/return", fields: [], result },
    ],
    skipDuplicates: true,
  });
}
