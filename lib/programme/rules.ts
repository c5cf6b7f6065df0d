import { formatDay } from "@/lib/core/dates";
import { formatLocalTime } from "@/lib/core/zones";
import type { Capacity, Direction, ItemField, ItemKind, Side, TravelMode, Visibility } from "@/lib/db/generated/enums";
import { locales } from "@/lib/i18n/locales";
import type { ConsentLevel } from "@/lib/organisation/types";
import type { Party } from "@/lib/programme/party";
import type {
  GeoPoint,
  MeetingView,
  PartyMember,
  PlaceView,
  Programme,
  ProgrammeContact,
  Stop,
  StopAspect,
  StopChange,
  Viewer,
} from "@/lib/programme/types";
import type { Compiled } from "@/lib/publishing/compile";
import type { Columns } from "@/lib/publishing/field-values";
import type { RecordDocument } from "@/lib/publishing/types";
import type { Country } from "@/lib/region/types";
import type { PartialDate } from "@/lib/source/types";
import type { Texts } from "@/lib/translation/types";

/** Who sees which stops. Nothing else decides it. */
const seenBy: Record<Viewer["audience"], readonly Visibility[]> = {
  public: ["public"],
  press: ["public"],
  guests: ["public", "guest"],
  hosts: ["public", "guest"],
  working_group: ["public", "guest", "working"],
  staff: ["public", "guest", "working"],
};

/** Those who see what is kept from guests in a stop. */
const insiders: readonly Viewer["audience"][] = ["hosts", "working_group", "staff"];
/** Those who see notes and results. */
const workers: readonly Viewer["audience"][] = ["working_group", "staff"];
/** Those who get telephone numbers of people on the spot. */
const callers: readonly Viewer["audience"][] = ["guests", "hosts", "working_group", "staff"];

export function seesStop(viewer: Viewer, visibility: Visibility): boolean {
  return seenBy[viewer.audience].includes(visibility);
}

/** What a programme points to outside itself. */
export type ProgrammeRefs = {
  sites: ReadonlyMap<string, { slug: string; regionSlug: string; name: Texts; point: GeoPoint | null }>;
  events: ReadonlyMap<string, Texts>;
  documents: ReadonlyMap<string, { key: string; name: Texts }>;
  agency: ProgrammeContact | null;
};

export type ProgrammeHead = {
  id: string;
  slug: string | null;
  zone: string;
  region: { slug: string; name: Texts; timeZone: string };
  version: number | null;
  publishedAt: string | null;
  note: string | null;
};

/** A typed value of a column that the shape of visits describes: what it cannot be is not there. */
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const day = (value: unknown): string | null => (value instanceof Date ? formatDay(value) : null);
const moment = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);
const number = (value: unknown): number | null => (typeof value === "number" ? value : null);

/**
 * The programme of a visit as one viewer may see it: stops by their visibility, fields by what is hidden, names by consent.
 * Every output of a visit is made from this and from nothing else.
 *
 * @param document the sheets of the visit: a version that was sent out, or the work of the moment
 * @param compiled the same document's shared sheet as columns; what was typed wrong is missing in it
 */
export function toProgramme(
  head: ProgrammeHead,
  document: RecordDocument,
  compiled: Compiled,
  { party, refs, viewer }: { party: Party; refs: ProgrammeRefs; viewer: Viewer },
): Programme {
  const raw = (part: string, field: string) => textsAt(document, `texts.${part}.${field}`);
  const words = (part: string, field: string) => party.mask(raw(part, field));
  const { columns, rows } = compiled;
  const isInside = insiders.includes(viewer.audience);
  const members = (rows.participants ?? []).map((row) => toMember(row, party, words));
  const stops = (rows.items ?? [])
    .map((row) => toStop(row, { party, refs, words, viewer, isInside }))
    .filter((stop) => seesStop(viewer, stop.visibility));
  const seen = new Set(stops.map(({ id }) => id));
  const meetings = (rows.meetings ?? [])
    .map((row) => toMeeting(row, { party, words, viewer, zone: head.zone }))
    .filter(
      ({ participantId, stopId }) =>
        workers.includes(viewer.audience) ||
        (viewer.participantId !== null &&
          participantId === viewer.participantId &&
          (stopId === null || seen.has(stopId))),
    );
  return {
    recordId: head.id,
    slug: head.slug,
    region: head.region,
    version: head.version,
    publishedAt: head.publishedAt,
    note: viewer.audience === "public" ? null : party.maskText(head.note),
    direction: text(columns.direction) as Direction | null,
    name: party.mask(textsAt(document, "name")),
    summary: party.mask(textsAt(document, "summary")),
    dates: toDates(columns),
    places: (rows.places ?? []).map(({ id, columns: place }): PlaceView => {
      const country = (text(place.country) ?? "ru") as Country;
      return {
        id,
        name: words(id, "name"),
        country,
        timeZone: text(place.timeZone) ?? (country === "cn" ? "Asia/Shanghai" : null),
        startsOn: day(place.startsOn),
        endsOn: day(place.endsOn),
      };
    }),
    organizer: party.organisation(text(columns.organizerId)),
    head: party.person(text(columns.headId)),
    members,
    stops: inOrder(stops),
    meetings,
    contacts: viewer.audience === "public" ? [] : toContacts(rows.contacts ?? [], words, party, refs.agency),
    locales: locales.filter((locale) => textsAt(document, "name")[locale]),
  };
}

