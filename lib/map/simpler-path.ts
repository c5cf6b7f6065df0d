type Point = [x: number, y: number];

/**
 * The same lines with fewer points (Douglas and Peucker) and each point told from the one before it, so that a drawing
 * weighs less on the way. Rings too small to be seen go.
 *
 * @param path       absolute `M`, `L` and `Z` commands, as d3-geo writes them
 * @param tolerance  how far the line may move, in units of the drawing
 * @returns          relative path data in tenths
 */
export function simplerPath(path: string, tolerance: number): string {
  return path
    .split("M")
    .slice(1)
    .map((line) => {
      const isRing = line.endsWith("Z");
      const points = line
        .replace("Z", "")
        .split("L")
        .map((point) => point.split(",").map((value) => Math.round(Number(value) * 10)) as Point);
      const [first] = points;
      if (!first) return "";
      const kept = isRing ? simplerRing([...points, first], tolerance * 10) : simpler(points, tolerance * 10);
      return kept.length < 2 ? "" : write(kept) + (isRing ? "z" : "");
    })
    .join("");
}

/** A ring has no ends to hold on to, so its farthest point from the first one serves as the second. */
function simplerRing(points: Point[], tolerance: number): Point[] {
  const [first] = points;
  if (!first) return [];
  const far = points.reduce((best, point, index) => (reach(point) > reach(points[best] ?? first) ? index : best), 0);
  function reach([x, y]: Point) {
    return Math.hypot(x - (first?.[0] ?? 0), y - (first?.[1] ?? 0));
  }
  const ring = [...simpler(points.slice(0, far + 1), tolerance), ...simpler(points.slice(far), tolerance).slice(1, -1)];
  return ring.length < 3 ? [] : ring;
}

function simpler(points: Point[], tolerance: number): Point[] {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return points;
  let worst = 0;
  let at = 0;
  for (const [index, point] of points.entries()) {
    const away = distance(point, first, last);
    if (away > worst) [worst, at] = [away, index];
  }
  if (worst <= tolerance) return [first, last];
  return [...simpler(points.slice(0, at + 1), tolerance), ...simpler(points.slice(at), tolerance).slice(1)];
}

/** From a point to the line between two others, or to them where they are one. */
function distance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(x - fromX, y - fromY);
  const along = Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length ** 2));
  return Math.hypot(x - fromX - along * dx, y - fromY - along * dy);
}

function write(points: Point[]): string {
  let [x, y] = [0, 0];
  return points
    .map(([toX, toY], index) => {
      const step = pair(toX - x, toY - y);
      [x, y] = [toX, toY];
      if (index === 0) return `M${step}`;
      return index === 1 ? `l${step}` : step.startsWith("-") ? step : ` ${step}`;
    })
    .join("");
}

/** Two numbers in tenths, as short as path data may be written. */
function pair(x: number, y: number): string {
  const second = tenth(y);
  return tenth(x) + (second.startsWith("-") ? "" : " ") + second;
}

function tenth(value: number): string {
  return String(value / 10).replace(/^(-?)0\./, "$1.");
}
