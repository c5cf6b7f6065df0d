import { readFileSync } from "node:fs";
import path from "node:path";
import { renderSVG } from "uqr";

/** Line art and hue of a region's land, for covers and heads of papers. */
export type CoverArt = { motif: string | null; hue: string };

/** Hues of the light sheet: paper is white. */
const hues: Record<string, string> = {
  yugra: "#0b6a70",
  khabarovsk: "#9a4b0a",
  tver: "#3c6626",
  moscow: "#96283d",
  "moscow-oblast": "#74590c",
};
const primary = "#173ea5";

const arts = new Map<string, CoverArt>();

/** @returns plain lines and the primary hue for a region that has none of its own */
export function coverArt(region: string): CoverArt {
  const known = arts.get(region);
  if (known) return known;
  const art = { motif: Object.hasOwn(hues, region) ? readMotif(region) : null, hue: hues[region] ?? primary };
  arts.set(region, art);
  return art;
}

/** White on the dark cover; templates lay it on thinly. */
function readMotif(region: string): string | null {
  try {
    const file = path.join(/* turbopackIgnore: true */ process.cwd(), "public/motifs", `${region}.svg`);
    return readFileSync(file, "utf8").replaceAll('stroke="#000"', 'stroke="#fff" stroke-opacity="0.24"');
  } catch {
    return null;
  }
}

/** Black on white with the quiet border that readers need. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: "M", border: 4, whiteColor: "#fff", blackColor: "#000" });
}
