import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/sql";
import { languageByScript } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { maskText } from "@/lib/organisation/consent";
import { type Directory, loadDirectory, loadHidden } from "@/lib/organisation/public-queries";
import type { PersonView } from "@/lib/organisation/types";
import { isOverdue, outcomesPerPage, tallyOf } from "@/lib/outcome/rules";
import type { OutcomeOwnerView, OutcomeStage, OutcomeTally, OutcomeView } from "@/lib/outcome/types";
import { publicInRegion, regionRefColumns, toRegionRef } from "@/lib/region/ref";
import { loadBacking, toPartialDate } from "@/lib/source/public-queries";
import { loadWords, type WordBook } from "@/lib/translation/public-queries";
import { pick } from "@/lib/translation/rules";
import type { Words } from "@/lib/translation/types";

/** What a reader may see of the ledger: published records that are meant for everybody. */
export const isPublic = { visibility: "public" as const, record: publicInRegion };

/** Order of the register: overdue and soon due first, then the undated of the newest visits. */
export const registerOrder = [
  { dueOn: { sort: "asc", nulls: "last" } },
  { visit: { startsOn: { sort: "desc", nulls: "last" } } },
  { position: "asc" },
  { id: "asc" },
] satisfies Prisma.OutcomeOrderByWithRelationInput[];

/** Page of the unfiltered register by the slug of an outcome. */
const readRegisterPages = cachedQuery(
  "registerPages",
  async (): Promise<Record<string, number>> => {
    const rows = await db().outcome.findMany({
      where: isPublic,
      orderBy: registerOrder,
      select: { record: { select: { slug: true } } },
    });
    return Object.fromEntries(
      rows.map(({ record }, index) => [record.slug ?? "", Math.floor(index / outcomesPerPage) + 1]),
    );
  },
  () => [cacheTags.outcomes, cacheTags.visits],
);

type Scope =
  | { visitId: string }
  | { siteId: string }
  | { regionId: string }
  | { stages: OutcomeStage[] }
  | { ids: string[] };

function inScope(scope: Scope): Prisma.OutcomeWhereInput {
  if ("regionId" in scope) return { ...isPublic, record: { ...isPublic.record, ...scope } };
  if ("ids" in scope) return { ...isPublic, id: { in: scope.ids } };
  return "stages" in scope ? { ...isPublic, stage: { in: scope.stages } } : { ...isPublic, ...scope };
}

/** @param take  at most so many; all when left out */
function readOutcomes(scope: Scope, take?: number) {
  return db().outcome.findMany({
    where: inScope(scope),
    ...(take ? { take } : {}),
    orderBy: [
      ...("stages" in scope ? [{ stage: "desc" as const }] : []),
      { visit: { startsOn: { sort: "desc", nulls: "last" } } },
      { position: "asc" },
    ],
    select: {
      id: true,
      kind: true,
      stage: true,
      documentCount: true,
      dueOn: true,
      duePrecision: true,
      validTo: true,
      hasNoFollowUp: true,
      record: { select: { slug: true, sectors: true } },
      parties: { orderBy: { position: "asc" }, select: { organisationId: true } },
      owners: { select: { side: true, personId: true, organisationId: true, post: true } },
      steps: {
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { happenedOn: true, happenedPrecision: true, reason: true },
      },
      site: {
        select: {
          id: true,
          record: { select: { slug: true, region: { select: { record: { select: { slug: true, state: true } } } } } },
        },
      },
      visit: {
        select: {
          id: true,
          startsOn: true,
          endsOn: true,
          datePrecision: true,
          record: { select: { slug: true, region: { select: regionRefColumns } } },
        },
      },
      event: {
        select: { id: true, startsOn: true, endsOn: true, datePrecision: true, record: { select: { slug: true } } },
      },
    },
  });
}

type OutcomeRow = Awaited<ReturnType<typeof readOutcomes>>[number];

