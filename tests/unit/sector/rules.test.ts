import { describe, expect, it } from "vitest";
import { sectors } from "@/lib/region/types";
import { keyOfSector, largestSectors, sectorOfKey } from "@/lib/sector/rules";

describe("addresses of sectors", () => {
  it.each(sectors)("of %s lead back to it", (sector) => {
    expect(keyOfSector(sector)).toMatch(/^[a-z-]+$/);
    expect(sectorOfKey(keyOfSector(sector))).toBe(sector);
  });

  it.each(["oil_and_gas", "Energy", "no-such-sector", ""])("%s is none", (key) => {
    expect(sectorOfKey(key)).toBeNull();
  });
});

it("the sectors shown first have most sites and projects; outcomes and regions do not count", () => {
  const count = (sector: (typeof sectors)[number], sites: number, projects: number) => ({
    sector,
    sites,
    projects,
    regions: 5,
    outcomes: sector === "mining" ? 99 : 0,
  });
  const counts = [count("mining", 1, 0), count("energy", 2, 3), count("trade", 4, 1), count("timber", 3, 3)];
  expect(largestSectors(counts, 3).map(({ sector }) => sector)).toEqual(["timber", "energy", "trade"]);
});
