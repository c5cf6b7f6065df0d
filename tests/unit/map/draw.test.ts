import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { drawMap, type Theme } from "@/lib/map/draw";
import { mapViews } from "@/lib/map/views";
import { facts, regionNames } from "@/tests/support/facts";

const sheet = fs.readFileSync(path.resolve(import.meta.dirname, "../../../components/ui/tokens.css"), "utf8");

/** Values of the tokens in one theme. */
function tokens(theme: Theme): Record<string, string> {
  const block = theme === "light" ? /@theme \{([\s\S]*?)\n\}/ : /:root\[data-theme="dark"\] \{([\s\S]*?)\n\}/;
  const text = block.exec(sheet)?.[1] ?? "";
  return Object.fromEntries(
    [...text.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

const overview = mapViews.overview;
if (!overview) throw new Error("there is no overview");

describe.each(["light", "dark"] as const)("a base map in the %s theme", (theme) => {
  const svg = drawMap(overview, theme);
  const colours = tokens(theme);

  it("has the colours of the page's sheet and no others", () => {
    const drawn = new Set(svg.match(/#[0-9a-f]{6}/g));
    expect(drawn.size).toBeGreaterThan(5);
    expect(Object.values(colours)).toEqual(expect.arrayContaining([...drawn]));
  });

  it("paints each region in its own hue", () => {
    for (const name of regionNames) {
      const { isoCode } = facts(name).region;
      const closeUp = mapViews[isoCode.toLowerCase()];
      expect(closeUp && drawMap(closeUp, theme)).toContain(`fill="${colours[name]}"`);
    }
  });

  it("is a picture and nothing that runs or loads", () => {
    for (const view of Object.values(mapViews)) {
      expect(drawMap(view, theme)).not.toMatch(/<script|<style|style=|href|url\(|on\w+=|NaN|undefined/);
    }
  });
});

describe("the sheet", () => {
  it("has the same dark colours for a dark system and for a reader who chose dark", () => {
    const bySystem = /:root:not\(\[data-theme="light"\]\) \{([\s\S]*?)\n {2}\}/.exec(sheet)?.[1] ?? "";
    const values = Object.fromEntries(
      [...bySystem.matchAll(/--color-([\w-]+): (#[0-9a-f]{6});/g)].map(([, a, b]) => [a, b]),
    );
    expect(Object.keys(values).length).toBeGreaterThan(10);
    expect(values).toEqual(tokens("dark"));
  });
});
