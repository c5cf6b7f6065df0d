import type { PrismaClient } from "@/lib/db/generated/client";
import { published } from "./common";
import { byPosition, dashed, dayOf, partialDateOf, RecordReader, slugOf, spine, unlessEmpty } from "./record-reader";

const record = { select: spine };
/** Statuses of the facts by the stage where they put an outcome. */
const STATUS: Record<string, string> = { in_work: "in-progress", launched: "done", kept: "done" };

async function findVisits(db: PrismaClient, regionId: string) {
  return db.visit.findMany({
    where: published(regionId),
    include: {
      record,
      organizer: slugOf,
      head: slugOf,
      continues: slugOf,
      replyTo: slugOf,
      places: byPosition,
      events: { ...byPosition, include: { event: slugOf } },
      participants: { ...byPosition, include: { person: slugOf, organisation: slugOf } },
      items: { ...byPosition, include: { site: slugOf, organisation: slugOf, event: slugOf } },
      outcomes: {
        ...byPosition,
        include: {
          record,
          site: slugOf,
          regime: slugOf,
          event: slugOf,
          parties: { ...byPosition, include: { organisation: slugOf } },
          owners: { include: { organisation: slugOf } },
        },
      },
    },
  });
}
type VisitRow = Awaited<ReturnType<typeof findVisits>>[number];

/** The visits of a region file from the rows of the database. */
export async function exportVisits(db: PrismaClient, regionId: string) {
  return (await findVisits(db, regionId)).map((row) => {
    const read = new RecordReader(row);
    return {
      slug: read.slug,
      direction: row.direction,
      title: read.name,
      summary: read.summary,
      start: dayOf(row.startsOn),
      end: dayOf(row.endsOn),
      datePrecision: row.datePrecision,
      durationDays: row.durationDays,
      meetingsCount:
        row.meetingsCount === null
          ? undefined
          : { value: row.meetingsCount, qualifier: read.qualifier(row.id, "meetingsCount") },
      places: row.places.map((place) => ({ name: read.word("name", place.id), country: place.country.toUpperCase() })),
      organizerOrgSlug: row.organizer?.record.slug,
      headPersonSlug: row.head?.record.slug,
      namesPublic: row.hasPublicNames,
      continues: row.continues?.record.slug ?? read.word("continues"),
      replyTo: row.replyTo?.record.slug ?? read.word("replyTo"),
      eventSlugs: unlessEmpty(row.events.map(({ event }) => event.record.slug)),
      participants: row.participants.map((participant) => ({
        personSlug: participant.person?.record.slug,
        orgSlug: participant.organisation?.record.slug,
        side: participant.side,
        role: read.word("role", participant.id),
        count: participant.headcount,
        countQualifier: dashed(participant.headcountQualifier),
        sectorNote: read.word("sectorNote", participant.id),
      })),
      stops: row.items.map((item) => ({
        order: item.position,
        date: dayOf(item.dayOn),
        title: read.word("title", item.id),
        siteSlug: item.site?.record.slug,
        orgSlug: item.organisation?.record.slug,
        eventSlug: item.event?.record.slug,
        place: read.word("place", item.id),
        text: read.word("text", item.id),
      })),
      outcomes: row.outcomes.map(exportOutcome),
      ...read.backing(),
    };
  });
}

function exportOutcome(row: VisitRow["outcomes"][number]) {
  const read = new RecordReader(row);
  const owners = row.owners.map((owner) => [owner.side, owner.organisation?.record.slug]);
  return {
    slug: read.slug,
    kind: dashed(row.kind),
    status: STATUS[row.stage] ?? row.stage,
    count: row.documentCount,
    title: read.name,
    parties: row.parties.map((party) => party.organisation.record.slug),
    partiesNote: read.word("partiesNote"),
    siteSlug: row.site?.record.slug,
    regimeSlug: row.regime?.record.slug,
    eventSlug: row.event?.record.slug,
    due: partialDateOf(row.dueOn, row.duePrecision),
    dueText: read.word("dueText"),
    nextStep: read.word("nextStep"),
    owners: owners.length > 0 ? Object.fromEntries(owners) : undefined,
    validTo: dayOf(row.validTo),
    sectors: read.sectors,
    sources: read.sources(),
  };
}
