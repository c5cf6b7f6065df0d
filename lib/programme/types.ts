import type { Audience, Capacity, ItemKind, Side, TravelMode, Visibility } from "@/lib/db/generated/enums";
import type { ConsentLevel, OrganisationKind } from "@/lib/organisation/types";
import type { Country, Sector } from "@/lib/region/types";
import type { PartialDate } from "@/lib/source/types";
import type { Texts } from "@/lib/translation/types";

export const audiences = ["guests", "hosts", "working_group", "press"] as const satisfies readonly Audience[];
export type { Audience };

/**
 * Who looks at a programme. All that is shown follows from it: a page, a paper or a calendar asks nothing else.
 * `participantId` is set for the link of one participant, which shows his own meetings too.
 */
export type Viewer = { audience: Audience | "public" | "staff"; participantId: string | null };

/**
 * A person in a programme as consent allows. Made by `lib/programme/party.ts` alone, so no output ever holds a name that it
 * must not show.
 */
export type PartyPerson =
  | {
      shown: "named";
      id: string;
      names: { latin: string | null; cyrillic: string | null; han: string | null; isHanConfirmed: boolean };
      position: Texts;
    }
  | { shown: "sector" | "counted" };

export type PartyOrganisation =
  | { shown: "named"; id: string; name: Texts; kind: OrganisationKind; country: Country }
  | { shown: "sector"; kind: OrganisationKind; country: Country; sectors: Sector[]; place: Texts }
  | { shown: "counted" };

export type PartyMember = {
  id: string;
  side: Side;
  capacity: Capacity;
  person: PartyPerson | null;
  organisation: PartyOrganisation | null;
  role: Texts;
  sectorNote: Texts;
  headcount: number | null;
  /** what may be shown of it all in all */
  shown: ConsentLevel;
};

export type GeoPoint = { lat: number; lon: number };

/** One stop. Moments are ISO in UTC, `day` is the day by the clock of the place. */
export type Stop = {
  id: string;
  kind: ItemKind;
  visibility: Visibility;
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  /** IANA name; null only where no hour is set */
  timeZone: string | null;
  isCancelled: boolean;
  needsPass: boolean;
  travelMode: TravelMode | null;
  title: Texts;
  text: Texts;
  place: Texts;
  address: Texts;
  /** for the working group alone, empty for all others */
  workingNote: Texts;
  site: { id: string; slug: string; regionSlug: string; name: Texts } | null;
  /** of the stop itself, else of its site; WGS-84 */
  point: GeoPoint | null;
  organisation: PartyOrganisation | null;
  event: Texts | null;
  host: PartyPerson | null;
  interpreter: PartyPerson | null;
  contact: PartyPerson | null;
  contactPhone: string | null;
  contactWechat: string | null;
  /** file key and name of a published document */
  document: { key: string; name: Texts } | null;
};

export type MeetingView = {
  id: string;
  stopId: string | null;
  participantId: string | null;
  organisation: PartyOrganisation | null;
  interpreter: PartyPerson | null;
  level: string | null;
  room: string | null;
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string;
  topic: Texts;
  /** for the working group alone */
  result: Texts;
};

export type PlaceView = {
  id: string;
  name: Texts;
  country: Country;
  timeZone: string | null;
  startsOn: string | null;
  endsOn: string | null;
};

/** Whom to ask: at the visit, else at the region's agency. */
export type ProgrammeContact = {
  name: Texts;
  person: PartyPerson | null;
  phone: string | null;
  email: string | null;
  wechatId: string | null;
  languages: string[];
};

/** The programme of a visit as one viewer may see it, in all its languages. */
export type Programme = {
  recordId: string;
  slug: string | null;
  region: { slug: string; name: Texts; timeZone: string };
  /** null: not sent out yet, or the public programme */
  version: number | null;
  publishedAt: string | null;
  note: string | null;
  direction: "inbound" | "outbound" | null;
  name: Texts;
  summary: Texts;
  dates: PartialDate | null;
  places: PlaceView[];
  organizer: PartyOrganisation | null;
  head: PartyPerson | null;
  members: PartyMember[];
  /** in order: by day, then by the clock */
  stops: Stop[];
  meetings: MeetingView[];
  contacts: ProgrammeContact[];
  /** languages in which the visit has a name */
  locales: ("ru" | "zh" | "en")[];
};

/** What is different in a stop. */
export const stopAspects = [
  "time",
  "place",
  "title",
  "text",
  "people",
  "contact",
  "travel",
  "document",
  "pass",
] as const;
export type StopAspect = (typeof stopAspects)[number];

/** What became of a stop between two versions, as one viewer may know it. `stop` is the newer one, where there is one. */
export type StopChange = {
  kind: "added" | "removed" | "cancelled" | "restored" | "changed";
  stop: Stop;
  before: Stop | null;
  aspects: StopAspect[];
};
