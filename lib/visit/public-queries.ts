import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { formatDay } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/sql";
import type { Locale } from "@/lib/i18n/locales";
import { maskText } from "@/lib/organisation/consent";
import { type Directory, loadDirectory, loadHidden, type Met } from "@/lib/organisation/public-queries";
import { listOutcomesOfVisit, tallyByVisit } from "@/lib/outcome/public-queries";
import { tallyOf, tallyOfViews } from "@/lib/outcome/rules";
import { readAgency } from "@/lib/region/public-queries";
import { publicInRegion, regionRefColumns, toRegionRef } from "@/lib/region/ref";
import { siteRefColumns, toCoordinates, toSiteRef } from "@/lib/site/ref";
import { straightKm } from "@/lib/site/rules";
import { loadBacking, readRegionSlugs, sourceColumns, toPartialDate, toSourceView } from "@/lib/source/public-queries";
import { loadWords, type WordBook } from "@/lib/translation/public-queries";
import { zoneOfPlace } from "@/lib/visit/rules";
import type { ParticipantView, ProgrammeItemView, VisitRef, VisitRow, VisitView } from "@/lib/visit/types";

const published = { record: { state: "published" } } as const;
const inPublicRegion = { record: publicInRegion } as const;
const byPosition = { orderBy: { position: "asc" } } as const;

/** Columns that name a visit wherever another record refers to it. */
const visitRefColumns = {
  id: true,
  startsOn: true,
  endsOn: true,
  datePrecision: true,
  record: { select: { slug: true, region: { select: regionRefColumns } } },
} satisfies Prisma.VisitSelect;

type VisitRefRow = Prisma.VisitGetPayload<{ select: typeof visitRefColumns }>;

function refIds(row: VisitRefRow | null): string[] {
  return row ? [row.id, ...(row.record.region ? [row.record.region.id] : [])] : [];
}

function toVisitRef(row: VisitRefRow, words: WordBook): VisitRef {
  if (!row.record.region) throw new Error(`visit ${row.id} belongs to no region`);
  return {
    slug: row.record.slug ?? "",
    region: toRegionRef(row.record.region, words),
    name: words.nameOf(row.id),
    dates: toPartialDate(row.startsOn, row.endsOn, row.datePrecision),
  };
}

const rowColumns = {
  ...visitRefColumns,
  direction: true,
  durationDays: true,
  places: { ...byPosition, select: { id: true } },
} satisfies Prisma.VisitSelect;

/** Rows of published visits, newest first. */
export async function readVisitRows(where: Prisma.VisitWhereInput, locale: Locale, take: number): Promise<VisitRow[]> {
  const rows = await db().visit.findMany({
    where: { AND: [where, inPublicRegion] },
    orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    take,
    select: rowColumns,
  });
  const [words, tallies] = await Promise.all([
    loadWords(rows.flatMap(refIds), locale, ["name"]),
    tallyByVisit(rows.map(({ id }) => id)),
  ]);
  return rows.map((row) => ({
    ...toVisitRef(row, words),
    direction: row.direction,
    summary: words.summary(row.id),
    durationDays: row.durationDays,
    places: row.places.map(({ id }) => words.wordOf(id, "name")),
    tally: tallies.get(row.id) ?? tallyOf([]),
  }));
}

const visitTags = () => [cacheTags.visits, cacheTags.outcomes];

/** The newest visits of all regions. */
export const listNewestVisits = cachedQuery(
  "listNewestVisits",
  (locale: Locale, count: number) => readVisitRows({}, locale, count),
  visitTags,
);

/** All visits of a region, newest first. */
export const listVisitsOfRegion = cachedQuery(
  "listVisitsOfRegion",
  (regionSlug: string, locale: Locale) =>
    readVisitRows({ record: { region: { record: { slug: regionSlug } } } }, locale, 200),
  visitTags,
);

/** Visits whose public programme stopped at a site, newest first. */
export const listVisitsToSite = cachedQuery(
  "listVisitsToSite",
  (siteSlug: string, locale: Locale) =>
    readVisitRows(
      { items: { some: { visibility: "public", site: { record: { slug: siteSlug, kind: "site" } } } } },
      locale,
      100,
    ),
  visitTags,
);

