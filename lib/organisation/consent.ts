import type { ConsentLevel } from "@/lib/organisation/types";

const order: readonly ConsentLevel[] = ["counted", "sector", "named"];

/**
 * What may be shown where several consents meet: the least of all.
 *
 * @returns `counted` when there is none at all
 */
export function leastConsent(...levels: (ConsentLevel | null | undefined)[]): ConsentLevel {
  const given = levels.filter((level) => level !== null && level !== undefined);
  return order[Math.min(...given.map((level) => order.indexOf(level)))] ?? "counted";
}
