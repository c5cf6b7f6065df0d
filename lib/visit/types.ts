import type { Locale } from "@/lib/i18n/locales";
import type { OrganisationView, PersonView } from "@/lib/organisation/types";
import type { OutcomeTally, OutcomeView } from "@/lib/outcome/types";
import type { ContactView, Country, RegionRef } from "@/lib/region/types";
import type { Coordinates, SiteRef } from "@/lib/site/types";
import type { PartialDate, Provenance, Qualifier, SourceView } from "@/lib/source/types";
import type { Words } from "@/lib/translation/types";

export const directions = ["inbound", "outbound"] as const;
export type Direction = (typeof directions)[number];
export type Side = "ru" | "cn";
export type Capacity = "head" | "member" | "host" | "intermediary" | "interpreter" | "organizer";

export const itemKinds = [
  "talks",
  "site_tour",
  "plant_tour",
  "technology_show",
  "signing",
  "culture",
  "protocol",
  "transfer",
  "meal",
  "other",
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** The least that names a visit and leads to it. */
export type VisitRef = { slug: string; region: RegionRef; name: Words; dates: PartialDate | null };

/** One visit in a list. */
export type VisitRow = VisitRef & {
  direction: Direction;
  summary: Words | null;
  durationDays: number | null;
  places: Words[];
  tally: OutcomeTally;
};

/** A participant by consent: a named person, an organisation, or a group that is only counted. */
export type ParticipantView = {
  side: Side;
  capacity: Capacity;
  person: PersonView | null;
  organisation: OrganisationView | null;
  role: Words | null;
  /** of a counted group */
  headcount: number | null;
  headcountQualifier: Qualifier | null;
  sectorNote: Words | null;
};

/** One stop of the programme. `startsAt`, `endsAt`: instants (ISO, UTC) with their own zone; null: hour not published. */
export type ProgrammeItemView = {
  id: string;
  order: number;
  kind: ItemKind;
  dayOn: string | null;
  startsAt: string | null;
  endsAt: string | null;
  timeZone: string | null;
  isCancelled: boolean;
  title: Words;
  text: Words | null;
  place: Words | null;
  address: Words | null;
  site: (SiteRef & { totalAreaHa: number | null; coordinates: Coordinates | null }) | null;
  organisation: OrganisationView | null;
  event: { slug: string; name: Words } | null;
  /** straight line from the stop before, where both places are known; km */
  straightKmFromLast: number | null;
};

export type VisitPlaceView = {
  name: Words;
  country: Country;
  /** one zone for the whole place: a Russian place has its region's, China Asia/Shanghai; null where it is not sure */
  timeZone: string | null;
  startsOn: string | null;
  endsOn: string | null;
};

export type VisitView = VisitRef & {
  id: string;
  /** how often it was put in force, and when last (ISO) */
  edition: { number: number; changedAt: string };
  direction: Direction;
  summary: Words | null;
  durationDays: number | null;
  meetingsCount: { value: number; qualifier: Qualifier | null } | null;
  /** false: some or all guests were not named */
  hasPublicNames: boolean;
  places: VisitPlaceView[];
  organizer: OrganisationView | null;
  head: PersonView | null;
  participants: ParticipantView[];
  items: ProgrammeItemView[];
  outcomes: OutcomeView[];
  tally: OutcomeTally;
  events: { slug: string; name: Words }[];
  /** what this visit goes on from: an earlier visit, or only words */
  continues: VisitRef | Words | null;
  continuedBy: VisitRef[];
  replyTo: VisitRef | null;
  replies: VisitRef[];
  contact: ContactView | null;
  sources: SourceView[];
  provenance: Provenance;
  publishedLocales: Locale[];
};
