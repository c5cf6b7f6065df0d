import { describe, expect, it } from "vitest";
import { groupNear, placeLabels } from "@/lib/map/pins";

const itself = (point: { x: number; y: number }) => point;

describe("things at one spot", () => {
  it("stand together below the distance, apart at it and above", () => {
    const spots = (x: number) =>
      groupNear(
        [
          { x: 0, y: 0 },
          { x, y: 0 },
        ],
        itself,
        10,
      ).length;
    expect([spots(9.9), spots(10), spots(10.1)]).toEqual([1, 2, 2]);
  });

  it("are left out when they are not in the drawing", () => {
    expect(groupNear([{ x: 1, y: 1 }], () => null, 10)).toEqual([]);
  });
});

describe("names of pins", () => {
  const drawing = { width: 400, height: 300, size: 20 };
  const pin = (x: number, y: number, text = "尼亚甘市") => ({ x, y, text, radius: 10 });

  it("stand to the right where there is room", () => {
    expect(placeLabels([pin(100, 100)], drawing)[0]?.anchor).toBe("start");
  });

  it("stand to the left at the right edge", () => {
    expect(placeLabels([pin(390, 100)], drawing)[0]?.anchor).toBe("end");
  });

  it("give way to a name that stands already", () => {
    const [first, second] = placeLabels([pin(100, 100), pin(150, 110)], drawing);
    expect(first?.anchor).not.toBe("start"); // the second pin itself stands there
    expect(second).not.toBeNull();
    expect(second).not.toEqual(first);
  });

  it("are left out where no place is free", () => {
    const crowd = Array.from({ length: 12 }, (_, index) => pin(40 + (index % 4) * 25, 30 + Math.floor(index / 4) * 25));
    expect(placeLabels(crowd, { width: 150, height: 100, size: 20 })).toContain(null);
  });
});