type Row = { id: string; columns: Columns };
type WordsOf = (part: string, field: string) => Texts;

/** A text of a document in the languages that it has. */
export function textsAt(document: RecordDocument, path: string): Texts {
  return Object.fromEntries(
    locales.flatMap((locale) => {
      const value = document.words[locale]?.[path]?.trim();
      return value ? [[locale, value]] : [];
    }),
  );
}

function toDates(columns: Columns): PartialDate | null {
  const { startsOn, endsOn } = columns;
  if (!(startsOn instanceof Date)) return null;
  const precision = (text(columns.datePrecision) ?? "day") as PartialDate["precision"];
  return { from: formatDay(startsOn), to: formatDay(endsOn instanceof Date ? endsOn : startsOn), precision };
}

/** A post names a person as surely as a name does: it goes with the name. */
function toMember({ id, columns }: Row, party: Party, words: WordsOf): PartyMember {
  const own = (text(columns.consentLevel) ?? "counted") as ConsentLevel;
  const personId = text(columns.personId);
  const person = party.person(personId, own);
  const organisationId = text(columns.organisationId);
  const organisation = party.organisation(organisationId, own) ?? party.organisationOf(personId, own);
  const shown = person?.shown ?? organisation?.shown ?? own;
  return {
    id,
    side: (text(columns.side) ?? "cn") as Side,
    capacity: (text(columns.capacity) ?? "member") as Capacity,
    person,
    organisation,
    role: shown === "named" ? words(id, "role") : {},
    sectorNote: shown === "counted" ? {} : words(id, "sectorNote"),
    headcount: number(columns.headcount),
    shown,
  };
}

function toStop(
  { id, columns }: Row,
  {
    party,
    refs,
    words,
    viewer,
    isInside,
  }: { party: Party; refs: ProgrammeRefs; words: WordsOf; viewer: Viewer; isInside: boolean },
): Stop {
  const hidden = Array.isArray(columns.hiddenFields) ? columns.hiddenFields : [];
  const isSeen = (field: ItemField) => isInside || !hidden.includes(field);
  const isCaller = callers.includes(viewer.audience);
  const [starts, timeZone] = [columns.startsAt, text(columns.timeZone)];
  const siteId = text(columns.siteId);
  const site = siteId ? refs.sites.get(siteId) : undefined;
  const [lat, lon] = [number(columns.lat), number(columns.lon)];
  const documentId = text(columns.documentId);
  const eventId = text(columns.eventId);
  return {
    id,
    kind: (text(columns.kind) ?? "other") as ItemKind,
    visibility: (text(columns.visibility) ?? "working") as Visibility,
    day: starts instanceof Date && timeZone ? formatLocalTime(starts, timeZone).slice(0, 10) : day(columns.dayOn),
    startsAt: timeZone ? moment(starts) : null,
    endsAt: timeZone ? moment(columns.endsAt) : null,
    timeZone,
    isCancelled: columns.isCancelled === true,
    needsPass: columns.needsPass === true,
    travelMode: text(columns.travelMode) as TravelMode | null,
    title: words(id, "title"),
    text: isSeen("text") ? words(id, "text") : {},
    place: isSeen("place") ? words(id, "place") : {},
    address: isSeen("address") ? words(id, "address") : {},
    workingNote: workers.includes(viewer.audience) ? words(id, "workingNote") : {},
    site: site && siteId ? { id: siteId, slug: site.slug, regionSlug: site.regionSlug, name: site.name } : null,
    point: isSeen("address") ? (lat !== null && lon !== null ? { lat, lon } : (site?.point ?? null)) : null,
    organisation: party.organisation(text(columns.organisationId)),
    event: eventId ? (refs.events.get(eventId) ?? null) : null,
    host: isSeen("host") ? party.person(text(columns.hostId)) : null,
    interpreter: isSeen("interpreter") ? party.person(text(columns.interpreterId)) : null,
    contact: isSeen("contact") ? party.person(text(columns.contactId)) : null,
    contactPhone: isCaller && isSeen("contact") ? text(columns.contactPhone) : null,
    contactWechat: isCaller && isSeen("contact") ? text(columns.contactWechat) : null,
    document: documentId && isSeen("document") ? (refs.documents.get(documentId) ?? null) : null,
  };
}

