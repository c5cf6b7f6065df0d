import { parseDay } from "@/lib/core/dates";
import { dayColumns } from "./columns";
import type { VisitFact, VisitOrWords } from "./facts-schema/visit";
import type { KnownRows } from "./known-rows";
import { RecordPlan } from "./record-plan";

/** A visit without its outcomes, which are records of their own. */
export function planVisit({ outcomes: _outcomes, ...fact }: VisitFact, region: string, known: KnownRows): RecordPlan {
  const { slug, title, summary } = fact;
  const plan = new RecordPlan(
    { kind: "visit", slug, region, fact, name: title, summary, backing: { sources: fact.sources } },
    known,
  );
  const continues = linkOrWords(fact.continues);
  const replyTo = linkOrWords(fact.replyTo);
  plan.rows.visit.push({
    id: plan.id,
    direction: fact.direction,
    ...dayColumns(fact),
    datePrecision: fact.datePrecision,
    durationDays: fact.durationDays ?? null,
    meetingsCount: fact.meetingsCount?.value ?? null,
    hasPublicNames: fact.namesPublic,
    organizerId: plan.idOf("organisation", fact.organizerOrgSlug),
    headId: plan.idOf("person", fact.headPersonSlug),
    continuesId: plan.idOf("visit", continues.slug),
    replyToId: plan.idOf("visit", replyTo.slug),
  });
  plan.words(plan.part, { continues: continues.words, replyTo: replyTo.words });
  plan.back(plan.part, { qualifier: fact.meetingsCount?.qualifier }, "meetingsCount");
  fact.places.forEach((place, position) => {
    const part = plan.child("visit_place");
    plan.rows.visitPlace.push({ id: part.partId, visitId: plan.id, position, country: place.country });
    plan.words(part, { name: place.name });
  });
  fact.eventSlugs?.forEach((event, position) => {
    plan.rows.visitEvent.push({ visitId: plan.id, eventId: known.idOf("event", event), position });
  });
  planParticipants(plan, fact);
  planStops(plan, fact);
  return plan;
}

function linkOrWords(value: VisitOrWords | undefined) {
  return typeof value === "string" ? { slug: value } : { words: value };
}

type VisitPart = Pick<VisitFact, "participants" | "headPersonSlug" | "stops">;

function planParticipants(plan: RecordPlan, fact: VisitPart): void {
  fact.participants.forEach((participant, position) => {
    const part = plan.child("participant");
    const isHead = participant.personSlug !== undefined && participant.personSlug === fact.headPersonSlug;
    plan.rows.participant.push({
      id: part.partId,
      visitId: plan.id,
      position,
      side: participant.side,
      capacity: isHead ? "head" : "member",
      personId: plan.idOf("person", participant.personSlug),
      organisationId: plan.idOf("organisation", participant.orgSlug),
      headcount: participant.count ?? null,
      headcountQualifier: participant.countQualifier ?? null,
    });
    plan.words(part, { role: participant.role, sectorNote: participant.sectorNote });
  });
}

/** What was published of a programme is public; its hours were not published. */
function planStops(plan: RecordPlan, fact: VisitPart): void {
  for (const stop of fact.stops) {
    const part = plan.child("programme_item");
    plan.rows.programmeItem.push({
      id: part.partId,
      visitId: plan.id,
      position: stop.order,
      visibility: "public",
      dayOn: stop.date ? parseDay(stop.date) : null,
      siteId: plan.idOf("site", stop.siteSlug),
      organisationId: plan.idOf("organisation", stop.orgSlug),
      eventId: plan.idOf("event", stop.eventSlug),
    });
    plan.words(part, { title: stop.title, place: stop.place, text: stop.text });
  }
}
