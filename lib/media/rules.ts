/** Widths in which a picture is made, pixels: phones, phones with fine screens, desktops. */
export const pictureWidths = [480, 960, 1440, 1920] as const;

/**
 * Widths for a picture of this one: never larger than it is. A small one is made in its own width.
 *
 * @param width  of the upright picture, pixels
 */
export function widthsFor(width: number): number[] {
  const fitting = pictureWidths.filter((one) => one <= width);
  const last = fitting.at(-1);
  if (last === undefined) return [width];
  // What lies between two steps is not lost where it is worth a file.
  return last < pictureWidths[3] && width > last * 1.1 ? [...fitting, width] : fitting;
}

/**
 * The class that keeps the focal point in sight when a picture is cut: tenths of its width and height.
 *
 * @param x percent from the left
 * @param y percent from the top
 */
export function focalClass({ x, y }: { x: number; y: number }): string {
  return `fx-${toStep(x)} fy-${toStep(y)}`;
}

function toStep(percent: number): number {
  return Math.min(10, Math.max(0, Math.round(percent / 10)));
}

/** Where the sizes of a picture lie in the store. */
export function pictureKey(storageKey: string, width: number): string {
  return `media/${storageKey}/${width}.webp`;
}

export function documentKey(storageKey: string): string {
  return `media/${storageKey}/file.pdf`;
}

/** Where an uploaded file waits until it is prepared. */
export function waitingKey(storageKey: string): string {
  return `incoming/${storageKey}`;
}

/** Public address of a size of a picture. */
export function picturePath(storageKey: string, width: number): string {
  return `/media/${storageKey}/${width}.webp`;
}

export function documentPath(storageKey: string): string {
  return `/media/${storageKey}/file.pdf`;
}

/** The size to be sent where this one is asked for: the next larger one that there is, else the largest. */
export function nearestWidth(variants: readonly number[], wished: number): number | null {
  const sorted = [...variants].sort((a, b) => a - b);
  return sorted.find((one) => one >= wished) ?? sorted.at(-1) ?? null;
}