async function toViews(rows: OutcomeRow[], locale: Locale): Promise<OutcomeView[]> {
  const ids = rows.flatMap(({ id, site, visit, event }) => [
    id,
    ...(event ? [event.id] : []),
    ...(site ? [site.id] : []),
    ...(visit ? [visit.id] : []),
    ...(visit?.record.region ? [visit.record.region.id] : []),
  ]);
  const [book, hidden, backing, directory, pages] = await Promise.all([
    loadWords(ids, locale, ["dueText", "nextStep", "partiesNote"]),
    loadHidden(
      db(),
      rows.flatMap(({ parties, owners }) =>
        [...parties, ...owners].flatMap((one) => [
          { id: one.organisationId },
          ...("personId" in one ? [{ id: one.personId }] : []),
        ]),
      ),
    ),
    loadBacking(rows.map(({ id }) => id)),
    loadDirectory(
      {
        organisations: rows.flatMap(({ parties, owners }) => [...parties, ...owners].map((one) => one.organisationId)),
        people: rows.flatMap(({ owners }) => owners.map(({ personId }) => personId)),
      },
      locale,
    ),
    readRegisterPages(),
  ]);
  const words = hidden ? book.changed((text) => maskText(text, hidden)) : book;
  const now = today();
  return rows.map((row) => ({
    slug: row.record.slug ?? "",
    kind: row.kind,
    stage: row.stage,
    name: words.nameOf(row.id),
    documentCount: row.documentCount,
    parties: row.parties.flatMap(({ organisationId }) => directory.organisation(organisationId) ?? []),
    partiesNote: words.word(row.id, "partiesNote"),
    site: toSiteLink(row.site, words),
    sectors: row.record.sectors,
    owners: { ru: toOwner(row, "ru", directory, locale), cn: toOwner(row, "cn", directory, locale) },
    nextStep: words.word(row.id, "nextStep"),
    due: toPartialDate(null, row.dueOn, row.duePrecision),
    dueText: words.word(row.id, "dueText"),
    isOverdue: isOverdue({ stage: row.stage, dueOn: row.dueOn, today: now }),
    hasNoFollowUp: row.hasNoFollowUp,
    reachedOn: toPartialDate(null, row.steps[0]?.happenedOn ?? null, row.steps[0]?.happenedPrecision ?? null),
    discontinuedReason: row.stage === "discontinued" ? (row.steps[0]?.reason ?? null) : null,
    visit: toVisitLink(row.visit, words),
    event: toEventLink(row.event, words),
    registerPage: pages[row.record.slug ?? ""] ?? 1,
    provenance: backing.provenance(row.id, row.id, "all", row.validTo),
  }));
}

function toOwner(row: OutcomeRow, side: "ru" | "cn", directory: Directory, locale: Locale): OutcomeOwnerView {
  const owner = row.owners.find((one) => one.side === side);
  if (!owner) return null;
  if (owner.post) return { name: { text: owner.post, lang: languageByScript(owner.post) } };
  const person = directory.person(owner.personId);
  const name = person?.shown === "named" ? nameOfPerson(person.names, locale) : null;
  if (name) return { name };
  const organisation = directory.organisation(owner.organisationId);
  return { name: organisation?.shown === "named" ? organisation.name : null };
}

type PersonNames = Extract<PersonView, { shown: "named" }>["names"];

/** The name in the reader's script or the nearest that is known, with the language of that script. */
function nameOfPerson({ latin, cyrillic, han }: PersonNames, locale: Locale): Words | null {
  return pick({ zh: han, ru: cyrillic, en: latin }, locale);
}

function toSiteLink(site: OutcomeRow["site"], words: WordBook): OutcomeView["site"] {
  const name = site && words.name(site.id);
  const region = site?.record.region?.record;
  const regionSlug = region?.state === "published" ? region.slug : null;
  return site?.record.slug && regionSlug && name ? { slug: site.record.slug, regionSlug, name } : null;
}

function toVisitLink(visit: OutcomeRow["visit"], words: WordBook): OutcomeView["visit"] {
  const name = visit && words.name(visit.id);
  const region = visit?.record.region;
  if (!visit?.record.slug || !region || !name) return null;
  const dates = toPartialDate(visit.startsOn, visit.endsOn, visit.datePrecision);
  return { slug: visit.record.slug, region: toRegionRef(region, words), name, dates };
}

/** @returns null for an event that is not published: it has no name here */
function toEventLink(event: OutcomeRow["event"], words: WordBook): OutcomeView["event"] {
  const name = event && words.name(event.id);
  if (!event?.record.slug || !name) return null;
  return { slug: event.record.slug, name, dates: toPartialDate(event.startsOn, event.endsOn, event.datePrecision) };
}

