import "server-only";
import type { Actor } from "@/lib/auth/types";
import { formatDay, parseDay } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Tx } from "@/lib/db/table";
import type { Locale } from "@/lib/i18n/locales";
import type { BoardView } from "@/lib/programme/board/types";
import { checkProgramme, type HolidayDay } from "@/lib/programme/check/rules";
import { toNames } from "@/lib/programme/holiday/schema";
import { compareStops } from "@/lib/programme/rules";
import { loadParty, readVersions, readWorkingDocument, viewProgrammes } from "@/lib/programme/share-queries";
import { readVisit } from "@/lib/programme/staff-queries";
import { listAt } from "@/lib/publishing/sheet";
import type { RecordDocument } from "@/lib/publishing/types";
import { compileShared } from "@/lib/record/document/rules";
import type { RecordHead } from "@/lib/record/document/types";
import { pick } from "@/lib/translation/rules";

/** The programme in work with all that its organizer should see to; null: not there, or not for this actor. */
export async function readBoard(actor: Actor, recordId: string, locale: Locale): Promise<BoardView | null> {
  const found = await readVisit(actor, recordId, locale);
  if (!found) return null;
  const { visit, document } = found;
  const tx = db();
  const [versions, draft] = await Promise.all([
    readVersions(tx, recordId),
    tx.draft.findFirst({ where: { recordId, locale: null }, select: { id: true, edition: true } }),
  ]);
  const latest = versions.at(-1);
  const work = { number: null, document, note: null, publishedAt: null };
  const viewer = { audience: "staff", participantId: null } as const;
  const views = await viewProgrammes(tx, visit, latest ? [latest, work] : [work], viewer);
  const programme = views.at(-1);
  if (!programme) throw new Error("no programme");
  return {
    visit,
    programme,
    checks: await readChecks(tx, visit, document, programme, locale),
    base: { draftId: draft?.id ?? null, edition: draft?.edition ?? 0, version: visit.version },
    changes: latest ? compareStops(views[0]?.stops ?? [], programme.stops) : [],
    versions: versions
      .map(({ number, note, publishedAt }) => ({ number, note, publishedAt: publishedAt.toISOString() }))
      .reverse(),
  };
}

/** Does something stand in the way of sending the programme out? Guests would miss what cannot be read. */
export async function readBlocking(tx: Tx, head: RecordHead): Promise<boolean> {
  const document = await readWorkingDocument(tx, head);
  const { issues } = compileShared(head, document.shared);
  const hasName = Object.values(document.words).some((sheet) => sheet?.name);
  return !hasName || issues.some(({ path }) => path.startsWith("rows.items."));
}

/** All checks of the programme in work. */
async function readChecks(
  tx: Tx,
  head: RecordHead,
  document: RecordDocument,
  programme: BoardView["programme"],
  locale: Locale,
): Promise<BoardView["checks"]> {
  const compiled = compileShared(head, document.shared);
  const [party, holidays, passes] = await Promise.all([
    loadParty(tx, [compiled]),
    readHolidays(
      tx,
      programme.stops.flatMap(({ day }) => day ?? []),
      locale,
    ),
    tx.passDetail.findMany({ where: { recordId: head.id }, select: { participantId: true } }),
  ]);
  const stopOf = (path: string) => /^(?:rows\.items|texts)\.([0-9a-z-]+)\./.exec(path)?.[1] ?? "";
  const items = new Set(listAt(document.shared, "rows.items"));
  const named = Object.values(document.words).flatMap((sheet) =>
    Object.entries(sheet ?? {}).flatMap(([path, text]) =>
      items.has(stopOf(path)) && party.names(text) ? [stopOf(path)] : [],
    ),
  );
  const known = new Set(passes.map(({ participantId }) => participantId));
  const people = listAt(document.shared, "rows.participants").filter(
    (id) => document.shared[`rows.participants.${id}.personId`],
  );
  return checkProgramme(programme, {
    wrong: compiled.issues.flatMap(({ path }) => (path.startsWith("rows.items.") ? [stopOf(path)] : [])),
    named,
    holidays,
    withoutPass: people.filter((id) => !known.has(id)).length,
  });
}

/** Days off and moved working days among these days. */
export async function readHolidays(tx: Tx, days: readonly string[], locale: Locale): Promise<HolidayDay[]> {
  if (days.length === 0) return [];
  const rows = await tx.holiday.findMany({
    where: { day: { in: [...new Set(days)].map(parseDay) } },
    orderBy: [{ day: "asc" }, { country: "asc" }],
  });
  return rows.map(({ country, day, isWorkday, names }) => ({
    country,
    day: formatDay(day),
    isWorkday,
    name: pick(toNames(names), locale)?.text ?? "",
  }));
}