function toMeeting(
  { id, columns }: Row,
  { party, words, viewer, zone }: { party: Party; words: WordsOf; viewer: Viewer; zone: string },
): MeetingView {
  return {
    id,
    stopId: text(columns.itemId),
    participantId: text(columns.participantId),
    organisation: party.organisation(text(columns.organisationId)),
    interpreter: party.person(text(columns.interpreterId)),
    level: text(columns.level),
    room: party.maskText(text(columns.room)),
    startsAt: moment(columns.startsAt),
    endsAt: moment(columns.endsAt),
    timeZone: zone,
    topic: words(id, "topic"),
    result: workers.includes(viewer.audience) ? words(id, "result") : {},
  };
}

function toContacts(rows: Row[], words: WordsOf, party: Party, agency: ProgrammeContact | null): ProgrammeContact[] {
  const own = rows.map(({ id, columns }): ProgrammeContact => {
    const languages = Array.isArray(columns.languages) ? columns.languages.map(String) : [];
    return {
      name: words(id, "name"),
      person: party.person(text(columns.personId)),
      phone: text(columns.phone),
      email: text(columns.email),
      wechatId: text(columns.wechatId),
      languages,
    };
  });
  return own.length > 0 ? own : agency ? [agency] : [];
}

/** By day, those without a day last; within a day by the clock, where one without an hour stays behind the one before it. */
export function inOrder(stops: readonly Stop[]): Stop[] {
  const days = [...new Set(stops.map(({ day: on }) => on))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
  );
  return days.flatMap((on) => {
    let last = "";
    const keyed = stops
      .filter((stop) => stop.day === on)
      .map((stop) => {
        last = stop.startsAt ?? last;
        return { stop, key: last };
      });
    return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ stop }) => stop);
  });
}

/** What became of each stop, in the order of the newer programme; what is gone comes last. */
export function compareStops(before: readonly Stop[], after: readonly Stop[]): StopChange[] {
  const old = new Map(before.map((stop) => [stop.id, stop]));
  const fresh = new Set(after.map(({ id }) => id));
  const changes = after.flatMap((stop): StopChange[] => {
    const was = old.get(stop.id);
    if (!was) return [{ kind: "added", stop, before: null, aspects: [] }];
    const aspects = differentAspects(was, stop);
    if (stop.isCancelled !== was.isCancelled)
      return [{ kind: stop.isCancelled ? "cancelled" : "restored", stop, before: was, aspects }];
    return aspects.length > 0 ? [{ kind: "changed", stop, before: was, aspects }] : [];
  });
  const gone = before
    .filter(({ id }) => !fresh.has(id))
    .map((stop): StopChange => ({ kind: "removed", stop, before: stop, aspects: [] }));
  return [...changes, ...gone];
}

const aspectFields: Record<StopAspect, readonly (keyof Stop)[]> = {
  time: ["day", "startsAt", "endsAt", "timeZone"],
  place: ["place", "address", "site", "point"],
  title: ["title", "kind"],
  text: ["text", "event", "workingNote"],
  people: ["organisation", "host", "interpreter"],
  contact: ["contact", "contactPhone", "contactWechat"],
  travel: ["travelMode"],
  document: ["document"],
  pass: ["needsPass"],
};

function differentAspects(a: Stop, b: Stop): StopAspect[] {
  const differs = (field: keyof Stop) => JSON.stringify(a[field]) !== JSON.stringify(b[field]);
  return (Object.keys(aspectFields) as StopAspect[]).filter((aspect) => aspectFields[aspect].some(differs));
}
