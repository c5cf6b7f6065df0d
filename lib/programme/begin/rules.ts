import type { Rights } from "@/lib/auth/types";
import { straightKm } from "@/lib/site/rules";

type Placed = { lat: number | null; lon: number | null };

/** Each the nearest to the one before, from the first; those whose place nobody knows come last. */
export function nearestRoute<One extends Placed>(sites: readonly One[]): One[] {
  const isPlaced = (one: One): one is One & { lat: number; lon: number } => one.lat !== null && one.lon !== null;
  const left = sites.filter(isPlaced);
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
