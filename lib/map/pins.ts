export type Point = { x: number; y: number };

/** Things at one spot of a drawing; the spot is that of the first. */
export type Group<Item> = Point & { items: Item[] };

/**
 * Puts things together that would cover each other.
 *
 * @param place     where a thing stands in the drawing; null: not in it, it is left out
 * @param distance  nearer than this is the same spot, in units of the drawing
 */
export function groupNear<Item>(
  items: readonly Item[],
  place: (item: Item) => Point | null,
  distance: number,
): Group<Item>[] {
  const groups: Group<Item>[] = [];
  for (const item of items) {
    const at = place(item);
    if (!at) continue;
    const near = groups.find(({ x, y }) => Math.hypot(x - at.x, y - at.y) < distance);
    if (near) near.items.push(item);
    else groups.push({ ...at, items: [item] });
  }
  return groups;
}

export type Label = Point & { anchor: "start" | "middle" | "end" };

/** How wide a letter is against its height: Han letters are square, others about half. */
function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? size : size * 0.58), 0);
}

type Box = { left: number; right: number; top: number; bottom: number };

const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/**
 * Finds a free place for the name of each pin: right of it, left, under, above. Earlier pins choose first.
 *
 * @param size  height of the letters, in units of the drawing
 * @returns     by pin; null where every place is taken or outside, the name is then only in the pin's title
 */
export function placeLabels(
  pins: readonly (Point & { text: string; radius: number })[],
  { width, height, size }: { width: number; height: number; size: number },
): (Label | null)[] {
  const taken: Box[] = pins.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return pins.map(({ x, y, text, radius }) => {
    const long = widthOf(text, size);
    const gap = radius + size * 0.3;
    const middle = y + size * 0.35;
    const choices: (Label & { left: number })[] = [
      { x: x + gap, y: middle, anchor: "start", left: x + gap },
      { x: x - gap, y: middle, anchor: "end", left: x - gap - long },
      { x, y: y + gap + size * 0.8, anchor: "middle", left: x - long / 2 },
      { x, y: y - gap, anchor: "middle", left: x - long / 2 },
    ];
    for (const { left, ...label } of choices) {
      const box = { left, right: left + long, top: label.y - size * 0.85, bottom: label.y + size * 0.2 };
      const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
      if (!isInside || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return label;
    }
    return null;
  });
}
