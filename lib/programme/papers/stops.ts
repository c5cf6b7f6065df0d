import { formatLocalTime, offsetMinutes } from "@/lib/core/zones";
import { daysBetween } from "@/lib/i18n/format";
import { joined, organisationPair, type Pair, pairOf, say } from "@/lib/programme/papers/bilingual";
import { personPair } from "@/lib/programme/papers/people";
import type { BothWords } from "@/lib/programme/papers/words";
import type { Programme, Stop } from "@/lib/programme/types";

const beijing = "Asia/Shanghai";

/** A clock time, and how many days it lies from the day under which the stop stands. */
export type Clock = { time: string; days: number };

/** Local and Beijing time of a stop, beginning and end. */
export type PaperTime = {
  zone: string;
  local: { from: Clock; to: Clock | null };
  beijing: { from: Clock; to: Clock | null } | null;
};

export type PaperStop = {
  id: string;
  number: number;
  isCancelled: boolean;
  needsPass: boolean;
  time: PaperTime | null;
  /** null where it says nothing */
  kind: Pair | null;
  title: Pair;
  text: Pair | null;
  /** place, then organisation, event */
  where: Pair | null;
  address: Pair | null;
  organisation: Pair | null;
  people: { label: Pair; name: Pair }[];
  phone: string | null;
  wechat: string | null;
  travel: Pair | null;
  note: Pair | null;
};

export type PaperDay = { day: string | null; title: Pair; stops: PaperStop[] };

/** Stops by day, numbered through. */
export function paperDays({ stops }: Programme, words: BothWords): PaperDay[] {
  const days: PaperDay[] = [];
  for (const [index, stop] of stops.entries()) {
    const paper = paperStop(stop, index + 1, words);
    const last = days.at(-1);
    if (last && last.day === stop.day) last.stops.push(paper);
    else days.push({ day: stop.day, title: dayTitle(stop.day, words), stops: [paper] });
  }
  return days;
}

function dayTitle(day: string | null, words: BothWords): Pair {
  return say(words, ({ t, dates }) =>
    day ? dates.long({ from: day, to: day, precision: "day" }) : t("paper.day.undated"),
  );
}

function paperStop(stop: Stop, number: number, words: BothWords): PaperStop {
  const kind = say(words, ({ t }) => t(`visit.item.${stop.kind}`));
  const place = pairOf(stop.place) ?? (stop.site && pairOf(stop.site.name));
  const event = stop.event && pairOf(stop.event);
  const people = (["host", "interpreter", "contact"] as const).flatMap((role) => {
    const name = personPair(stop[role], words);
    return name ? [{ label: say(words, ({ t }) => t(`paper.stop.${role}`)), name }] : [];
  });
  const organisation = organisationPair(stop.organisation, words);
  const { travelMode } = stop;
  return {
    id: stop.id,
    number,
    isCancelled: stop.isCancelled,
    needsPass: stop.needsPass,
    time: paperTime(stop),
    kind: stop.kind === "other" || Object.keys(stop.title).length === 0 ? null : kind,
    title: pairOf(stop.title) ?? kind,
    text: pairOf(stop.text),
    where: joined([place, event], " · "),
    address: pairOf(stop.address),
    organisation: isSame(organisation, place) ? null : organisation,
    people,
    phone: stop.contactPhone,
    wechat: stop.contactWechat,
    travel: travelMode && say(words, ({ t }) => t(`record.option.TravelMode.${travelMode}`)),
    note: pairOf(stop.workingNote),
  };
}

/** A place is often named by whose it is. */
function isSame(a: Pair | null, b: Pair | null): boolean {
  return a !== null && b !== null && a.zh === b.zh && a.ru === b.ru;
}

/** @returns null where no hour is set */
export function paperTime({ startsAt, endsAt, timeZone, day }: Stop): PaperTime | null {
  if (!startsAt || !timeZone) return null;
  const start = new Date(startsAt);
  const base = day ?? formatLocalTime(start, timeZone).slice(0, 10);
  const clock = (at: Date, zone: string): Clock => {
    const [on = "", time = ""] = formatLocalTime(at, zone).split(" ");
    return { time, days: daysBetween(base, on) };
  };
  const span = (zone: string) => ({ from: clock(start, zone), to: endsAt ? clock(new Date(endsAt), zone) : null });
  const isBeijing = offsetMinutes(timeZone, start) === offsetMinutes(beijing, start);
  return { zone: zoneText(timeZone, start), local: span(timeZone), beijing: isBeijing ? null : span(beijing) };
}

/** "UTC+5", with minutes only where there are some. */
export function zoneText(zone: string, at: Date): string {
  const minutes = offsetMinutes(zone, at);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const sign = minutes < 0 ? "−" : "+";
  return `UTC${sign}${hours}${rest > 0 ? `:${String(rest).padStart(2, "0")}` : ""}`;
}