function findPublishedVisit(slug: string) {
  return db().visit.findFirst({
    where: { record: { kind: "visit", slug, ...publicInRegion } },
    select: {
      ...visitRefColumns,
      direction: true,
      durationDays: true,
      meetingsCount: true,
      hasPublicNames: true,
      organizerId: true,
      headId: true,
      record: { select: { ...visitRefColumns.record.select, regionId: true, version: true, updatedAt: true } },
      places: { ...byPosition, select: { id: true, country: true, timeZone: true, startsOn: true, endsOn: true } },
      participants: byPosition,
      items: {
        where: { visibility: "public" },
        ...byPosition,
        select: {
          id: true,
          position: true,
          kind: true,
          dayOn: true,
          startsAt: true,
          endsAt: true,
          timeZone: true,
          isCancelled: true,
          hiddenFields: true,
          organisationId: true,
          site: {
            where: inPublicRegion,
            select: { ...siteRefColumns, lat: true, lon: true, coordinatePrecision: true, totalAreaHa: true },
          },
          event: { where: published, select: { id: true, record: { select: { slug: true } } } },
        },
      },
      events: {
        ...byPosition,
        where: { event: published },
        select: { event: { select: { id: true, record: { select: { slug: true } } } } },
      },
      continues: { where: inPublicRegion, select: visitRefColumns },
      continuedBy: { where: inPublicRegion, orderBy: { startsOn: "asc" }, select: visitRefColumns },
      replyTo: { where: inPublicRegion, select: visitRefColumns },
      replies: { where: inPublicRegion, orderBy: { startsOn: "asc" }, select: visitRefColumns },
    },
  });
}

type VisitDetail = NonNullable<Awaited<ReturnType<typeof findPublishedVisit>>>;

async function readVisit(slug: string, locale: Locale): Promise<VisitView | null> {
  const row = await findPublishedVisit(slug);
  if (!row?.record.regionId || !row.record.region) return null;
  const refs = [row.continues, ...row.continuedBy, row.replyTo, ...row.replies].flatMap(refIds);
  const sites = row.items.flatMap(({ site }) =>
    site ? [site.id, ...(site.record.region ? [site.record.region.id] : [])] : [],
  );
  const events = [...row.events.map(({ event }) => event.id), ...row.items.flatMap(({ event }) => event?.id ?? [])];
  const organisationIds = [
    row.organizerId,
    ...row.participants.map(({ organisationId }) => organisationId),
    ...row.items.map(({ organisationId }) => organisationId),
  ];
  const people = [row.headId, ...row.participants.map(({ personId }) => personId)];
  const [book, hidden, backing, directory, outcomes, agency, citations] = await Promise.all([
    loadWords([...refIds(row), ...refs, ...sites, ...events], locale),
    loadHidden(db(), [
      ...row.participants.flatMap(({ personId, organisationId, consentLevel }): Met[] =>
        // A company that comes with a person agreed to nothing by him.
        personId ? [{ id: personId, level: consentLevel }] : [{ id: organisationId, level: consentLevel }],
      ),
      ...[...organisationIds, row.headId].map((id): Met => ({ id })),
    ]),
    loadBacking([row.id]),
    loadDirectory({ organisations: organisationIds, people }, locale),
    listOutcomesOfVisit(row.id, locale),
    readAgency(row.record.regionId, locale),
    readSources(
      row.id,
      row.items.map(({ id }) => id),
    ),
  ]);
  // Who typed a name into a title did not ask whether it may be shown.
  const words = hidden ? book.changed((text) => maskText(text, hidden)) : book;
  const link = (one: VisitRefRow) => toVisitRef(one, words);
  const event = (one: { id: string; record: { slug: string | null } }) => ({
    slug: one.record.slug ?? "",
    name: words.nameOf(one.id),
  });
  const regionZone = row.record.region.timeZone;
  return {
    ...toVisitRef(row, words),
    id: row.id,
    edition: { number: row.record.version, changedAt: row.record.updatedAt.toISOString() },
    direction: row.direction,
    summary: words.summary(row.id),
    durationDays: row.durationDays,
    meetingsCount:
      row.meetingsCount === null
        ? null
        : { value: row.meetingsCount, qualifier: backing.qualifier(row.id, "meetingsCount") },
    hasPublicNames: row.hasPublicNames,
    places: row.places.map((place) => ({
      name: words.wordOf(place.id, "name"),
      country: place.country,
      timeZone: zoneOfPlace({ ...place, regionZone, direction: row.direction }),
      startsOn: place.startsOn && formatDay(place.startsOn),
      endsOn: place.endsOn && formatDay(place.endsOn),
    })),
    organizer: directory.organisation(row.organizerId),
    head: directory.person(row.headId),
    participants: row.participants.map((one) => toParticipant(one, words, directory)),
    items: toItems(row.items, words, directory.organisation.bind(directory)),
    outcomes,
    tally: tallyOfViews(outcomes),
    events: row.events.map(({ event: one }) => event(one)),
    continues: row.continues ? link(row.continues) : words.word(row.id, "continues"),
    continuedBy: row.continuedBy.map(link),
    replyTo: row.replyTo && link(row.replyTo),
    replies: row.replies.map(link),
    contact: agency,
    sources: citations,
    provenance: backing.provenance(row.id),
    publishedLocales: words.localesOf(row.id),
  };
}

