import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOfKind, kindGroupKeys, kindGroups, straightKm } from "@/lib/site/rules";
import { siteKinds } from "@/lib/site/types";

describe("kinds of sites", () => {
  it("stand in one group each, host enterprises in none", () => {
    const grouped = kindGroupKeys.flatMap((group): readonly string[] => kindGroups[group]);
    expect([...grouped, "facility"].sort()).toEqual([...siteKinds].sort());
  });

  it.each(siteKinds)("%s finds its group", (kind) => {
    const group = groupOfKind(kind);
    if (kind === "facility") expect(group).toBeNull();
    else expect(kindGroups[group ?? "sez"]).toContain(kind);
  });
});

describe("a straight distance", () => {
  const moscow = { lat: 55.7558, lon: 37.6173 };
  const place = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lon: fc.double({ min: -180, max: 180, noNaN: true }),
  });

  it.each([
    ["Khabarovsk", { lat: 48.4802, lon: 135.0719 }, 6140],
    ["Tver", { lat: 56.8587, lon: 35.9176 }, 161],
    ["Beijing", { lat: 39.9042, lon: 116.4074 }, 5794],
  ])("from Moscow to %s is right to one in a hundred", (_, other, km) => {
    expect(Math.abs(straightKm(moscow, other) - km)).toBeLessThan(km / 100);
  });

  it("is nothing from a place to itself and half the globe at most", () => {
    expect(straightKm(moscow, moscow)).toBe(0);
    expect(straightKm({ lat: 0, lon: 0 }, { lat: 0, lon: 180 })).toBe(20_015);
  });

  it("crosses the date line the short way", () => {
    expect(straightKm({ lat: 0, lon: 179.5 }, { lat: 0, lon: -179.5 })).toBe(111);
  });

  it("is a number of kilometres and the same both ways", () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const km = straightKm(a, b);
        expect(Number.isInteger(km) && km >= 0 && km <= 20_016).toBe(true);
        expect(straightKm(b, a)).toBe(km);
      }),
    );
  });
});
