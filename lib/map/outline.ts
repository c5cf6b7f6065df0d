import { type GeoPermissibleObjects, geoGraticule10, geoPath } from "d3-geo";
import { simplerPath } from "@/lib/map/simpler-path";
import { landShape, type MapView, regionShapes } from "@/lib/map/views";

/** Path data of a map that stands in the page itself. */
export type Outline = { graticule: string; land: string; regions: { isoCode: string; path: string }[] };

/** A bend smaller than this, in units of the drawing, is left out: the outline is on the way before anything else. */
const finest = 1.3;

const drawn = new Map<string, Outline>();

/** The lines of a map in whole units, so that they weigh little enough to come with the page. */
export function outlineOf(view: MapView): Outline {
  const known = drawn.get(view.name);
  if (known) return known;
  const toPath = geoPath(view.projection).digits(0);
  const path = (shape: GeoPermissibleObjects) => simplerPath(toPath(shape) ?? "", finest);
  const outline = {
    graticule: path(geoGraticule10()),
    land: path(landShape),
    regions: regionShapes.map((shape) => ({ isoCode: shape.properties.iso, path: path(shape) })),
  };
  drawn.set(view.name, outline);
  return outline;
}
