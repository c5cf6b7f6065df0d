import type { Rights } from "@/lib/auth/types";
import { travelMinutes } from "@/lib/programme/check/rules";
import { straightKm } from "@/lib/site/rules";

type Placed = { lat: number | null; lon: number | null };

function isPlaced<One extends Placed>(one: One): one is One & { lat: number; lon: number } {
  return one.lat !== null && one.lon !== null;
}

/** Each the nearest to the one before, from the first; those whose place nobody knows come last. */
export function nearestRoute<One extends Placed>(sites: readonly One[]): One[] {
  const left = sites.filter((one) => isPlaced(one));
  const route = left.splice(0, 1);
  for (let last = route[0]; last && left.length > 0; last = route.at(-1)) {
    const from = last;
    const nearest = left.reduce((best, one) => (straightKm(from, one) < straightKm(from, best) ? one : best));
    left.splice(left.indexOf(nearest), 1);
    route.push(nearest);
  }
  return [...route, ...sites.filter((one) => !isPlaced(one))];
}

/** Templates that somebody may begin with, as a condition: those of his regions and those of all. */
export function templateScope(actor: Rights) {
  if (actor.grants.some(({ role }) => role === "operator")) return {};
  return {
    OR: [{ regionId: null }, { regionId: { in: actor.grants.flatMap(({ regionId }) => regionId ?? []) } }],
  };
}

/** A tour begins each day at ten and ends by six; a stop takes an hour and a half, a way at least half an hour. */
const tour = { begins: 10 * 60, ends: 18 * 60, stop: 90, leastWay: 30 };

/** A stop of a tour: so many days after its first, from and to in minutes of the day. */
export type TourStop<One> = { site: One; day: number; from: number; to: number };

/** Gives each site of a route its hours, with the time that the way to it takes by coach; what no day has left for is tomorrow's. */
export function planTour<One extends Placed>(route: readonly One[]): TourStop<One>[] {
  const stops: TourStop<One>[] = [];
  for (const site of route) {
    const last = stops.at(-1);
    const from = last ? last.to + wayMinutes(last.site, site) : tour.begins;
    const isToday = last !== undefined && from + tour.stop <= tour.ends;
    const day = last ? last.day + (isToday ? 0 : 1) : 0;
    const start = isToday ? from : tour.begins;
    stops.push({ site, day, from: start, to: start + tour.stop });
  }
  return stops;
}

/** In whole quarters of an hour. */
function wayMinutes(from: Placed, to: Placed): number {
  if (!isPlaced(from) || !isPlaced(to)) return tour.leastWay;
  const { minutes } = travelMinutes(straightKm(from, to), "coach");
  return Math.max(tour.leastWay, Math.ceil(minutes / 15) * 15);
}
