import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import { readEventRows } from "@/lib/event/public-queries";
import { defaultLocale, type Locale, locales } from "@/lib/i18n/locales";
import { readOutcomesById } from "@/lib/outcome/public-queries";
import { tallyOfViews } from "@/lib/outcome/rules";
import { belongsTo, type KnownPlace, newestFirst } from "@/lib/partner/rules";
import { readTraces } from "@/lib/partner/traces/public-queries";
import type { PartnerListRow, PartnerTie, PartnerView, TimelineEntry } from "@/lib/partner/types";
import { publicInRegion, regionRefColumns, toRegionRef } from "@/lib/region/ref";
import { loadBacking } from "@/lib/source/public-queries";
import type { PartialDate } from "@/lib/source/types";
import { loadWords } from "@/lib/translation/public-queries";
import { readVisitRows } from "@/lib/visit/public-queries";

type Tie = { tie: PartnerTie; regionId: string; placeId: string };

async function readTies(locale: Locale): Promise<Tie[]> {
  const rows = await db().tie.findMany({
    where: { record: publicInRegion },
    orderBy: [{ regionId: "asc" }, { sinceYear: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    select: {
      id: true,
      regionId: true,
      placeId: true,
      relation: true,
      sinceYear: true,
      region: { select: regionRefColumns },
      place: { select: { kind: true } },
      record: { select: { slug: true } },
    },
  });
  const ids = rows.map(({ id }) => id);
  const [words, backing] = await Promise.all([
    loadWords([...ids, ...rows.map(({ regionId }) => regionId)], locale, ["holder"]),
    loadBacking(ids),
  ]);
  return rows.map((row) => ({
    regionId: row.regionId,
    placeId: row.placeId,
    tie: {
      slug: row.record.slug ?? "",
      region: toRegionRef(row.region, words),
      name: words.nameOf(row.id),
      placeKind: row.place.kind,
      relation: row.relation,
      sinceYear: row.sinceYear,
      holder: words.word(row.id, "holder"),
      summary: words.summary(row.id),
      provenance: backing.provenance(row.id),
    },
  }));
}

/** The places of some ties with all names under which published records know them; places in them count as well. */
async function readPlaces(placeIds: string[]): Promise<(placeId: string) => KnownPlace> {
  const children = await db().place.findMany({
    where: { parentId: { in: placeIds } },
    select: { id: true, parentId: true },
  });
  const all = [...placeIds, ...children.map(({ id }) => id)];
  const ties = await db().tie.findMany({
    where: { placeId: { in: all }, record: publicInRegion },
    select: { id: true, placeId: true },
  });
  const words = await loadWords([...all, ...ties.map(({ id }) => id)], defaultLocale, []);
  return (placeId) => {
    const ids = new Set([placeId, ...children.filter(({ parentId }) => parentId === placeId).map(({ id }) => id)]);
    const records = [...ids, ...ties.filter((tie) => ids.has(tie.placeId)).map(({ id }) => id)];
    return { ids, names: records.flatMap((id) => locales.flatMap((locale) => words.nameIn(id, locale) ?? [])) };
  };
}

const partnerTags = () => [
  cacheTags.partners,
  cacheTags.regions,
  cacheTags.visits,
  cacheTags.outcomes,
  cacheTags.events,
];

/** All published ties of all regions, region by region, the oldest relation first. */
export const listPartners = cachedQuery(
  "listPartners",
  async (locale: Locale): Promise<PartnerListRow[]> => {
    const ties = await readTies(locale);
    const regionIds = [...new Set(ties.map(({ regionId }) => regionId))];
    const [placeOf, traces] = await Promise.all([
      readPlaces(ties.map(({ placeId }) => placeId)),
      Promise.all(regionIds.map(readTraces)),
    ]);
    return ties.map(({ tie, regionId, placeId }) => {
      const place = placeOf(placeId);
      const visits = (traces[regionIds.indexOf(regionId)]?.visits ?? []).filter((visit) => belongsTo(visit, place));
      return {
        ...tie,
        visitCount: visits.length,
        latestVisit: visits.toSorted(newestFirst)[0]?.dates ?? null,
      };
    });
  },
  partnerTags,
);

async function readTimeline({ tie, regionId, placeId }: Tie, locale: Locale): Promise<TimelineEntry[]> {
  const [placeOf, traces] = await Promise.all([readPlaces([placeId]), readTraces(regionId)]);
  const place = placeOf(placeId);
  const visitIds = traces.visits.filter((visit) => belongsTo(visit, place)).map(({ id }) => id);
  const named = traces.outcomes.filter((outcome) => belongsTo(outcome, place));
  const eventIds = traces.events.filter((event) => belongsTo(event, place)).map(({ id }) => id);
  const [visits, outcomes, events] = await Promise.all([
    readVisitRows({ id: { in: visitIds } }, locale, visitIds.length),
    readOutcomesById(
      named.map(({ id }) => id),
      locale,
    ),
    readEventRows({ id: { in: eventIds } }, locale),
  ]);
  const ofVisit = (slug: string) => outcomes.filter(({ visit }) => visit?.slug === slug);
  const slugs = new Set(visits.map(({ slug }) => slug));
  const elsewhere = outcomes.filter(({ visit }) => !visit || !slugs.has(visit.slug));
  const later = outcomes.filter(({ visit, reachedOn }) => reachedOn && visit?.dates && reachedOn.to > visit.dates.to);
  const entries: TimelineEntry[] = [
    ...visits.map((visit) => ({
      kind: "visit" as const,
      dates: visit.dates,
      visit,
      outcomes: ofVisit(visit.slug),
      otherCount: visit.tally.total - ofVisit(visit.slug).length,
    })),
    ...[...new Set([...elsewhere, ...later])].map((outcome) => ({
      kind: "outcome" as const,
      dates: outcome.reachedOn ?? outcome.visit?.dates ?? null,
      outcome,
    })),
    ...events.map((event) => ({ kind: "event" as const, dates: event.dates, event })),
    ...(tie.sinceYear === null ? [] : [{ kind: "relation" as const, dates: wholeYear(tie.sinceYear) }]),
  ];
  return entries.sort(newestFirst);
}

function wholeYear(year: number): PartialDate {
  return { from: `${year}-01-01`, to: `${year}-12-31`, precision: "year" };
}

/**
 * One tie with everything public between the region and the place, newest first. What belongs to it says `belongsTo`.
 *
 * @returns null for an unknown slug and for one that is not published: the two look the same
 */
export const getPublishedPartner = cachedQuery(
  "getPublishedPartner",
  async (slug: string, locale: Locale): Promise<PartnerView | null> => {
    const ties = await readTies(locale);
    const found = ties.find(({ tie }) => tie.slug === slug);
    if (!found) return null;
    const timeline = await readTimeline(found, locale);
    const others = ties.filter((other) => other !== found);
    const outcomes = timeline.flatMap((entry) =>
      entry.kind === "visit" ? entry.outcomes : entry.kind === "outcome" ? [entry.outcome] : [],
    );
    return {
      ...found.tie,
      timeline,
      tally: tallyOfViews([...new Set(outcomes)]),
      ofRegion: others.filter(({ regionId }) => regionId === found.regionId).map(({ tie }) => tie),
      ofPlace: others
        .filter(({ regionId, placeId }) => regionId !== found.regionId && placeId === found.placeId)
        .map(({ tie }) => tie),
    };
  },
  () => [...partnerTags(), cacheTags.sites],
);

/** Addresses of all published ties. */
export const listPartnerAddresses = cachedQuery(
  "listPartnerAddresses",
  async () => {
    const rows = await db().record.findMany({
      where: { kind: "tie", slug: { not: null }, ...publicInRegion },
      orderBy: { createdAt: "asc" },
      select: { slug: true, updatedAt: true },
    });
    return rows.map(({ slug, updatedAt }) => ({ slug: slug ?? "", updatedAt: updatedAt.toISOString() }));
  },
  () => [cacheTags.partners, cacheTags.regions],
);
