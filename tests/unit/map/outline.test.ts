import { describe, expect, it } from "vitest";
import { outlineOf } from "@/lib/map/outline";
import { mapViews } from "@/lib/map/views";
import { facts, regionNames } from "@/tests/support/facts";

const { overview } = mapViews;
if (!overview) throw new Error("there is no overview");

describe("the outline that comes with the home page", () => {
  const outline = outlineOf(overview);

  it("shows the land and every region of the facts", () => {
    const shown = outline.regions.filter(({ path }) => /^M.+z$/.test(path)).map(({ isoCode }) => isoCode);
    expect(shown.sort()).toEqual(regionNames.map((name) => facts(name).region.isoCode).sort());
    expect(outline.land).toMatch(/^M.+/);
    expect(outline.graticule).toMatch(/^M.+/);
  });

  it("is light enough to come with the page, in whole units", () => {
    const paths = [outline.graticule, outline.land, ...outline.regions.map(({ path }) => path)].join("");
    expect(paths.length).toBeLessThan(6500);
    expect(paths).not.toMatch(/\.|NaN|undefined/);
  });
});
