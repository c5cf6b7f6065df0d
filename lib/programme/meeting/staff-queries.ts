import "server-only";
import type { Actor } from "@/lib/auth/types";
import { formatLocalTime } from "@/lib/core/zones";
import { db } from "@/lib/db/client";
import { FormFields, type Tried } from "@/lib/form/types";
import type { Locale } from "@/lib/i18n/locales";
import { findClashes, proposeMeetings } from "@/lib/programme/meeting/rules";
import { readSlotWish } from "@/lib/programme/meeting/schema";
import type {
  Clash,
  MeetingBoard,
  MeetingLine,
  PlannedMeeting,
  ResultPage,
  SlotProposal,
  SlotWish,
} from "@/lib/programme/meeting/types";
import { listMembers, readNamesOf } from "@/lib/programme/party-list/staff-queries";
import type { ListedMember } from "@/lib/programme/party-list/types";
import { textsAt } from "@/lib/programme/rules";
import { viewProgramme } from "@/lib/programme/share-queries";
import type { VisitHead } from "@/lib/programme/staff-types";
import type { Programme } from "@/lib/programme/types";
import type { RecordDocument } from "@/lib/publishing/types";
import { compileShared } from "@/lib/record/document/rules";
import { pick } from "@/lib/translation/rules";

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const moment = (value: unknown): Date | null => (value instanceof Date ? value : null);

/** Meetings of a visit as they are planned now, for the rules. */
export function readPlanned(head: Parameters<typeof compileShared>[0], document: RecordDocument): PlannedMeeting[] {
  const { rows } = compileShared(head, document.shared);
  const stops = new Map((rows.items ?? []).map(({ id, columns }) => [id, columns]));
  return (rows.meetings ?? []).map(({ id, columns }): PlannedMeeting => {
    const stop = stops.get(text(columns.itemId) ?? "");
    const [begins, ends] = [moment(stop?.startsAt), moment(stop?.endsAt)];
    return {
      id,
      room: text(columns.room),
      interpreterId: text(columns.interpreterId),
      participantId: text(columns.participantId),
      organisationId: text(columns.organisationId),
      startsAt: moment(columns.startsAt),
      endsAt: moment(columns.endsAt),
      stop: begins && ends ? { startsAt: begins, endsAt: ends } : null,
    };
  });
}

/** All meetings of a visit with what clashes, and what its forms offer. Names stand there for staff, whatever the consent. */
export async function readBoard(
  actor: Actor,
  visit: VisitHead,
  document: RecordDocument,
  locale: Locale,
): Promise<MeetingBoard> {
  const planned = readPlanned(visit, document);
  const clashes = findClashes(planned);
  const { rows } = compileShared(visit, document.shared);
  const members = await listMembers(actor, visit, document, null);
  const itemCompanies = (rows.items ?? []).flatMap(({ columns }) => text(columns.organisationId) ?? []);
  const names = await readNamesOf(db(), actor, [
    ...planned.flatMap(({ organisationId, interpreterId }) => [organisationId ?? [], interpreterId ?? []].flat()),
    ...itemCompanies,
  ]);
  const nameOf = (id: string | null) => (id === null ? null : (pick(names.get(id) ?? {}, locale)?.text ?? "•••"));
  const label = labelsOf(members, locale);
  const stops = (rows.items ?? []).map(({ id }, index) => ({
    id,
    label: pick(textsAt(document, `texts.${id}.title`), locale)?.text ?? String(index + 1),
  }));
  const stopOf = new Map((rows.meetings ?? []).map(({ id, columns }) => [id, text(columns.itemId)]));
  const lines = planned.map((one): MeetingLine => {
    const [starts, ends] = [clockOf(one.startsAt, visit.zone), clockOf(one.endsAt, visit.zone)];
    return {
      id: one.id,
      day: starts?.day ?? null,
      from: starts?.time ?? null,
      to: ends?.time ?? null,
      isOverMidnight: starts !== null && ends !== null && ends.day > starts.day,
      room: one.room,
      participant: label(one.participantId),
      organisation: nameOf(one.organisationId),
      interpreter: nameOf(one.interpreterId),
      stop: stops.find(({ id }) => id === stopOf.get(one.id))?.label ?? null,
      topic: pick(textsAt(document, `texts.${one.id}.topic`), locale),
      hasResult: Object.keys(textsAt(document, `texts.${one.id}.result`)).length > 0,
      clashes: clashes.filter(({ id }) => id === one.id).map(({ kind, otherId }) => ({ kind, otherId })),
    };
  });
  const key = ({ day, from }: MeetingLine) => `${day ?? "9999"} ${from ?? ""}`;
  const isPerson = ({ person }: ListedMember) => person !== null;
  const companies = new Map<string, string>();
  for (const { organisation } of members) {
    const name = organisation && pick(organisation.name, locale)?.text;
    if (organisation && name) companies.set(organisation.id, name);
  }
  for (const id of [...itemCompanies, ...planned.flatMap(({ organisationId }) => organisationId ?? [])])
    companies.set(id, nameOf(id) ?? "");
  return {
    lines: lines.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
    zone: visit.zone,
    choices: {
      participants: members.map(({ id }) => ({ id, label: label(id) ?? "" })),
      organisations: [...companies].map(([id, name]) => ({ id, label: name })),
      interpreters: members
        .filter((one) => one.capacity === "interpreter" && isPerson(one))
        .map(({ id, person }) => ({ id: person?.id ?? "", label: label(id) ?? "" })),
      stops,
    },
  };
}

