import "server-only";
import { cachedQuery } from "@/lib/core/cache";
import { cacheTags } from "@/lib/core/cache-tags";
import { db } from "@/lib/db/client";
import { publicEvent } from "@/lib/event/public-queries";
import { defaultLocale } from "@/lib/i18n/locales";
import { loadDirectory } from "@/lib/organisation/public-queries";
import type { ConsentLevel } from "@/lib/organisation/types";
import { isPublic } from "@/lib/outcome/public-queries";
import type { Traces } from "@/lib/partner/rules";
import { publicInRegion } from "@/lib/region/ref";
import { toPartialDate } from "@/lib/source/public-queries";
import type { PartialDate } from "@/lib/source/types";
import { loadWords } from "@/lib/translation/public-queries";

export type RegionTraces = {
  visits: (Traces & { id: string; dates: PartialDate | null })[];
  outcomes: (Traces & { id: string; visitId: string | null })[];
  events: (Traces & { id: string })[];
};

/** What a visit says of itself: its places, public stops and whoever took part. */
function findVisits(regionId: string) {
  return db().visit.findMany({
    where: { record: { ...publicInRegion, regionId } },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      datePrecision: true,
      organizerId: true,
      places: { select: { id: true, placeId: true } },
      items: { where: { visibility: "public" }, select: { id: true, organisationId: true, eventId: true } },
      participants: { select: { organisationId: true, personId: true, consentLevel: true } },
      events: { select: { eventId: true } },
    },
  });
}

async function readOfRegion(regionId: string): Promise<RegionTraces> {
  const [visits, outcomes] = await Promise.all([
    findVisits(regionId),
    db().outcome.findMany({
      where: { ...isPublic, record: { ...isPublic.record, regionId } },
      select: { id: true, visitId: true, eventId: true, parties: { select: { organisationId: true } } },
    }),
  ]);
  const attended = [...outcomes, ...visits.flatMap(({ events, items }) => [...events, ...items])].flatMap(
    ({ eventId }) => eventId ?? [],
  );
  const events = await db().event.findMany({
    where: { AND: [publicEvent, { OR: [{ record: { regionId } }, { id: { in: attended } }] }] },
    select: { id: true },
  });
  const [words, organisation] = await Promise.all([
    loadWords(
      [...visits, ...outcomes, ...events].map(({ id }) => id),
      defaultLocale,
    ),
    readOrganisations(visits, outcomes),
  ]);
  const read = words.inAllLanguages.bind(words);
  return {
    visits: visits.map((visit) => {
      const { id, places, items, participants } = visit;
      const bodies = [
        organisation(visit.organizerId),
        ...items.map(({ organisationId }) => organisation(organisationId)),
        ...participants.flatMap((one) => [
          organisation(one.organisationId, one.consentLevel),
          organisation.ofPerson(one.personId, one.consentLevel),
        ]),
      ];
      return {
        id,
        dates: toPartialDate(visit.startsOn, visit.endsOn, visit.datePrecision),
        texts: [
          ...read(id),
          ...places.flatMap((place) => read(place.id, "name")),
          ...items.flatMap((item) => ["title", "place", "text"].flatMap((field) => read(item.id, field))),
          ...bodies.flatMap(({ names }) => names),
        ],
        placeIds: [...places.map(({ placeId }) => placeId), ...bodies.map(({ placeId }) => placeId)],
      };
    }),
    outcomes: outcomes.map(({ id, visitId, parties }) => {
      const bodies = parties.map(({ organisationId }) => organisation(organisationId));
      return {
        id,
        visitId,
        texts: [...read(id), ...read(id, "partiesNote"), ...bodies.flatMap(({ names }) => names)],
        placeIds: bodies.map(({ placeId }) => placeId),
      };
    }),
    events: events.map(({ id }) => ({ id, texts: [...read(id), ...read(id, "place")], placeIds: [] })),
  };
}

type Body = { names: string[]; placeId: string | null };
const nobody: Body = { names: [], placeId: null };

/** Names and places of organisations, as far as consent lets readers know them. */
async function readOrganisations(
  visits: Awaited<ReturnType<typeof findVisits>>,
  outcomes: { parties: { organisationId: string }[] }[],
) {
  const participants = visits.flatMap((visit) => visit.participants);
  const ids = {
    organisations: [
      ...visits.flatMap(({ organizerId, items }) => [organizerId, ...items.map((item) => item.organisationId)]),
      ...participants.map(({ organisationId }) => organisationId),
      ...outcomes.flatMap(({ parties }) => parties.map(({ organisationId }) => organisationId)),
    ],
    people: participants.map(({ personId }) => personId),
  };
  const [directory, people] = await Promise.all([
    loadDirectory(ids, defaultLocale),
    db().person.findMany({
      where: { id: { in: ids.people.filter((id) => id !== null) }, record: { state: "published" } },
      select: { id: true, organisationId: true },
    }),
  ]);
  const placed = await db().organisation.findMany({
    where: {
      id: { in: [...ids.organisations.filter((id) => id !== null), ...people.map((person) => person.organisationId)] },
      placeId: { not: null },
    },
    select: { id: true, placeId: true },
  });
  const organisation = (id: string | null, level: ConsentLevel = "named"): Body => {
    const view = directory.organisation(id, level);
    if (!view || view.shown === "counted") return nobody;
    return {
      names: directory.namesInAllLanguages(id, level),
      placeId: placed.find((one) => one.id === id)?.placeId ?? null,
    };
  };
  const ofPerson = (id: string | null, level: ConsentLevel): Body =>
    organisation(people.find((person) => person.id === id)?.organisationId ?? null, level);
  return Object.assign(organisation, { ofPerson });
}

/** Everything public of a region that may have to do with a partner, with the words and links that show it. */
export const readTraces = cachedQuery("partnerTraces", readOfRegion, () => [
  cacheTags.visits,
  cacheTags.outcomes,
  cacheTags.events,
  cacheTags.regions,
]);
