import { type GeoProjection, geoConicEqualArea, geoMercator, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, GeometryCollection, MultiPoint } from "geojson";
import land from "@/lib/map/shapes/land.json";
import regions from "@/lib/map/shapes/regions.json";

/** Shape of a region by its ISO 3166-2 code. Natural Earth, public domain. */
export type RegionShape = Feature<FeatureCollection["features"][number]["geometry"], { iso: string }>;

/** Eurasia as one shape: land against water, no borders. Natural Earth, public domain. */
export const landShape = land as GeometryCollection;
export const regionShapes = (regions as FeatureCollection).features as RegionShape[];

/** A drawing of fixed size; pins are placed by `project` in its units. */
export type MapView = { name: string; width: number; height: number; projection: GeoProjection; isos: string[] };

const frame = (...coordinates: [number, number][]): MultiPoint => ({ type: "MultiPoint", coordinates });

function overview(name: string, width: number, height: number): MapView {
  const corners = frame([24, 56], [36, 48], [152, 56], [142, 42], [116, 37], [72, 43], [75, 68], [142, 66]);
  const projection = geoConicEqualArea()
    .rotate([-92, 0])
    .parallels([42, 62])
    .fitExtent(
      [
        [width * 0.05, height * 0.05],
        [width * 0.95, height * 0.93],
      ],
      corners,
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  return { name, width, height, projection, isos: regionShapes.map(({ properties }) => properties.iso) };
}

function closeUp(name: string, isos: string[], width: number, height: number): MapView {
  const features = regionShapes.filter(({ properties }) => isos.includes(properties.iso));
  const projection = geoMercator()
    .fitExtent(
      [
        [24, 24],
        [width - 24, height - 24],
      ],
      { type: "FeatureCollection", features },
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ]);
  return { name, width, height, projection, isos };
}

/** Regions too small to read on the overview, enlarged together. */
export const centralIsos = ["RU-TVE", "RU-MOS", "RU-MOW"];

/** All drawings there are; a region without a shape has none of its own. */
export const mapViews: Record<string, MapView> = Object.fromEntries(
  [
    overview("overview", 1320, 620),
    overview("overview-small", 420, 270),
    closeUp("central", centralIsos, 420, 360),
    ...regionShapes.map(({ properties }) => closeUp(properties.iso.toLowerCase(), [properties.iso], 640, 460)),
  ].map((view) => [view.name, view]),
);

/** The drawing of one region; null for a region whose shape is not in the files. */
export function regionView(isoCode: string): MapView | null {
  return mapViews[isoCode.toLowerCase()] ?? null;
}

/** @returns null for a place outside of the drawing */
export function project(view: MapView, { lat, lon }: Place): { x: number; y: number } | null {
  const point = view.projection([lon, lat]);
  if (!point) return null;
  const [x, y] = point.map((value) => Math.round(value * 10) / 10) as [number, number];
  return x < 0 || y < 0 || x > view.width || y > view.height ? null : { x, y };
}

type Place = { lat: number; lon: number };

/** The shortest way over the globe between two places, as path data. */
export function arcPath(view: MapView, from: Place, to: Place): string {
  const line = {
    type: "LineString" as const,
    coordinates: [
      [from.lon, from.lat],
      [to.lon, to.lat],
    ],
  };
  return geoPath(view.projection).digits(1)(line) ?? "";
}
