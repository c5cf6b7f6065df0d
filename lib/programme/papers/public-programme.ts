import type { Locale } from "@/lib/i18n/locales";
import type { OrganisationView, PersonView } from "@/lib/organisation/types";
import type { PartyMember, PartyOrganisation, PartyPerson, Programme, Stop } from "@/lib/programme/types";
import type { Texts, Words } from "@/lib/translation/types";
import type { ParticipantView, ProgrammeItemView, VisitView } from "@/lib/visit/types";

/** One published visit as readers of each language see it. */
export type VisitViews = Record<Locale, VisitView>;

/** The same thing in each language. */
type Each<One> = Record<Locale, One>;

/**
 * The programme of a published visit, for the files that everybody may take. Made of what public pages show and of nothing
 * else: consent was applied there.
 */
export function toPublicProgramme(views: VisitViews): Programme {
  const { ru } = views;
  return {
    recordId: ru.id,
    slug: ru.slug,
    region: {
      slug: ru.region.slug,
      name: textsOf(views, ({ region }) => region.name),
      timeZone: ru.region.timeZone,
    },
    version: null,
    publishedAt: ru.edition.changedAt,
    note: null,
    direction: ru.direction,
    name: textsOf(views, ({ name }) => name),
    summary: textsOf(views, ({ summary }) => summary),
    dates: ru.dates,
    places: ru.places.map(({ country, timeZone, startsOn, endsOn }, index) => ({
      id: String(index),
      name: textsOf(views, ({ places }) => places[index]?.name ?? null),
      country,
      timeZone,
      startsOn,
      endsOn,
    })),
    organizer: toOrganisation(map(views, ({ organizer }) => organizer)),
    head: toPerson(map(views, ({ head }) => head)),
    members: ru.participants.map((_, index) =>
      toMember(
        String(index),
        map(views, ({ participants }) => participants[index] as ParticipantView),
      ),
    ),
    stops: ru.items.map((_, index) => toStop(map(views, ({ items }) => items[index] as ProgrammeItemView))),
    meetings: [],
    contacts: ru.contact
      ? [
          {
            name: textsOf(views, ({ contact }) => contact?.name ?? null),
            person: null,
            phone: ru.contact.phone,
            email: ru.contact.email,
            wechatId: null,
            languages: ru.contact.languages,
          },
        ]
      : [],
    locales: ru.publishedLocales,
  };
}

function map<From, To>(each: Each<From>, get: (one: From) => To): Each<To> {
  return { zh: get(each.zh), ru: get(each.ru), en: get(each.en) };
}

/** A page shows the next best language where its own is missing; here that would be the same text twice. */
function textsOf<From>(each: Each<From>, get: (one: From) => Words | null): Texts {
  const words = map(each, get);
  return Object.fromEntries(Object.values(words).flatMap((one) => (one ? [[one.lang, one.text] as const] : [])));
}

function toStop(item: Each<ProgrammeItemView>): Stop {
  const { ru } = item;
  const { site } = ru;
  return {
    id: ru.id,
    kind: ru.kind,
    visibility: "public",
    day: ru.dayOn,
    startsAt: ru.startsAt,
    endsAt: ru.endsAt,
    timeZone: ru.timeZone,
    isCancelled: ru.isCancelled,
    needsPass: false,
    travelMode: null,
    title: textsOf(item, ({ title }) => title),
    text: textsOf(item, ({ text }) => text),
    place: textsOf(item, ({ place }) => place),
    address: textsOf(item, ({ address }) => address),
    workingNote: {},
    site: site && {
      id: site.slug,
      slug: site.slug,
      regionSlug: site.region.slug,
      name: textsOf(item, (one) => one.site?.name ?? null),
    },
    point: site?.coordinates ? { lat: site.coordinates.lat, lon: site.coordinates.lon } : null,
    organisation: toOrganisation(map(item, ({ organisation }) => organisation)),
    event: ru.event && textsOf(item, ({ event }) => event?.name ?? null),
    host: null,
    interpreter: null,
    contact: null,
    contactPhone: null,
    contactWechat: null,
    document: null,
  };
}

function toMember(id: string, member: Each<ParticipantView>): PartyMember {
  const { side, capacity, headcount, person: view, organisation: company } = member.ru;
  const person = toPerson(map(member, ({ person: one }) => one));
  const organisation = toOrganisation(map(member, (one) => one.organisation));
  return {
    id,
    side,
    capacity,
    person,
    organisation,
    role: textsOf(member, ({ role }) => role),
    sectorNote: textsOf(member, ({ sectorNote }) => sectorNote),
    headcount,
    shown: view?.shown ?? company?.shown ?? "counted",
  };
}

function toPerson(each: Each<PersonView | null>): PartyPerson | null {
  const { ru } = each;
  if (!ru) return null;
  if (ru.shown !== "named") return { shown: ru.shown };
  // No output of a public programme leads from a person to anything else, so there is nothing to name him by.
  const position = textsOf(each, (one) => (one?.shown === "named" ? one.position : null));
  return { shown: "named", id: "", names: ru.names, position };
}

function toOrganisation(each: Each<OrganisationView | null>): PartyOrganisation | null {
  const { ru } = each;
  if (!ru) return null;
  const { shown } = ru;
  switch (shown) {
    case "counted":
      return { shown };
    case "sector": {
      const place = textsOf(each, (one) => (one?.shown === "sector" ? one.place : null));
      return { shown, kind: ru.kind, country: ru.country, sectors: ru.sectors, place };
    }
    case "named": {
      const name = textsOf(each, (one) => (one?.shown === "named" ? one.name : null));
      return { shown, id: ru.slug, name, kind: ru.kind, country: ru.country };
    }
  }
}
