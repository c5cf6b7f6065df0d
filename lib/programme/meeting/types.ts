import type { Texts, Words } from "@/lib/translation/types";

/** Why a meeting cannot be held as it is planned. */
export const clashKinds = ["room", "interpreter", "participant", "stop", "order"] as const;
export type ClashKind = (typeof clashKinds)[number];

/** A meeting as the rules see it. Moments are instants; null: not planned yet. */
export type PlannedMeeting = {
  id: string;
  room: string | null;
  interpreterId: string | null;
  participantId: string | null;
  organisationId: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  /** when the stop lasts at which it is held; null where it belongs to none, or that has no hours */
  stop: { startsAt: Date; endsAt: Date } | null;
};

/** @property otherId the meeting that is in the way; null where it is the stop, or the meeting itself */
export type Clash = { kind: ClashKind; id: string; otherId: string | null };

export type SlotWish = {
  from: Date;
  to: Date;
  minutes: number;
  rooms: readonly string[];
  pairs: readonly { participantId: string; organisationId: string }[];
  /** one of them is given to each meeting; none: meetings without */
  interpreterIds: readonly string[];
};

/** A meeting as its organizers see it, by the clock of the region. */
export type MeetingLine = {
  id: string;
  /** ISO day and HH:MM; null: not planned yet */
  day: string | null;
  from: string | null;
  to: string | null;
  /** ends on a later day than it begins */
  isOverMidnight: boolean;
  room: string | null;
  participant: string | null;
  organisation: string | null;
  interpreter: string | null;
  stop: string | null;
  topic: Words | null;
  hasResult: boolean;
  clashes: { kind: ClashKind; otherId: string | null }[];
};

export type MeetingBoard = {
  lines: MeetingLine[];
  zone: string;
  /** what forms offer: participants in person, companies of the visit, interpreters, stops */
  choices: Record<"participants" | "organisations" | "interpreters" | "stops", { id: string; label: string }[]>;
};

/** A proposal of slots with the names of those who meet. */
export type SlotProposal = {
  lines: {
    from: string;
    to: string;
    day: string;
    room: string;
    participant: string;
    organisation: string;
    interpreter: string | null;
  }[];
  left: { participant: string; organisation: string }[];
};

/** What the page of a result needs of its meeting. */
export type ResultPage = {
  id: string;
  title: string;
  when: string | null;
  /** noted before */
  result: Texts;
  owners: Record<"cn" | "ru", { value: string; label: string }[]>;
  /** the companies that agreed */
  parties: { id: string; side: "cn" | "ru" }[];
  day: string | null;
};
