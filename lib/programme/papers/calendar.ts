import { siteUrl } from "@/lib/core/env";
import { type CalendarEntry, writeCalendar } from "@/lib/core/icalendar";
import { lineOf, organisationText } from "@/lib/programme/papers/bilingual";
import { personText } from "@/lib/programme/papers/people";
import { spanText } from "@/lib/programme/papers/single";
import { paperTime } from "@/lib/programme/papers/stops";
import type { PaperWords } from "@/lib/programme/papers/words";
import { compareStops } from "@/lib/programme/rules";
import type { MeetingView, Programme, Stop } from "@/lib/programme/types";

export type CalendarInput = {
  /** all versions that were sent out, for one viewer, the oldest first; the last is what counts */
  versions: readonly Programme[];
  /** where it can be read: the page of the link, or the public page */
  url: string;
  /** row of the participant whose own meetings stand in it too */
  participantId: string | null;
  /** what all entries begin to count from; the version of a public record, which has no versions of its programme */
  base?: number;
  /** when it was made, for a programme that was never sent out */
  madeAt: Date;
};

/**
 * A programme as a calendar. An entry keeps its id through all versions and its number grows with each in which it changed;
 * what was taken out stays as cancelled, without its words: they may have been taken out because they were not for everybody.
 */
export function makeCalendar(input: CalendarInput, words: PaperWords): string {
  const { versions, url } = input;
  const current = versions.at(-1);
  const { t, locale } = words;
  const name = (current && lineOf(current.name, locale)?.text) ?? t("visits.unnamed");
  const header = {
    name,
    productId: `-//${new URL(siteUrl()).host}//portal//${locale.toUpperCase()}`,
    madeAt: momentOf(current, input.madeAt),
  };
  if (!current) return writeCalendar(header, []);
  const toEntry = (entry: Omit<CalendarEntry, "url">): CalendarEntry => ({ ...entry, url });
  const entries = [
    ...historyOf(versions, input).flatMap(
      ({ stop, sequence, changedAt, isGone }) => stopEntry(stop, { sequence, changedAt, isGone, words }) ?? [],
    ),
    ...meetingHistory(versions, input).flatMap(
      ({ meeting, sequence, changedAt, isGone }) => meetingEntry(meeting, { sequence, changedAt, isGone, words }) ?? [],
    ),
  ];
  return writeCalendar(header, entries.map(toEntry));
}

const momentOf = (programme: Programme | undefined, madeAt: Date): Date =>
  programme?.publishedAt ? new Date(programme.publishedAt) : madeAt;

type Mark = { sequence: number; changedAt: Date; isGone: boolean };

/** Each stop that ever stood in the programme, as it was last seen. */
function historyOf(versions: readonly Programme[], { base = 0, madeAt }: CalendarInput): (Mark & { stop: Stop })[] {
  const marks = new Map<string, Mark & { stop: Stop }>();
  for (const [index, programme] of versions.entries()) {
    const changedAt = momentOf(programme, madeAt);
    for (const { kind, stop } of compareStops(versions[index - 1]?.stops ?? [], programme.stops)) {
      const known = marks.get(stop.id);
      const sequence = known ? known.sequence + 1 : base;
      marks.set(stop.id, { stop, sequence, changedAt, isGone: kind === "removed" });
    }
  }
  // What did not change may still be shown otherwise: consent is that of now.
  for (const stop of versions.at(-1)?.stops ?? []) {
    const known = marks.get(stop.id);
    if (known) marks.set(stop.id, { ...known, stop });
  }
  return [...marks.values()];
}

function meetingHistory(
  versions: readonly Programme[],
  { participantId, base = 0, madeAt }: CalendarInput,
): (Mark & { meeting: MeetingView })[] {
  const marks = new Map<string, Mark & { meeting: MeetingView }>();
  if (participantId === null) return [];
  for (const programme of versions) {
    const changedAt = momentOf(programme, madeAt);
    const own = programme.meetings.filter((one) => one.participantId === participantId);
    for (const meeting of own) {
      const known = marks.get(meeting.id);
      const isSame = known && !known.isGone && JSON.stringify(known.meeting) === JSON.stringify(meeting);
      if (!isSame)
        marks.set(meeting.id, { meeting, sequence: known ? known.sequence + 1 : base, changedAt, isGone: false });
    }
    const there = new Set(own.map(({ id }) => id));
    for (const [id, known] of marks)
      if (!there.has(id) && !known.isGone)
        marks.set(id, { ...known, sequence: known.sequence + 1, changedAt, isGone: true });
  }
  return [...marks.values()];
}

