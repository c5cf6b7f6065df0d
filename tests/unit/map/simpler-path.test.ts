import { describe, expect, it } from "vitest";
import { simplerPath } from "@/lib/map/simpler-path";

/** The points of relative path data. */
function pointsOf(path: string): [number, number][] {
  const numbers = [...path.matchAll(/-?(?:\d+(?:\.\d+)?|\.\d+)/g)].map(([number]) => Number(number));
  let [x, y] = [0, 0];
  return Array.from({ length: numbers.length / 2 }, (_, index) => {
    x += numbers[index * 2] ?? 0;
    y += numbers[index * 2 + 1] ?? 0;
    return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
  });
}

describe("a simpler path", () => {
  it("loses points on a straight line and keeps corners", () => {
    expect(simplerPath("M0,0L5,0.1L10,0L10,5L10,10", 0.4)).toBe("M0 0l10 0 0 10");
  });

  it("keeps a bend larger than what may be lost, not one as large", () => {
    expect(pointsOf(simplerPath("M0,0L5,0.5L10,0", 0.4))).toHaveLength(3);
    expect(pointsOf(simplerPath("M0,0L5,0.4L10,0", 0.4))).toHaveLength(2);
  });

  it("ends where the line ended, however far apart the points are", () => {
    const path = simplerPath("M-2,76.8L114.3,-2L120.7,3.4L0.3,99.9", 0.4);
    expect(pointsOf(path)).toEqual([
      [-2, 76.8],
      [114.3, -2],
      [120.7, 3.4],
      [0.3, 99.9],
    ]);
    expect(path).not.toMatch(/\d\.\d*\.|Z|NaN/);
  });

  it("keeps rings closed and drops those that cannot be seen", () => {
    expect(simplerPath("M0,0L10,0L10,10L0,10Z", 0.4)).toBe("M0 0l10 0 0 10-10 0z");
    expect(simplerPath("M0,0L0.1,0L0.1,0.1Z", 0.4)).toBe("");
    expect(simplerPath("", 0.4)).toBe("");
  });
});
