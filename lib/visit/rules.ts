import type { Country } from "@/lib/region/types";
import type { Direction } from "@/lib/visit/types";

const zoneOfChina = "Asia/Shanghai";

/**
 * The one clock of a place: its own where one was entered; in China Beijing time; a Russian place of an inbound visit has
 * its region's.
 *
 * @returns null where no single zone is sure: other countries, and Russian stops of an outbound visit
 */
export function zoneOfPlace(place: {
  timeZone: string | null;
  country: Country;
  regionZone: string;
  direction: Direction;
}): string | null {
  if (place.timeZone) return place.timeZone;
  if (place.country === "cn") return zoneOfChina;
  return place.country === "ru" && place.direction === "inbound" ? place.regionZone : null;
}