const uidOf = (id: string) => `${id}@${new URL(siteUrl()).host}`;

type Entry = Omit<CalendarEntry, "url">;
type Making = Mark & { words: PaperWords };

function gone(id: string, when: CalendarEntry["when"], { sequence, changedAt, words }: Making): Entry {
  const title = words.t("paper.calendar.removed");
  const empty = { description: "", location: "", point: null };
  return { uid: uidOf(id), sequence, changedAt, when, title, ...empty, isCancelled: true };
}

/** @returns null for a stop without a day: no calendar has a place for it */
function stopEntry(stop: Stop, making: Making): Entry | null {
  const { sequence, changedAt, isGone, words } = making;
  const { t, locale } = words;
  const when = stop.startsAt ? timed(stop.startsAt, stop.endsAt) : stop.day ? { day: stop.day } : null;
  if (!when) return null;
  if (isGone) return gone(stop.id, when, making);
  const text = (texts: Stop["title"]) => lineOf(texts, locale)?.text ?? null;
  const title = text(stop.title) ?? t(`visit.item.${stop.kind}`);
  const place = text(stop.place) ?? (stop.site && text(stop.site.name));
  return {
    uid: uidOf(stop.id),
    sequence,
    changedAt,
    when,
    title: stop.isCancelled ? labelled(words, t("paper.calendar.cancelled"), title) : title,
    description: stopDescription(stop, words),
    location: [place, text(stop.address)].filter(Boolean).join(", "),
    point: stop.point,
    isCancelled: stop.isCancelled,
  };
}

const labelled = ({ t }: PaperWords, label: string, value: string) => t("paper.labelled", { label, value });

function timed(startsAt: string, endsAt: string | null): CalendarEntry["when"] {
  return { startsAt: new Date(startsAt), endsAt: endsAt ? new Date(endsAt) : null };
}

function stopDescription(stop: Stop, words: PaperWords): string {
  const { t, locale } = words;
  const time = paperTime(stop);
  const { zh, ru } = stop.address;
  const person = (role: "host" | "interpreter" | "contact") => {
    const name = personText(stop[role], words);
    return name ? labelled(words, t(`paper.stop.${role}`), name) : null;
  };
  const lines = [
    time?.beijing ? t("paper.calendar.beijing", { time: spanText(time.beijing, words) }) : null,
    lineOf(stop.text, locale)?.text ?? null,
    stop.organisation && stop.organisation.shown !== "counted" ? organisationText(stop.organisation, words).text : null,
    zh ?? null,
    ru ?? null,
    person("host"),
    person("interpreter"),
    person("contact"),
    stop.contactPhone ? labelled(words, t("paper.stop.phone"), stop.contactPhone) : null,
    stop.contactWechat ? labelled(words, t("paper.stop.wechat"), stop.contactWechat) : null,
    stop.needsPass ? t("paper.stop.pass") : null,
  ];
  return lines.filter((line) => line !== null).join("\n");
}

function meetingEntry(meeting: MeetingView, making: Making): Entry | null {
  const { sequence, changedAt, isGone, words } = making;
  const { t, locale } = words;
  if (!meeting.startsAt) return null;
  const when = timed(meeting.startsAt, meeting.endsAt);
  if (isGone) return gone(meeting.id, when, making);
  const topic = lineOf(meeting.topic, locale)?.text ?? null;
  const interpreter = personText(meeting.interpreter, words);
  const lines = [
    meeting.organisation ? organisationText(meeting.organisation, words).text : null,
    interpreter ? labelled(words, t("paper.stop.interpreter"), interpreter) : null,
  ];
  return {
    uid: uidOf(meeting.id),
    sequence,
    changedAt,
    when,
    title: topic ? t("paper.calendar.meeting", { topic }) : t("paper.calendar.meetingPlain"),
    description: lines.filter((line) => line !== null).join("\n"),
    location: meeting.room ?? "",
    point: null,
    isCancelled: false,
  };
}
