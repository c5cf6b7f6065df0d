import { formatDay } from "@/lib/core/dates";
import { formatLocalTime } from "@/lib/core/zones";
import type { Compiled } from "@/lib/publishing/compile";
import { listAt, tidy } from "@/lib/publishing/sheet";
import type { Sheet } from "@/lib/publishing/types";

/** When a stop is, as its row says; moments in ms. */
export type StopTime = {
  id: string;
  day: string | null;
  start: number | null;
  end: number | null;
  zone: string | null;
};

/** A stop is put somewhere else: one place earlier or later in its day, to another day, or behind another stop. */
export type Move =
  | { kind: "earlier" | "later" }
  | { kind: "day"; day: string }
  | { kind: "behind"; day: string; other: string | null };

const dayMs = 24 * 3600 * 1000;

export function stopTimes(compiled: Compiled): StopTime[] {
  return (compiled.rows.items ?? []).map(({ id, columns: { startsAt, endsAt, timeZone, dayOn } }) => {
    const zone = typeof timeZone === "string" ? timeZone : null;
    const start = startsAt instanceof Date && zone ? startsAt.getTime() : null;
    const own = dayOn instanceof Date ? formatDay(dayOn) : null;
    return {
      id,
      zone,
      start,
      end: start !== null && endsAt instanceof Date ? endsAt.getTime() : null,
      day: start !== null && zone ? formatLocalTime(new Date(start), zone).slice(0, 10) : own,
    };
  });
}

/** In the order in which people read them: by day, then by the clock; without an hour behind the stop before. */
export function timesInOrder(times: readonly StopTime[]): StopTime[] {
  let last = { day: "", start: 0 };
  const keyed = times.map((time) => {
    const day = time.day ?? "9999";
    const start = time.start ?? (day === last.day ? last.start : 0);
    last = { day, start };
    return { time, day, start };
  });
  return keyed.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.start - b.start)).map(({ time }) => time);
}

/** A new stop on a day, behind all others of it. */
export function addStop(sheet: Sheet, id: string, values: Record<string, string>): Sheet {
  const row = Object.entries(values).map(([name, value]) => [`rows.items.${id}.${name}`, value]);
  return tidy({
    ...sheet,
    ...Object.fromEntries(row),
    "rows.items": [...listAt(sheet, "rows.items"), id].join(" "),
  });
}

/**
 * Moves a stop. Neighbours with hours change places: each keeps its length, the pause between them stays. On another day it
 * keeps its hour, or begins when the stop ends behind which it was put.
 *
 * @returns the sheet as it was where there is nothing to move
 */
export function moveStop(sheet: Sheet, times: readonly StopTime[], id: string, move: Move): Sheet {
  const ordered = timesInOrder(times);
  const stop = ordered.find((one) => one.id === id);
  if (!stop) return sheet;
  if (move.kind === "day") return toDay(sheet, stop, move.day);
  if (move.kind === "behind") {
    if (move.other === id) return sheet;
    const isHere = stop.day === move.day;
    if (!isHere) return behind(toDay(sheet, stop, move.day), { ...stop, day: move.day }, ordered, move.other);
    return stepTo(sheet, times, stop, move.other);
  }
  const sameDay = ordered.filter(({ day }) => day === stop.day);
  const at = sameDay.findIndex((one) => one.id === id);
  const other = sameDay[move.kind === "earlier" ? at - 1 : at + 1];
  if (!other) return sheet;
  return move.kind === "earlier" ? exchange(sheet, other, stop) : exchange(sheet, stop, other);
}

/** Within one day a stop goes past its neighbours one by one. */
function stepTo(sheet: Sheet, times: readonly StopTime[], stop: StopTime, other: string | null): Sheet {
  const sameDay = timesInOrder(times).filter(({ day }) => day === stop.day);
  const at = sameDay.findIndex(({ id }) => id === stop.id);
  const behindAt = other === null ? -1 : sameDay.findIndex(({ id }) => id === other);
  const to = behindAt < at ? behindAt + 1 : behindAt;
  if (to === at || (other !== null && behindAt < 0)) return sheet;
  let [next, current]: [Sheet, StopTime[]] = [sheet, sameDay];
  for (let index = at; index !== to; index += Math.sign(to - at)) {
    const [first, second] = index < to ? [current[index], current[index + 1]] : [current[index - 1], current[index]];
    if (!first || !second) break;
    const [a, b] = exchanged(first, second);
    next = write(write(swapped(next, first.id, second.id), a), b);
    current = current.map((one) => (one.id === first.id ? b : one.id === second.id ? a : one));
  }
  return next;
}

/** Two neighbours change places: the second comes first. */
function exchange(sheet: Sheet, first: StopTime, second: StopTime): Sheet {
  const [a, b] = exchanged(first, second);
  return write(write(swapped(sheet, first.id, second.id), a), b);
}

function exchanged(first: StopTime, second: StopTime): [StopTime, StopTime] {
  if (first.start === null || second.start === null) return [first, second];
  const length = (one: StopTime) => (one.end ?? one.start ?? 0) - (one.start ?? 0);
  const pause = Math.max(0, second.start - (first.end ?? first.start));
  const secondEnd = first.start + length(second);
  const firstStart = secondEnd + (length(second) === 0 && pause === 0 ? second.start - first.start : pause);
  const moved = (one: StopTime, start: number): StopTime => ({
    ...one,
    start,
    end: one.end === null ? null : start + length(one),
  });
  return [moved(first, firstStart), moved(second, first.start)];
}

function swapped(sheet: Sheet, a: string, b: string): Sheet {
  const ids = listAt(sheet, "rows.items").map((id) => (id === a ? b : id === b ? a : id));
  return { ...sheet, "rows.items": ids.join(" ") };
}

function toDay(sheet: Sheet, stop: StopTime, day: string): Sheet {
  if (stop.start === null || !stop.zone || !stop.day) return tidy({ ...sheet, [`rows.items.${stop.id}.dayOn`]: day });
  const by = Math.round((Date.parse(day) - Date.parse(stop.day)) / dayMs);
  return write(sheet, stop, by);
}

function behind(sheet: Sheet, stop: StopTime, all: readonly StopTime[], otherId: string | null): Sheet {
  const ids = listAt(sheet, "rows.items").filter((id) => id !== stop.id);
  const other = all.find(({ id }) => id === otherId);
  const first = all.find(({ day, id }) => day === stop.day && id !== stop.id);
  const at = other ? ids.indexOf(other.id) + 1 : first ? ids.indexOf(first.id) : ids.length;
  ids.splice(at, 0, stop.id);
  const next = { ...sheet, "rows.items": ids.join(" ") };
  const start = other?.end ?? null;
  if (start === null || stop.start === null) return next;
  return write(next, { ...stop, start, end: stop.end === null ? null : start + (stop.end - stop.start) });
}

/** Its moments by its own clock; whole days are added on the calendar, so that a change of clocks moves no hour. */
function write(sheet: Sheet, { id, start, end, zone }: StopTime, plusDays = 0): Sheet {
  if (start === null || !zone) return sheet;
  const print = (at: number | null) => {
    if (at === null) return "";
    const [day = "", hour] = formatLocalTime(new Date(at), zone).split(" ");
    return `${formatDay(new Date(Date.parse(day) + plusDays * dayMs))} ${hour}`;
  };
  const path = `rows.items.${id}`;
  const dayOn = sheet[`${path}.dayOn`] ? { [`${path}.dayOn`]: print(start).slice(0, 10) } : {};
  return tidy({ ...sheet, ...dayOn, [`${path}.startsAt`]: print(start), [`${path}.endsAt`]: print(end) });
}
