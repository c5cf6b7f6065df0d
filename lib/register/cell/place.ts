import type { Notice } from "@/lib/register/types";

/** West, south, east, north of a region; degrees. */
export type Bounds = { west: number; south: number; east: number; north: number };

/** Degrees as a number, or as "61°05′20″ с.ш."; null: neither. */
export function readDegrees(cell: string | number | boolean): number | null {
  const text = String(cell)
    .normalize("NFKC")
    .trim()
    .replace(/,(?=\d)/g, ".");
  const plain = /^[-−]?\d{1,3}(?:\.\d+)?\s*°?\s*(?:с\.?\s*ш\.?|в\.?\s*д\.?|[ne])?$/iu.exec(text);
  if (plain) return Number(text.replace("−", "-").replace(/[^\d.-].*$/u, ""));
  const parts =
    /^(\d{1,3})\s*°\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”]|''|′′))?\s*(?:с\.?\s*ш\.?|в\.?\s*д\.?|[ne])?$/iu.exec(
      text,
    );
  if (!parts) return null;
  return Number((Number(parts[1]) + Number(parts[2] ?? 0) / 60 + Number(parts[3] ?? 0) / 3600).toFixed(6));
}

/** Two numbers in one cell: "61.0042, 69.0019". */
export function readPair(cell: string | number | boolean): [string, string] | null {
  const text = String(cell).normalize("NFKC").trim();
  const pieces = text.split(/\s*[;/|]\s*|\s*,\s+|\s+(?=\d)/u).filter(Boolean);
  if (pieces.length === 2 && pieces[0] && pieces[1]) return [pieces[0], pieces[1]];
  const bare = /^(-?\d{1,3}\.\d+),(-?\d{1,3}\.\d+)$/.exec(text);
  return bare?.[1] && bare[2] ? [bare[1], bare[2]] : null;
}

type Point = { lat: number; lon: number; notice: Notice | null };

/**
 * Where a place is, with the two numbers put right when they fit the region only the other way round.
 *
 * @param columns of latitude and longitude
 */
export function placeIn(lat: number, lon: number, bounds: Bounds | null, columns: [number, number]): Point {
  const isIn = (a: number, b: number) =>
    bounds !== null && a >= bounds.south && a <= bounds.north && b >= bounds.west && b <= bounds.east;
  const stood = `${lat}, ${lon}`;
  if (isIn(lat, lon)) return { lat, lon, notice: null };
  if (isIn(lon, lat) || (bounds === null && Math.abs(lat) > 90 && Math.abs(lon) <= 90)) {
    const notice: Notice = {
      code: "swapped",
      level: "confirm",
      column: columns[0],
      stood,
      understood: `${lon}, ${lat}`,
    };
    return { lat: lon, lon: lat, notice };
  }
  if (bounds === null) return { lat, lon, notice: null };
  return {
    lat,
    lon,
    notice: { code: "outside_region", level: "confirm", column: columns[0], stood, understood: stood },
  };
}
