import { formatLocalTime } from "@/lib/core/zones";
import type { Locale } from "@/lib/i18n/locales";
import { compareStops } from "@/lib/programme/rules";
import type { MeetingView, Programme, Stop, StopChange, Viewer } from "@/lib/programme/types";

/**
 * Address of what a secret link shows.
 *
 * @param file a file below the page, such as `visit.ics`; left out: the page itself
 */
export function sharePath(locale: Locale, token: string, file?: string): string {
  return `/${locale}/v/${token}${file ? `/${file}` : ""}`;
}

/** What is shown of a visit before a version of it was sent out: whom to ask, and nothing else. */
export const blankProgramme = { number: null, document: { shared: {}, words: {} }, note: null, publishedAt: null };

const dayMs = 24 * 3600 * 1000;
/** How long a link lives after the visit unless somebody says otherwise, and at most from the day that it is made; days. */
export const usualDaysAfter = 30;
export const mostDays = 365;

/**
 * The last day of a new link unless somebody says otherwise.
 *
 * @param endsOn last day of the visit as ISO; null: unknown
 * @param today  as ISO
 * @returns      ISO day
 */
export function usualExpiry(endsOn: string | null, today: string): string {
  const from = endsOn && endsOn > today ? endsOn : today;
  const [first = today] = [plusDays(from, usualDaysAfter), plusDays(today, mostDays)].sort();
  return first;
}

export function plusDays(day: string, days: number): string {
  return new Date(new Date(day).getTime() + days * dayMs).toISOString().slice(0, 10);
}

/** What became of a programme between two versions, as one viewer may know it. */
export type Changes = {
  from: number | null;
  to: number | null;
  stops: StopChange[];
  /** the meetings of the one person whose link it is */
  hasOtherMeetings: boolean;
};

export function changesBetween(before: Programme, after: Programme, viewer: Viewer): Changes {
  const own = ({ meetings }: Programme) =>
    meetings
      .filter(({ participantId }) => viewer.participantId !== null && participantId === viewer.participantId)
      .map(({ result: _, ...meeting }) => meeting);
  return {
    from: before.version,
    to: after.version,
    stops: compareStops(before.stops, after.stops),
    hasOtherMeetings: JSON.stringify(own(before)) !== JSON.stringify(own(after)),
  };
}

export function isChanged({ stops, hasOtherMeetings }: Changes): boolean {
  return stops.length > 0 || hasOtherMeetings;
}

/** A stop without an end lasts until the next one begins, but no longer than this; ms. */
const longestOpenMs = 3 * 3600 * 1000;

/**
 * What goes on at a moment and what comes then, by the clock. What was cancelled does not take place; what has no hour is
 * not known to be now.
 */
export function nowAndNext(stops: readonly Stop[], at: Date): { now: Stop[]; next: Stop[] } {
  const timed = stops
    .flatMap((stop) => (stop.startsAt && !stop.isCancelled ? [{ stop, from: Date.parse(stop.startsAt) }] : []))
    .sort((a, b) => a.from - b.from);
  const ends = ({ stop, from }: (typeof timed)[number]) => {
    if (stop.endsAt) return Date.parse(stop.endsAt);
    const following = timed.find((one) => one.from > from)?.from ?? Number.POSITIVE_INFINITY;
    return Math.min(following, from + longestOpenMs);
  };
  const time = at.getTime();
  const now = timed.filter((one) => one.from <= time && time < ends(one)).map(({ stop }) => stop);
  const first = timed.find(({ from }) => from > time)?.from;
  // Two things that begin at one hour are both next: groups of a delegation part.
  return { now, next: timed.filter(({ from }) => from === first).map(({ stop }) => stop) };
}

/** By how many calendar days the clock of one zone is before or behind that of a day: 1 is the next day. */
export function dayShift(instant: string, zone: string, day: string): number {
  const there = formatLocalTime(new Date(instant), zone).slice(0, 10);
  return Math.round((Date.parse(there) - Date.parse(day)) / dayMs);
}

/** The last day of a visit: as its dates say, else that of its last stop; null where neither is known. */
export function lastDay({ dates, stops }: Pick<Programme, "dates" | "stops">): string | null {
  const days = stops.flatMap(({ day }) => day ?? []).sort();
  return dates?.to ?? days.at(-1) ?? null;
}

/** Is the last day of the visit over, by the clock of its region? */
export function isOver(programme: Programme, at: Date): boolean {
  const last = lastDay(programme);
  return last !== null && formatLocalTime(at, programme.region.timeZone).slice(0, 10) > last;
}

/** The meetings of the one person whose link it is, in the order of the clock. */
export function ownMeetings({ meetings }: Programme, { participantId }: Viewer): MeetingView[] {
  return meetings
    .filter((meeting) => participantId !== null && meeting.participantId === participantId)
    .sort((a, b) => ((a.startsAt ?? "9") < (b.startsAt ?? "9") ? -1 : 1));
}
