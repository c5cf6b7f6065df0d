import { type Sector, sectors } from "@/lib/region/types";
import type { SectorCount } from "@/lib/sector/types";

/** The last segment of a sector's address: words are parted by hyphens there. */
export function keyOfSector(sector: Sector): string {
  return sector.replaceAll("_", "-");
}

/** @returns null for what is no sector, and for a second spelling of one */
export function sectorOfKey(key: string): Sector | null {
  return sectors.find((sector) => keyOfSector(sector) === key) ?? null;
}

/** The sectors with most sites and projects, the largest first; equal ones keep their order. */
export function largestSectors(counts: readonly SectorCount[], take: number): SectorCount[] {
  const size = ({ sites, projects }: SectorCount) => sites + projects;
  return [...counts].sort((a, b) => size(b) - size(a)).slice(0, take);
}