/** What a member is called in a list of choices. */
function labelsOf(members: readonly ListedMember[], locale: Locale): (id: string | null) => string | null {
  const all = new Map(
    members.map(({ id, number, person, organisation }) => [
      id,
      pick(person?.name ?? {}, locale)?.text ?? pick(organisation?.name ?? {}, locale)?.text ?? `№ ${number}`,
    ]),
  );
  return (id) => (id === null ? null : (all.get(id) ?? null));
}

function clockOf(at: Date | null, zone: string): { day: string; time: string } | null {
  if (!at) return null;
  const [day = "", time = ""] = formatLocalTime(at, zone).split(" ");
  return { day, time };
}

/** What the page of a result shows of its meeting; null where there is no such meeting. */
export async function readResultPage(
  actor: Actor,
  visit: VisitHead,
  document: RecordDocument,
  meetingId: string,
  locale: Locale,
): Promise<ResultPage | null> {
  const meeting = readPlanned(visit, document).find(({ id }) => id === meetingId);
  if (!meeting) return null;
  const members = await listMembers(actor, visit, document, null);
  const names = await readNamesOf(db(), actor, meeting.organisationId ? [meeting.organisationId] : []);
  const label = labelsOf(members, locale);
  const guest = members.find(({ id }) => id === meeting.participantId);
  const guestSide = guest?.side ?? "cn";
  const otherSide = guestSide === "cn" ? "ru" : "cn";
  const company = meeting.organisationId && {
    id: meeting.organisationId,
    label: pick(names.get(meeting.organisationId) ?? {}, locale)?.text ?? "•••",
  };
  const ownersOf = (side: "cn" | "ru") => {
    const companies = new Map<string, string>();
    if (company && side === otherSide) companies.set(company.id, company.label);
    if (guest?.organisation && side === guestSide)
      companies.set(guest.organisation.id, pick(guest.organisation.name, locale)?.text ?? "•••");
    const people = members
      .filter((one) => one.side === side && one.person)
      .sort((a, b) => Number(b.id === guest?.id) - Number(a.id === guest?.id));
    return [
      ...[...companies].map(([id, name]) => ({ value: `organisation/${id}`, label: name })),
      ...people.map(({ id, person }) => ({ value: `person/${person?.id ?? ""}`, label: label(id) ?? "" })),
    ];
  };
  const starts = clockOf(meeting.startsAt, visit.zone);
  const guestName = label(meeting.participantId);
  return {
    id: meetingId,
    title: [guestName, company ? company.label : null].filter(Boolean).join(" — "),
    when: starts ? `${starts.day} ${starts.time}` : null,
    result: textsAt(document, `texts.${meetingId}.result`),
    owners: { cn: ownersOf("cn"), ru: ownersOf("ru") },
    parties: [
      ...(guest?.organisation ? [{ id: guest.organisation.id, side: guestSide }] : []),
      ...(company && company.id !== guest?.organisation?.id ? [{ id: company.id, side: otherSide }] : []),
    ] as ResultPage["parties"],
    day: starts?.day ?? null,
  };
}

/**
 * The days of one participant as he may see them, with what clashes in them. A guest's paper shows what guests see, that of
 * a host what hosts see.
 */
export async function readAgenda(
  visit: VisitHead,
  document: RecordDocument,
  member: Pick<ListedMember, "id" | "side">,
): Promise<{ programme: Programme; clashes: Clash[] }> {
  const guests = document.shared["values.direction"] === "outbound" ? "ru" : "cn";
  const work = { number: null, document, note: null, publishedAt: null };
  const audience = member.side === guests ? ("guests" as const) : ("hosts" as const);
  const programme = await viewProgramme(db(), visit, work, { audience, participantId: member.id });
  return { programme, clashes: findClashes(readPlanned(visit, document)) };
}

/** What the form of slots asked for, as a proposal with names; null where something is wrong with the form. */
export function readProposal(
  visit: VisitHead,
  document: RecordDocument,
  { choices }: MeetingBoard,
  tried: Tried,
): SlotProposal | null {
  const read = readSlotWish(new FormFields(tried.fields), visit.zone, choices);
  if ("refused" in read) return null;
  const { meetings, left } = proposeMeetings(read.wish, readPlanned(visit, document));
  const nameOf = (list: { id: string; label: string }[], id: string | null) =>
    list.find((one) => one.id === id)?.label ?? "";
  const pair = ({ participantId, organisationId }: SlotWish["pairs"][number]) => ({
    participant: nameOf(choices.participants, participantId),
    organisation: nameOf(choices.organisations, organisationId),
  });
  return {
    lines: meetings.map((one) => {
      const [starts, ends] = [clockOf(one.startsAt, visit.zone), clockOf(one.endsAt, visit.zone)];
      return {
        ...pair(one),
        day: starts?.day ?? "",
        from: starts?.time ?? "",
        to: ends?.time ?? "",
        room: one.room,
        interpreter: one.interpreterId ? nameOf(choices.interpreters, one.interpreterId) : null,
      };
    }),
    left: left.map(pair),
  };
}
