import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listRegions } from "@/lib/region/public-queries";
import { getCatalogue, listSitesOfRegion } from "@/lib/site/catalogue/public-queries";
import { everySite, toggled } from "@/lib/site/catalogue/rules";
import type { SiteFilter } from "@/lib/site/catalogue/types";
import { sitesPerPage } from "@/lib/site/rules";
import { facts, regionNames } from "@/tests/support/facts";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

const ask = (filter: Partial<SiteFilter> = {}) => getCatalogue({ ...everySite, ...filter }, "ru");
const sum = (options: { count: number }[]) => options.reduce((total, { count }) => total + count, 0);

describe("the catalogue", () => {
  let drop: () => Promise<void>;

  beforeAll(async () => {
    drop = (await publicDatabase()).drop;
  });
  afterAll(() => drop?.());

  const entries = regionNames.flatMap((name) => facts(name).sites);

  it("holds every site of the facts, and no host enterprise", async () => {
    const { total } = await ask();
    expect(total).toBe(52);
    expect(total).toBe(entries.filter(({ kind }) => kind !== "facility").length);
  });

  it("shows each site once over all pages, and nothing behind the last", async () => {
    const { pageCount, total } = await ask();
    const pages = await Promise.all(Array.from({ length: pageCount }, (_, index) => ask({ page: index + 1 })));
    const slugs = pages.flatMap(({ rows }) => rows.map(({ slug }) => slug));
    expect(slugs).toHaveLength(total);
    expect(new Set(slugs).size).toBe(total);
    expect(pages.slice(0, -1).every(({ rows }) => rows.length === sitesPerPage)).toBe(true);
    expect((await ask({ page: pageCount + 1 })).rows).toEqual([]);
    expect((await ask({ page: 10_000 })).total).toBe(total);
  });

  it("sorts by area, those without one last", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => ask({ page })));
    const areas = pages.flatMap(({ rows }) => rows.map(({ totalAreaHa }) => totalAreaHa?.value ?? -1));
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    expect(areas.filter((area) => area === -1)).toHaveLength(pages[0]?.unknownAreaCount ?? -1);
  });

  it("counts in each group every site once", async () => {
    const { facets, total } = await ask();
    expect(sum(facets.regions)).toBe(total);
    expect(sum(facets.kinds)).toBe(total);
    expect(sum(facets.statuses)).toBe(total);
  });

  const starts: [string, Partial<SiteFilter>][] = [
    ["everything", {}],
    ["a region", { regions: ["moscow"] }],
    ["a kind", { kinds: ["sez"] }],
    ["a region and a kind", { regions: ["moscow", "tver"], kinds: ["sez", "industrial_park"] }],
    ["a status", { statuses: ["planned"] }],
  ];

  it.each(starts)("promises from %s just what each further choice gives", async (_, start) => {
    const filter = { ...everySite, ...start };
    const { facets } = await getCatalogue(filter, "ru");
    const choices = [
      ...facets.regions.map(({ slug, count }) => ({ next: { ...filter, regions: [slug] }, count })),
      ...facets.kinds.map(({ kind, count }) => ({ next: { ...filter, kinds: [kind] }, count })),
      ...facets.statuses.map(({ status, count }) => ({ next: { ...filter, statuses: [status] }, count })),
    ];
    const totals = await Promise.all(choices.map(async ({ next }) => (await getCatalogue(next, "ru")).total));
    expect(totals).toEqual(choices.map(({ count }) => count));
    expect(choices.length).toBeGreaterThan(10);
  });

  it("gives of several choices in one group what either gives, of two groups what both give", async () => {
    const [moscow, tver, both, sez] = await Promise.all([
      ask({ regions: ["moscow"] }),
      ask({ regions: ["tver"] }),
      ask({ regions: ["moscow", "tver"] }),
      ask({ regions: ["moscow", "tver"], kinds: ["sez"] }),
    ]);
    expect(both.total).toBe(moscow.total + tver.total);
    expect(sez.rows.every(({ kind, region }) => /^sez_/.test(kind) && /moscow|tver/.test(region.slug))).toBe(true);
    expect(sez.total).toBeLessThan(both.total);
  });

  it("is empty and whole for a region that does not exist", async () => {
    const catalogue = await ask({ regions: ["atlantis"] });
    expect(catalogue).toMatchObject({ rows: [], total: 0, pageCount: 1, pins: [], unplacedCount: 0 });
  });

  it("puts each site of the answer on the map once or says that it is on none", async () => {
    for (const filter of [everySite, toggled(everySite, "regions", "yugra")]) {
      const { pins, unplacedCount, total } = await getCatalogue(filter, "zh");
      const placed = pins.flatMap(({ sites }) => sites.map(({ slug }) => slug));
      expect(new Set(placed).size).toBe(placed.length);
      expect(placed.length + unplacedCount).toBe(total);
    }
  });

  it("agrees with the numbers of the regions, and their pages show the host enterprises too", async () => {
    const [{ facets }, regions] = await Promise.all([ask(), listRegions("ru")]);
    expect(regions.map(({ slug, siteCount }) => [slug, siteCount])).toEqual(
      facets.regions.map(({ slug, count }) => [slug, count]),
    );
    const lists = await Promise.all(regionNames.map((name) => listSitesOfRegion(name, "ru")));
    expect(lists.map((rows) => rows.length)).toEqual(regionNames.map((name) => facts(name).sites.length));
  });
});
