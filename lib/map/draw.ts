import { type GeoPermissibleObjects, geoGraticule10, geoPath } from "d3-geo";
import { simplerPath } from "@/lib/map/simpler-path";
import { landShape, type MapView, regionShapes } from "@/lib/map/views";

export type Theme = "light" | "dark";

/** The tokens of the sheet that a map needs: a picture does not see the page's sheet. */
const palette: Record<
  Theme,
  { water: string; land: string; line: string; shore: string; regions: Record<string, string>; region: string }
> = {
  light: {
    water: "#f3f6fa",
    land: "#ffffff",
    line: "#d3dbe6",
    shore: "#7d8a9e",
    region: "#173ea5",
    regions: {
      "RU-KHM": "#0b6a70",
      "RU-KHA": "#9a4b0a",
      "RU-TVE": "#3c6626",
      "RU-MOW": "#96283d",
      "RU-MOS": "#74590c",
    },
  },
  dark: {
    water: "#141d2d",
    land: "#0d1421",
    line: "#2c394f",
    shore: "#71809a",
    region: "#94b3ff",
    regions: {
      "RU-KHM": "#72c6c9",
      "RU-KHA": "#eba96f",
      "RU-TVE": "#a0ca89",
      "RU-MOW": "#f29dac",
      "RU-MOS": "#dcc06d",
    },
  },
};

/** A bend smaller than this, in units of the drawing, cannot be seen. */
const finest = 0.4;

/** The hue of a region on dark ground; the primary for one that has none. */
export function regionHue(isoCode: string): string {
  return palette.dark.regions[isoCode] ?? palette.dark.region;
}

/**
 * Draws a base map: water, land, a graticule, regions in their hues. No state borders. A close-up shows its regions as
 * washes with outlines, so that pins stand out on them.
 *
 * @returns an SVG document without scripts and styles
 */
export function drawMap(view: MapView, theme: Theme): string {
  const colours = palette[theme];
  const drawn = geoPath(view.projection).digits(1);
  const path = (shape: GeoPermissibleObjects) => simplerPath(drawn(shape) ?? "", finest);
  const isCloseUp = !view.name.startsWith("overview");
  const shapes = regionShapes.map((shape) => {
    const { iso } = shape.properties;
    const hue = colours.regions[iso] ?? colours.region;
    const d = path(shape);
    if (!isCloseUp) return `<path d="${d}" fill="${hue}" stroke="${colours.land}" stroke-width=".8"/>`;
    if (!view.isos.includes(iso)) return `<path d="${d}" fill="none" stroke="${colours.line}"/>`;
    return `<path d="${d}" fill="${hue}" fill-opacity="${view.isos.length > 1 ? 0.28 : 0.12}" stroke="${hue}" stroke-width="1.4"/>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view.width} ${view.height}" stroke-linejoin="round">`,
    `<path d="M0 0H${view.width}V${view.height}H0z" fill="${colours.water}"/>`,
    `<path d="${path(geoGraticule10())}" fill="none" stroke="${colours.line}" stroke-width=".6"/>`,
    `<path d="${path(landShape)}" fill="${colours.land}" stroke="${colours.shore}" stroke-width=".7"/>`,
    ...shapes,
    "</svg>",
  ].join("");
}
