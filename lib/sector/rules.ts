import { type Sector, sectors } from "@/lib/region/types";

/** The last segment of a sector's address: words are parted by hyphens there. */
export function keyOfSector(sector: Sector): string {
  return sector.replaceAll("_", "-");
}

/** @returns null for what is no sector, and for a second spelling of one */
export function sectorOfKey(key: string): Sector | null {
  return sectors.find((sector) => keyOfSector(sector) === key) ?? null;
}
