import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { today } from "@/lib/core/dates";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/sql";
import type { EventRow, EventView } from "@/lib/event/types";
import type { Locale } from "@/lib/i18n/locales";
import { isPublic, readOutcomesById } from "@/lib/outcome/public-queries";
import { publicInRegion, regionRefColumns, toRegionRef } from "@/lib/region/ref";
import { loadBacking, toPartialDate } from "@/lib/source/public-queries";
import { loadWords } from "@/lib/translation/public-queries";
import { readVisitRows } from "@/lib/visit/public-queries";

/** An event of a region is public as long as the region is; one of no region as long as it is itself. */
export const publicEvent = {
  record: { kind: "event", state: "published", OR: [{ regionId: null }, { region: publicInRegion.region }] },
} satisfies Prisma.EventWhereInput;

/** A visit takes part in an event as a whole or with a stop that everybody may see. */
function takingPart(eventIds: string[]) {
  const eventId = { in: eventIds };
  return {
    record: publicInRegion,
    OR: [{ events: { some: { eventId } } }, { items: { some: { eventId, visibility: "public" } } }],
  } satisfies Prisma.VisitWhereInput;
}

async function countVisits(eventIds: string[]): Promise<Map<string, number>> {
  const visits = await db().visit.findMany({
    where: takingPart(eventIds),
    select: {
      events: { select: { eventId: true } },
      items: { where: { visibility: "public" }, select: { eventId: true } },
    },
  });
  const counts = new Map<string, number>();
  for (const { events, items } of visits) {
    for (const id of new Set([...events, ...items].map(({ eventId }) => eventId))) {
      if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}

async function readRows(where: Prisma.EventWhereInput, locale: Locale): Promise<(EventRow & { id: string })[]> {
  const rows = await db().event.findMany({
    where: { AND: [where, publicEvent] },
    orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
    select: {
      id: true,
      kind: true,
      country: true,
      startsOn: true,
      endsOn: true,
      datePrecision: true,
      record: { select: { slug: true, region: { select: regionRefColumns } } },
      _count: { select: { outcomes: { where: isPublic } } },
    },
  });
  const ids = rows.map(({ id }) => id);
  const regions = rows.flatMap(({ record }) => (record.region ? [record.region.id] : []));
  const [words, backing, visitCounts] = await Promise.all([
    loadWords([...ids, ...regions], locale, ["place"]),
    loadBacking(ids),
    countVisits(ids),
  ]);
  const now = today();
  return rows.map((row) => {
    const last = row.endsOn ?? row.startsOn;
    return {
      id: row.id,
      slug: row.record.slug ?? "",
      kind: row.kind,
      name: words.nameOf(row.id),
      summary: words.summary(row.id),
      place: words.word(row.id, "place"),
      country: row.country,
      dates: toPartialDate(row.startsOn, row.endsOn, row.datePrecision),
      isPast: last && last < now,
      region: row.record.region && toRegionRef(row.record.region, words),
      visitCount: visitCounts.get(row.id) ?? 0,
      outcomeCount: row._count.outcomes,
      provenance: backing.provenance(row.id),
    };
  });
}

const eventTags = () => [cacheTags.events, cacheTags.visits, cacheTags.outcomes, cacheTags.regions];

/** Published events, newest first, for the pages of other records. */
export async function readEventRows(where: Prisma.EventWhereInput, locale: Locale): Promise<EventRow[]> {
  return (await readRows(where, locale)).map(({ id: _, ...row }) => row);
}

/** All published forums, exhibitions and the like, newest first. */
export const listEvents = cachedQuery("listEvents", (locale: Locale) => readEventRows({}, locale), eventTags);

/**
 * One event for readers, with the public visits and outcomes tied to it.
 *
 * @returns null for an unknown slug and for one that is not published: the two look the same
 */
export const getPublishedEvent = cachedQuery(
  "getPublishedEvent",
  async (slug: string, locale: Locale): Promise<EventView | null> => {
    const [found] = await readRows({ record: { slug } }, locale);
    if (!found) return null;
    const { id, ...row } = found;
    const promises = await db().outcome.findMany({
      where: { ...isPublic, eventId: id },
      orderBy: [{ visit: { startsOn: { sort: "desc", nulls: "last" } } }, { position: "asc" }],
      select: { id: true },
    });
    const [visits, outcomes] = await Promise.all([
      readVisitRows(takingPart([id]), locale, 200),
      readOutcomesById(
        promises.map((one) => one.id),
        locale,
      ),
    ]);
    return { ...row, visits, outcomes };
  },
  () => [...eventTags(), cacheTags.sites],
);

/** Addresses of all published events. */
export const listEventAddresses = cachedQuery(
  "listEventAddresses",
  async () => {
    const rows = await db().event.findMany({
      where: publicEvent,
      orderBy: { id: "asc" },
      select: { record: { select: { slug: true, updatedAt: true } } },
    });
    return rows.map(({ record }) => ({ slug: record.slug ?? "", updatedAt: record.updatedAt.toISOString() }));
  },
  () => [cacheTags.events, cacheTags.regions],
);