/** A post names a person as surely as a name does: it goes with the name. */
function toParticipant(
  row: VisitDetail["participants"][number],
  words: WordBook,
  directory: Directory,
): ParticipantView {
  const level = row.consentLevel;
  const person = directory.person(row.personId, level);
  const shown = person?.shown ?? level;
  return {
    side: row.side,
    capacity: row.capacity,
    person,
    organisation: directory.organisation(row.organisationId, level) ?? directory.organisationOf(row.personId, level),
    role: shown === "named" && level === "named" ? words.word(row.id, "role") : null,
    headcount: row.headcount,
    headcountQualifier: row.headcountQualifier,
    sectorNote: shown === "counted" || level === "counted" ? null : words.word(row.id, "sectorNote"),
  };
}

function toItems(
  items: VisitDetail["items"],
  words: WordBook,
  organisation: (id: string | null) => ProgrammeItemView["organisation"],
): ProgrammeItemView[] {
  return items.map((item, index) => {
    const last = items[index - 1]?.site;
    const word = (field: "text" | "place" | "address") =>
      item.hiddenFields.includes(field) ? null : words.word(item.id, field);
    return {
      id: item.id,
      order: item.position,
      kind: item.kind,
      dayOn: item.dayOn && formatDay(item.dayOn),
      startsAt: item.startsAt?.toISOString() ?? null,
      endsAt: item.endsAt?.toISOString() ?? null,
      timeZone: item.timeZone,
      isCancelled: item.isCancelled,
      title: words.wordOf(item.id, "title"),
      text: word("text"),
      place: word("place"),
      address: word("address"),
      site: item.site && {
        ...toSiteRef(item.site, words),
        totalAreaHa: item.site.totalAreaHa === null ? null : Number(item.site.totalAreaHa),
        coordinates: toCoordinates(item.site),
      },
      organisation: organisation(item.organisationId),
      event: item.event && { slug: item.event.record.slug ?? "", name: words.nameOf(item.event.id) },
      straightKmFromLast: distance(last ?? null, item.site),
    };
  });
}

type Located = { lat: number | null; lon: number | null } | null;

/** Nothing where a place is unknown or both are the same town. */
function distance(a: Located, b: Located): number | null {
  if (a?.lat == null || a.lon === null || b?.lat == null || b.lon === null) return null;
  return straightKm({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon }) || null;
}

/**
 * All sources of a visit and of its public outcomes, newest first. What backs only a stop or meeting that is not public is
 * left out: its source could tell of it.
 */
async function readSources(visitId: string, publicItemIds: string[]) {
  const isTold: Prisma.FactWhereInput = {
    OR: [
      {
        record: { id: visitId, state: "published" },
        OR: [{ kind: { notIn: ["programme_item", "meeting"] } }, { partId: { in: publicItemIds } }],
      },
      { record: { state: "published", asOutcome: { visitId, visibility: "public" } } },
    ],
  };
  const cited = { some: { fact: isTold } };
  const [regions, rows] = await Promise.all([
    readRegionSlugs(),
    db().source.findMany({
      where: { citations: cited },
      orderBy: [{ publishedOn: { sort: "desc", nulls: "last" } }, { code: "asc" }],
      select: sourceColumns,
    }),
  ]);
  return rows.map((row) => toSourceView(row, regions));
}

/**
 * One visit for readers: its public stops, its people by consent, its public ledger.
 *
 * @returns null for an unknown slug, for one of another region and for one that is not published: all look the same
 */
export const getPublishedVisit = cachedQuery(
  "getPublishedVisit",
  async (region: string, slug: string, locale: Locale) => {
    const visit = await readVisit(slug, locale);
    return visit?.region.slug === region ? visit : null;
  },
  (region, slug) => [
    cacheTags.visits,
    cacheTags.visit(slug),
    cacheTags.region(region),
    cacheTags.outcomes,
    cacheTags.events,
    cacheTags.sites,
  ],
);

/** Addresses of all published visits. */
export const listVisitAddresses = cachedQuery(
  "listVisitAddresses",
  async () => {
    const rows = await db().record.findMany({
      where: { kind: "visit", ...publicInRegion, slug: { not: null } },
      orderBy: { createdAt: "asc" },
      select: { slug: true, updatedAt: true, region: { select: { record: { select: { slug: true } } } } },
    });
    return rows.map(({ slug, updatedAt, region }) => ({
      slug: slug ?? "",
      region: region?.record.slug ?? "",
      updatedAt: updatedAt.toISOString(),
    }));
  },
  () => [cacheTags.visits],
);
