import "server-only";
import { can, recordScope } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { formatDay, now } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Locale } from "@/lib/i18n/locales";
import { readLatestVersion, readWorkingDocument } from "@/lib/programme/share-queries";
import type { VisitHead, VisitLine, VisitSummary } from "@/lib/programme/staff-types";
import { isSameDocument, listAt } from "@/lib/publishing/sheet";
import type { RecordDocument } from "@/lib/publishing/types";
import { readHead } from "@/lib/record/document/staff-queries";
import { toSheet } from "@/lib/record/draft/schema";
import { datePrecisions, type PartialDate } from "@/lib/source/types";
import { pick } from "@/lib/translation/rules";

/**
 * A visit as its workspace knows it, with its sheets in work.
 *
 * @returns null where there is none, where it is no visit, or where this actor may not see it: they look alike
 */
export async function readVisit(
  actor: Actor,
  recordId: string,
  locale: Locale,
): Promise<{ visit: VisitHead; document: RecordDocument } | null> {
  if (!/^[0-9a-f-]{36}$/.test(recordId)) return null;
  const tx = db();
  const head = await readHead(tx, recordId);
  if (head?.kind !== "visit" || !can(actor, "read", head)) return null;
  const [document, latest] = await Promise.all([readWorkingDocument(tx, head), readLatestVersion(tx, recordId)]);
  const names = Object.fromEntries(Object.entries(document.words).map(([lang, sheet]) => [lang, sheet?.name]));
  const visit: VisitHead = {
    ...head,
    kind: "visit",
    name: pick(names, locale)?.text ?? "",
    may: {
      edit: can(actor, "edit", head),
      share: can(actor, "share", head),
      passport: can(actor, "passport", head),
      publish: can(actor, "publish", head),
    },
    sent: latest?.number ?? null,
  };
  return { visit, document };
}

/** A visit at a glance; null: not there, or not for this actor. */
export async function readSummary(actor: Actor, recordId: string, locale: Locale): Promise<VisitSummary | null> {
  const found = await readVisit(actor, recordId, locale);
  if (!found) return null;
  const { visit, document } = found;
  const tx = db();
  const [latest, links, outcomes, drafted, region] = await Promise.all([
    readLatestVersion(tx, recordId),
    tx.shareLink.count({ where: { recordId, revokedAt: null, expiresAt: { gt: now() } } }),
    tx.outcome.count({ where: { visitId: recordId } }),
    tx.draft.count({
      where: {
        locale: null,
        document: { path: ["values.visitId"], equals: recordId },
        record: { kind: "outcome", asOutcome: null },
      },
    }),
    visit.regionId ? tx.record.findUnique({ where: { id: visit.regionId }, select: { slug: true } }) : null,
  ]);
  return {
    visit,
    hasDates: Boolean(document.shared["values.startsOn"]),
    stops: listAt(document.shared, "rows.items").length,
    members: listAt(document.shared, "rows.participants").length,
    isChanged: latest !== null && !isSameDocument(latest.document, document),
    links,
    outcomes: outcomes + drafted,
    publicPath: region?.slug && visit.slug ? `/${region.slug}/visits/${visit.slug}` : null,
  };
}

const mostVisits = 300;

/** The visits that this actor runs, those that begin last first; those without a day before all others. */
export async function listVisits(actor: Actor, locale: Locale): Promise<VisitLine[]> {
  const rows = await db().record.findMany({
    where: { kind: "visit", archivedAt: null, ...recordScope(actor, "share") },
    orderBy: { createdAt: "desc" },
    take: mostVisits,
    select: {
      id: true,
      state: true,
      texts: { select: { locale: true, name: true } },
      drafts: { select: { locale: true, document: true } },
      region: { select: { record: { select: { texts: { select: { locale: true, name: true } } } } } },
      asVisit: {
        select: {
          direction: true,
          startsOn: true,
          endsOn: true,
          datePrecision: true,
          outcomes: { select: { stage: true, dueOn: true } },
        },
      },
      programmes: { orderBy: { number: "desc" }, take: 1, select: { number: true } },
    },
  });
  const lines = rows.map((row): VisitLine => {
    const drafts = row.drafts.map(({ locale: lang, document }) => ({ lang, sheet: toSheet(document) }));
    const shared = drafts.find(({ lang }) => lang === null)?.sheet;
    const names = Object.fromEntries([
      ...row.texts.map(({ locale: lang, name }) => [lang, name]),
      ...drafts.flatMap(({ lang, sheet }) => (lang && sheet.name ? [[lang, sheet.name]] : [])),
    ]);
    const regionNames = Object.fromEntries(
      row.region?.record.texts.map(({ locale: lang, name }) => [lang, name]) ?? [],
    );
    const typed = (name: string, known: Date | null | undefined) =>
      (shared ? shared[`values.${name}`] : known && formatDay(known)) || null;
    const precision = (shared ? shared["values.datePrecision"] : row.asVisit?.datePrecision) ?? "day";
    return {
      id: row.id,
      state: row.state,
      name: pick(names, locale),
      region: pick(regionNames, locale),
      direction: (shared ? shared["values.direction"] : row.asVisit?.direction) === "outbound" ? "outbound" : "inbound",
      dates: toDates(typed("startsOn", row.asVisit?.startsOn), typed("endsOn", row.asVisit?.endsOn), precision),
      version: row.programmes[0]?.number ?? null,
      isDrafted: drafts.length > 0,
      outcomes: row.asVisit?.outcomes.length ?? 0,
    };
  });
  const key = ({ dates }: VisitLine) => dates?.from ?? "9999";
  return lines.sort((a, b) => (key(a) < key(b) ? 1 : key(a) > key(b) ? -1 : 0));
}

/** Days as somebody typed them, as far as they can be read. */
function toDates(from: string | null, to: string | null, precision: string): PartialDate | null {
  const isDay = (text: string | null) => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
  const known = datePrecisions.find((one) => one === precision);
  if (!from || !isDay(from) || !known) return null;
  return { from, to: to && isDay(to) ? to : from, precision: known };
}
