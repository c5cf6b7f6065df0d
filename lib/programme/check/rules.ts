import type { TravelMode } from "@/lib/db/generated/enums";
import type { Programme, Stop } from "@/lib/programme/types";
import { straightKm } from "@/lib/site/rules";

export type HolidayDay = { country: "ru" | "cn"; day: string; isWorkday: boolean; name: string };

export const checkCodes = [
  "wrong_value",
  "masked_name",
  "no_programme",
  "no_dates",
  "overlap",
  "travel",
  "no_day",
  "outside_visit",
  "no_chinese",
  "no_address",
  "no_contact",
  "no_interpreter",
  "holiday",
  "pass_missing",
] as const;
export type CheckCode = (typeof checkCodes)[number];

/** What somebody should see to before guests read it. `stop` is the stop that it is about, `with` the one it collides with. */
export type ProgrammeCheck = {
  code: CheckCode;
  /** bad: guests would read something wrong, so it is not sent out; warn: probably wrong; note: worth knowing */
  level: "bad" | "warn" | "note";
  stop: string | null;
  with?: string;
  detail?: Record<string, string>;
};

/** Straight-line speed with its detours, km/h, and minutes that are lost before and after; rough on purpose, said so. */
const travel: Record<TravelMode, { kmPerHour: number; overhead: number }> = {
  walk: { kmPerHour: 4, overhead: 0 },
  car: { kmPerHour: 55, overhead: 0 },
  coach: { kmPerHour: 45, overhead: 5 },
  train: { kmPerHour: 65, overhead: 30 },
  plane: { kmPerHour: 600, overhead: 150 },
  ship: { kmPerHour: 25, overhead: 20 },
};

/** Beyond this nobody drives between two stops unless they say so; km. */
const farthestDrive = 400;

/** Minutes that a way takes at the least, and how it was thought to be travelled. */
export function travelMinutes(km: number, mode: TravelMode | null): { minutes: number; mode: TravelMode } {
  const by = mode ?? (km > farthestDrive ? "plane" : "car");
  const { kmPerHour, overhead } = travel[by];
  return { minutes: Math.ceil((km / kmPerHour) * 60) + overhead, mode: by };
}

/** Stops that take place, with hours, in time. */
function timed(stops: readonly Stop[]): (Stop & { startsAt: string })[] {
  return stops
    .filter((stop): stop is Stop & { startsAt: string } => stop.startsAt !== null && !stop.isCancelled)
    .sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
}

/** Two stops at once. Touching ends are none; one without an end lasts no time. */
export function overlaps(stops: readonly Stop[]): ProgrammeCheck[] {
  const all = timed(stops);
  return all.flatMap((stop, index) =>
    all.slice(index + 1).flatMap((other): ProgrammeCheck[] => {
      const end = stop.endsAt ?? stop.startsAt;
      return other.startsAt < end ? [{ code: "overlap", level: "warn", stop: other.id, with: stop.id }] : [];
    }),
  );
}

/** Ways that nobody makes in the time between two stops. */
export function impossibleWays(stops: readonly Stop[]): ProgrammeCheck[] {
  const all = timed(stops).filter(({ kind }) => kind !== "transfer");
  return all.flatMap((stop, index): ProgrammeCheck[] => {
    const before = all[index - 1];
    if (!before?.point || !stop.point) return [];
    const km = straightKm(before.point, stop.point);
    const gap = (Date.parse(stop.startsAt) - Date.parse(before.endsAt ?? before.startsAt)) / 60_000;
    const { minutes, mode } = travelMinutes(km, stop.travelMode);
    if (km < 2 || gap < 0 || minutes <= gap) return [];
    return [
      {
        code: "travel",
        level: "warn",
        stop: stop.id,
        with: before.id,
        detail: { km: String(km), minutes: String(minutes), gap: String(Math.round(gap)), mode },
      },
    ];
  });
}

const han = /\p{Script=Han}/u;

/**
 * All that a program can find wrong in a programme.
 *
 * @param programme  as staff see it
 * @param wrong      stops with a value that cannot be read: it would be missing for guests
 * @param named      stops in whose texts a hidden name was typed
 * @param withoutPass participants without passport data; counted only where a stop asks for a list
 */
export function checkProgramme(
  programme: Programme,
  {
    wrong,
    named,
    holidays,
    withoutPass,
  }: { wrong: readonly string[]; named: readonly string[]; holidays: readonly HolidayDay[]; withoutPass: number },
): ProgrammeCheck[] {
  const { stops, dates } = programme;
  const live = stops.filter(({ isCancelled }) => !isCancelled);
  const forGuests = live.filter(({ visibility }) => visibility !== "working");
  const each = (list: Stop[], code: CheckCode, level: ProgrammeCheck["level"]): ProgrammeCheck[] =>
    list.map(({ id }) => ({ code, level, stop: id }));
  const isOutside = ({ day }: Stop) => day !== null && dates !== null && (day < dates.from || day > dates.to);
  const passes = live.some(({ needsPass }) => needsPass);
  return [
    ...[...new Set(wrong)].map((stop): ProgrammeCheck => ({ code: "wrong_value", level: "bad", stop })),
    ...[...new Set(named)].map((stop): ProgrammeCheck => ({ code: "masked_name", level: "warn", stop })),
    ...(dates ? [] : [{ code: "no_dates", level: "warn", stop: null } as const]),
    ...(live.length > 0 ? [] : [{ code: "no_programme", level: "note", stop: null } as const]),
    ...overlaps(live),
    ...impossibleWays(live),
    ...each(live.filter(isOutside), "outside_visit", "warn"),
    ...each(
      forGuests.filter(({ day }) => day === null),
      "no_day",
      "warn",
    ),
    ...each(
      forGuests.filter(({ title }) => !han.test(title.zh ?? "")),
      "no_chinese",
      "warn",
    ),
    ...each(
      forGuests.filter(({ kind, address, site }) => kind !== "transfer" && !address.ru && !address.zh && !site),
      "no_address",
      "note",
    ),
    ...each(
      forGuests.filter(({ contact, contactPhone }) => !contact && !contactPhone),
      "no_contact",
      "note",
    ),
    ...each(
      forGuests.filter(({ kind, interpreter }) => (kind === "talks" || kind === "signing") && !interpreter),
      "no_interpreter",
      "note",
    ),
    ...holidayChecks(live, holidays),
    ...(passes && withoutPass > 0
      ? [{ code: "pass_missing", level: "warn", stop: null, detail: { count: String(withoutPass) } } as const]
      : []),
  ];
}

/** One line a day, at its first stop. */
function holidayChecks(stops: readonly Stop[], holidays: readonly HolidayDay[]): ProgrammeCheck[] {
  const first = new Map<string, Stop>();
  for (const stop of stops) if (stop.day && !first.has(stop.day)) first.set(stop.day, stop);
  return holidays.flatMap(({ country, day, isWorkday, name }): ProgrammeCheck[] => {
    const stop = first.get(day);
    if (!stop || isWorkday) return [];
    return [{ code: "holiday", level: "note", stop: stop.id, detail: { country, name, day } }];
  });
}
