import { geoContains } from "d3-geo";
import { describe, expect, it } from "vitest";
import { capitals } from "@/lib/map/places";
import { landShape, mapViews, project, regionShapes, regionView } from "@/lib/map/views";
import { facts, regionNames } from "@/tests/support/facts";

type Place = { lat: number; lon: number };

/** Codes of the regions in whose shape a place lies. */
function regionsAt({ lat, lon }: Place): string[] {
  return regionShapes.filter((shape) => geoContains(shape, [lon, lat])).map(({ properties }) => properties.iso);
}

describe("the shapes of the regions", () => {
  it.each([
    ["the Kremlin", { lat: 55.752, lon: 37.6175 }, "RU-MOW"],
    ["Pechatniki in Moscow", { lat: 55.69, lon: 37.72 }, "RU-MOW"],
    ["Stupino, south of Moscow", { lat: 54.9, lon: 38.08 }, "RU-MOS"],
    ["Dubna, north of Moscow", { lat: 56.73, lon: 37.17 }, "RU-MOS"],
    ["Tver", { lat: 56.8587, lon: 35.9176 }, "RU-TVE"],
    ["Khabarovsk", { lat: 48.5, lon: 135.1 }, "RU-KHA"],
    ["Khanty-Mansiysk", { lat: 61.0042, lon: 69.0019 }, "RU-KHM"],
    ["Nyagan", { lat: 62.14, lon: 65.39 }, "RU-KHM"],
  ])("hold %s in its own region and in no other", (_, place, iso) => {
    expect(regionsAt(place)).toEqual([iso]);
  });

  it("hold no place in China", () => {
    expect(regionsAt({ lat: 45.75, lon: 126.63 })).toEqual([]);
    expect(regionsAt({ lat: 48.36, lon: 134.29 })).toEqual([]);
  });

  it("are there for every region of the facts, and for no other", () => {
    const codes = regionNames.map((name) => facts(name).region.isoCode);
    expect(regionShapes.map(({ properties }) => properties.iso).sort()).toEqual(codes.sort());
  });

  it.each(Object.entries(capitals))("the capital of %s stands on its own drawing", (iso, place) => {
    const view = regionView(iso);
    expect(view && project(view, place)).not.toBeNull();
  });

  it.each(regionNames)("sites of %s in Russia that are known by their plot stand in their own region", (name) => {
    const { region, sites } = facts(name);
    const located = sites.flatMap(({ slug, coordinates, country = "ru" }) =>
      coordinates && country === "ru" && coordinates.precision !== "locality" ? [{ slug, ...coordinates }] : [],
    );
    // A shape is coarser than a plot: within a tenth of a degree is near enough to its edge.
    const near = ({ lat, lon }: Place) =>
      [-0.1, 0, 0.1].flatMap((dy) => [-0.1, 0, 0.1].flatMap((dx) => regionsAt({ lat: lat + dy, lon: lon + dx })));
    expect(located.filter((site) => !near(site).includes(region.isoCode))).toEqual([]);
  });
});

describe("a drawing", () => {
  it.each(Object.values(mapViews).map((view) => [view.name, view] as const))(
    "%s holds the capitals of its regions",
    (_, view) => {
      const inside = view.isos.flatMap((iso) => {
        const capital = capitals[iso];
        return capital ? [project(view, capital)] : [];
      });
      expect(inside.length).toBeGreaterThan(0);
      for (const point of inside) {
        expect(point && point.x >= 0 && point.x <= view.width && point.y >= 0 && point.y <= view.height).toBe(true);
      }
    },
  );

  it("does not place what lies outside of it", () => {
    const view = regionView("RU-TVE");
    expect(view && project(view, { lat: 48.5, lon: 135.1 })).toBeNull();
  });

  it("knows land from water", () => {
    expect(geoContains(landShape, [100, 60])).toBe(true);
    expect(geoContains(landShape, [-30, 40])).toBe(false);
  });

  it("of a region without a shape does not exist", () => {
    expect(regionView("RU-XXX")).toBeNull();
  });
});
