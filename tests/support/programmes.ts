import type { PartyMember, Programme, Stop } from "@/lib/programme/types";

/** A stop with what every stop has. */
export function bareStop(id: string, over: Partial<Stop> = {}): Stop {
  return {
    id,
    kind: "talks",
    visibility: "guest",
    day: "2026-12-14",
    startsAt: null,
    endsAt: null,
    timeZone: "Europe/Moscow",
    isCancelled: false,
    needsPass: false,
    travelMode: null,
    title: { ru: "Переговоры", zh: "会谈" },
    text: {},
    place: {},
    address: { ru: "ул. Ленина, 1", zh: "列宁街1号" },
    workingNote: {},
    site: null,
    point: null,
    organisation: null,
    event: null,
    host: null,
    interpreter: null,
    contact: null,
    contactPhone: null,
    contactWechat: null,
    document: null,
    ...over,
  };
}

/** A participant of the guests who is only counted. */
export function bareMember(id: string, over: Partial<PartyMember> = {}): PartyMember {
  return {
    id,
    side: "cn",
    capacity: "member",
    person: { shown: "counted" },
    organisation: null,
    role: {},
    sectorNote: {},
    headcount: null,
    shown: "counted",
    ...over,
  };
}

export function bareProgramme(over: Partial<Programme> = {}): Programme {
  return {
    recordId: "visit",
    slug: "visit",
    region: { slug: "yugra", name: { ru: "Югра", zh: "尤格拉" }, timeZone: "Asia/Yekaterinburg" },
    version: 1,
    publishedAt: "2026-12-01T08:00:00.000Z",
    note: null,
    direction: "inbound",
    name: { ru: "Визит", zh: "访问" },
    summary: {},
    dates: { from: "2026-12-14", to: "2026-12-15", precision: "day" },
    places: [],
    organizer: null,
    head: null,
    members: [],
    stops: [],
    meetings: [],
    contacts: [],
    locales: ["zh", "ru"],
    ...over,
  };
}
