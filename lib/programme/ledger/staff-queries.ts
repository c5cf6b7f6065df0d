import "server-only";
import { type RecordPermission, recordScope } from "@/lib/auth/rules";
import type { Actor } from "@/lib/auth/types";
import { formatDay, today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import { isOpen, isOverdue } from "@/lib/outcome/rules";
import { outcomeStages } from "@/lib/outcome/types";
import { lacksOf, lacksOfSheets } from "@/lib/programme/ledger/rules";
import type { LedgerFilter, LedgerRow } from "@/lib/programme/ledger/types";
import { toSheet } from "@/lib/record/draft/schema";
import { pick } from "@/lib/translation/rules";
import type { Texts, Words } from "@/lib/translation/types";

const names = { texts: { select: { locale: true, name: true } } } satisfies Prisma.RecordSelect;
type Named = { texts: { locale: Locale; name: string }[] };
const mostRows = 500;

const nameOf = (row: Named | null | undefined, locale: Locale): Words | null =>
  row ? pick(Object.fromEntries(row.texts.map((text) => [text.locale, text.name])), locale) : null;

/** Promises that this actor may read: overdue and soon due first, then what has no date. Those in work only come last. */
export async function listLedger(actor: Actor, filter: LedgerFilter, locale: Locale): Promise<LedgerRow[]> {
  const scope = recordScope(actor, "read" satisfies RecordPermission);
  const now = today();
  const region = filter.region ? { region: { record: { slug: filter.region } } } : {};
  const [rows, begun] = await Promise.all([
    db().outcome.findMany({
      where: {
        AND: [{ record: { ...scope, archivedAt: null } }, { record: region }, ofView(filter.view, now)],
        ...ofVisit(filter.visit),
      },
      orderBy: [
        { dueOn: { sort: "asc", nulls: "last" } },
        { visit: { startsOn: { sort: "desc", nulls: "last" } } },
        { id: "asc" },
      ],
      take: mostRows,
      select: {
        id: true,
        kind: true,
        stage: true,
        dueOn: true,
        hasNoFollowUp: true,
        record: { select: { ...names, drafts: { select: { id: true } } } },
        visit: { select: { id: true, record: { select: names } } },
        owners: {
          select: {
            side: true,
            post: true,
            person: { select: { record: { select: names } } },
            organisation: { select: { record: { select: names } } },
          },
        },
      },
    }),
    db().record.findMany({
      where: { AND: [{ ...scope, kind: "outcome", asOutcome: null, archivedAt: null }, region] },
      take: mostRows,
      select: { id: true, drafts: { select: { locale: true, document: true } } },
    }),
  ]);
  const steps = await db().partText.findMany({
    where: { partId: { in: rows.map(({ id }) => id) }, field: "nextStep" },
    select: { partId: true, locale: true, value: true },
  });
  const byId = new Map<string, Texts>();
  for (const { partId, locale: lang, value } of steps) byId.set(partId, { ...byId.get(partId), [lang]: value });
  const nextStep = (id: string) => pick(byId.get(id) ?? {}, locale);
  const inForce = rows.map((row): LedgerRow => {
    const owner = (side: "ru" | "cn"): Words | null => {
      const one = row.owners.find((owned) => owned.side === side);
      if (!one) return null;
      return one.post
        ? { text: one.post, lang: /\p{Script=Han}/u.test(one.post) ? "zh" : "ru" }
        : nameOf(one.person?.record ?? one.organisation?.record, locale);
    };
    const [ru, cn, step] = [owner("ru"), owner("cn"), nextStep(row.id)];
    return {
      id: row.id,
      name: nameOf(row.record, locale),
      visit: row.visit && { id: row.visit.id, name: nameOf(row.visit.record, locale) },
      kind: row.kind,
      stage: row.stage,
      owners: { ru, cn },
      nextStep: step,
      dueOn: row.dueOn && formatDay(row.dueOn),
      isOverdue: isOverdue({ stage: row.stage, dueOn: row.dueOn, today: now }),
      hasNoFollowUp: row.hasNoFollowUp,
      lacks: lacksOf({
        stage: row.stage,
        hasOwner: { ru: ru !== null, cn: cn !== null },
        hasNextStep: step !== null,
        hasDue: row.dueOn !== null,
        hasNoFollowUp: row.hasNoFollowUp,
      }),
      isDrafted: row.record.drafts.length > 0,
      isInForce: true,
    };
  });
  const drafted = begun.flatMap((row) => toBegun(row, filter.visit, locale));
  return [...inForce, ...drafted].filter((row) => isIn(row, filter.view));
}

function ofVisit(visit: string | null): Prisma.OutcomeWhereInput {
  return visit ? { visitId: visit } : {};
}

/** Rows that may stand in a view; `isIn` says the same of entries that are drafts only, and what needs their owners. */
function ofView(view: LedgerFilter["view"], now: Date): Prisma.OutcomeWhereInput {
  const isClosed: Prisma.OutcomeWhereInput = { stage: { in: outcomeStages.filter((stage) => !isOpen(stage)) } };
  switch (view) {
    case "all":
      return {};
    case "closed":
      return isClosed;
    case "open":
      return { NOT: isClosed };
    case "undated":
      return { NOT: isClosed, hasNoFollowUp: false, dueOn: null };
    case "overdue":
      return { NOT: isClosed, hasNoFollowUp: false, dueOn: { lt: now } };
    case "unowned":
      return { NOT: isClosed, hasNoFollowUp: false };
  }
}

/** An entry that was never in force, as its drafts have it. */
function toBegun(
  { id, drafts }: { id: string; drafts: { locale: Locale | null; document: unknown }[] },
  visit: string | null,
  locale: Locale,
): LedgerRow[] {
  const sheets = drafts.map(({ locale: lang, document }) => ({ lang, sheet: toSheet(document) }));
  const shared = sheets.find(({ lang }) => lang === null)?.sheet ?? {};
  const visitId = shared["values.visitId"] ?? null;
  if (visit && visitId !== visit) return [];
  const words = sheets.filter(({ lang }) => lang !== null);
  const text = (path: string) =>
    pick(
      Object.fromEntries(words.flatMap(({ lang, sheet }) => (lang && sheet[path] ? [[lang, sheet[path]]] : []))),
      locale,
    );
  const post = (side: "ru" | "cn"): Words | null => {
    const said = shared[`rows.owners.${side}.post`];
    return said ? { text: said, lang: /\p{Script=Han}/u.test(said) ? "zh" : "ru" } : null;
  };
  const dueOn = shared["values.dueOn"] ?? null;
  return [
    {
      id,
      name: text("name"),
      visit: visitId ? { id: visitId, name: null } : null,
      kind: (shared["values.kind"] as LedgerRow["kind"]) ?? null,
      stage: "announced",
      owners: { ru: post("ru"), cn: post("cn") },
      nextStep: text(`texts.${id}.nextStep`),
      dueOn,
      isOverdue: dueOn !== null && dueOn < formatDay(today()),
      hasNoFollowUp: shared["values.hasNoFollowUp"] === "yes",
      lacks: lacksOfSheets(
        id,
        "announced",
        shared,
        words.map(({ sheet }) => sheet),
      ),
      isDrafted: true,
      isInForce: false,
    },
  ];
}

function isIn(row: LedgerRow, view: LedgerFilter["view"]): boolean {
  const isOwed = isOpen(row.stage) && !row.hasNoFollowUp;
  switch (view) {
    case "open":
      return isOpen(row.stage);
    case "undated":
      return isOwed && row.dueOn === null;
    case "overdue":
      return isOwed && row.isOverdue;
    case "unowned":
      return isOwed && row.lacks.some((lack) => lack === "owner_ru" || lack === "owner_cn");
    case "closed":
      return !isOpen(row.stage);
    default:
      return true;
  }
}