/** Outcomes by their ids, in the order of the ids; those that are not public are left out. */
export async function readOutcomesById(ids: string[], locale: Locale): Promise<OutcomeView[]> {
  const rows = await readOutcomes({ ids });
  return toViews(
    ids.flatMap((id) => rows.find((row) => row.id === id) ?? []),
    locale,
  );
}

/** The ledger of one visit, in its order. Ids come from queries of published records. */
export async function listOutcomesOfVisit(visitId: string, locale: Locale): Promise<OutcomeView[]> {
  return toViews(await readOutcomes({ visitId }), locale);
}

/** What visits led to at one site, newest visit first. */
export async function listOutcomesOfSite(siteId: string, locale: Locale): Promise<OutcomeView[]> {
  return toViews(await readOutcomes({ siteId }), locale);
}

/** All outcomes of a region, newest visit first. */
export const listOutcomesOfRegion = cachedQuery(
  "listOutcomesOfRegion",
  async (regionSlug: string, locale: Locale) => {
    const region = await db().record.findFirst({
      where: { kind: "region", slug: regionSlug, state: "published" },
      select: { id: true },
    });
    return region ? toViews(await readOutcomes({ regionId: region.id }), locale) : [];
  },
  (slug) => [cacheTags.outcomes, cacheTags.events, cacheTags.region(slug)],
);

/** How the whole public ledger stands, and the outcomes that came furthest, newest visit first. */
export const getLedgerHead = cachedQuery(
  "getLedgerHead",
  async (locale: Locale, count: number) => {
    const [rows, furthest] = await Promise.all([
      db().outcome.findMany({ where: isPublic, select: countedColumns }),
      readOutcomes({ stages: ["signed", "in_work", "launched"] }, count),
    ]);
    return { tally: tally(rows), furthest: await toViews(furthest, locale) };
  },
  () => [cacheTags.outcomes, cacheTags.visits, cacheTags.events, cacheTags.sites, cacheTags.regions],
);

export const countedColumns = {
  visitId: true,
  stage: true,
  dueOn: true,
  hasNoFollowUp: true,
  _count: { select: { owners: true } },
} as const;

/** Counts of the public ledger by the slug of the region. */
export const tallyByRegion = cachedQuery(
  "tallyByRegion",
  async (): Promise<Record<string, OutcomeTally>> => {
    const rows = await db().outcome.findMany({
      where: isPublic,
      select: { ...countedColumns, record: { select: { region: { select: { record: { select: { slug: true } } } } } } },
    });
    const slugOf = (row: (typeof rows)[number]) => row.record.region?.record.slug ?? "";
    const slugs = [...new Set(rows.map(slugOf))];
    return Object.fromEntries(slugs.map((slug) => [slug, tally(rows.filter((row) => slugOf(row) === slug))]));
  },
  () => [cacheTags.outcomes, cacheTags.regions],
);

/** Counts rows of `countedColumns` by today's date. */
export function tally(
  rows: { stage: OutcomeStage; dueOn: Date | null; hasNoFollowUp: boolean; _count: { owners: number } }[],
): OutcomeTally {
  const now = today();
  return tallyOf(
    rows.map(({ stage, dueOn, hasNoFollowUp, _count }) => ({
      stage,
      isDated: dueOn !== null,
      isOwned: _count.owners > 0,
      isOverdue: isOverdue({ stage, dueOn, today: now }),
      hasNoFollowUp,
    })),
  );
}

/**
 * Counts of the public ledger by visit.
 *
 * @returns a tally for each id asked for, zeros included
 */
export async function tallyByVisit(visitIds: readonly string[]): Promise<Map<string, OutcomeTally>> {
  const rows = await db().outcome.findMany({
    where: { ...isPublic, visitId: { in: [...visitIds] } },
    select: countedColumns,
  });
  return new Map(visitIds.map((id) => [id, tally(rows.filter(({ visitId }) => visitId === id))]));
}

/** When an outcome of the register last changed; null while there is none. */
export const lastOutcomeChange = cachedQuery(
  "lastOutcomeChange",
  async () => {
    const row = await db().outcome.findFirst({
      where: isPublic,
      orderBy: { record: { updatedAt: "desc" } },
      select: { record: { select: { updatedAt: true } } },
    });
    return row?.record.updatedAt.toISOString() ?? null;
  },
  () => [cacheTags.outcomes, cacheTags.regions],
);
