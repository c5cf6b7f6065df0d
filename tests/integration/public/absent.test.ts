import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { locales } from "@/lib/i18n/locales";
import { listOutcomesOfRegion } from "@/lib/outcome/public-queries";
import { getPublishedRegion, listRegions } from "@/lib/region/public-queries";
import { listSitesOfRegion } from "@/lib/site/catalogue/public-queries";
import { getPublishedSite } from "@/lib/site/public-queries";
import { getPublishedVisit, listVisitsOfRegion } from "@/lib/visit/public-queries";
import { publicDatabase } from "@/tests/support/public-database";
import { askEverything } from "@/tests/support/public-queries";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

const hostile = [
  "",
  "no-such",
  "SEZ-NYAGAN",
  "sez-nyagan'--",
  "sez-nyagan%00",
  "../yugra",
  "__proto__",
  "и".repeat(5000),
];

describe("what does not exist", () => {
  let test: Awaited<ReturnType<typeof publicDatabase>>;

  beforeAll(async () => {
    test = await publicDatabase();
  });
  afterAll(() => test?.drop());

  it.each(hostile)("such as %j is null, never an error", async (slug) => {
    expect(await getPublishedRegion(slug, "ru")).toBeNull();
    expect(await getPublishedSite("yugra", slug, "ru")).toBeNull();
    expect(await getPublishedVisit("yugra", slug, "ru")).toBeNull();
    expect(await listOutcomesOfRegion(slug, "ru")).toEqual([]);
    expect(await listSitesOfRegion(slug, "ru")).toEqual([]);
    expect(await listVisitsOfRegion(slug, "ru")).toEqual([]);
  });

  it.each(locales)("is there in its own region and null in another (%s)", async (locale) => {
    expect((await getPublishedSite("yugra", "sez-nyagan", locale))?.slug).toBe("sez-nyagan");
    expect(await getPublishedSite("tver", "sez-nyagan", locale)).toBeNull();
    expect(await getPublishedVisit("tver", "ze-optoelectronic-yugra-2026", locale)).toBeNull();
  });

  it("is told by no query of another kind", async () => {
    expect(await getPublishedSite("yugra", "ze-optoelectronic-yugra-2026", "ru")).toBeNull();
    expect(await getPublishedVisit("yugra", "sez-nyagan", "ru")).toBeNull();
    expect(await getPublishedRegion("sez-nyagan", "ru")).toBeNull();
  });

  it("includes a region that was withdrawn, with its sites and visits, and leaves all else standing", async () => {
    await test.client.record.update({
      where: { kind_slug: { kind: "region", slug: "tver" } },
      data: { state: "withdrawn" },
    });
    expect((await listRegions("ru")).map(({ slug }) => slug)).not.toContain("tver");
    expect(await getPublishedRegion("tver", "ru")).toBeNull();
    expect(await getPublishedSite("tver", "emmauss-sez", "ru")).toBeNull();
    expect(await getPublishedVisit("tver", "liaoning-delegation-2024-06", "ru")).toBeNull();
    const everything = JSON.stringify(await askEverything("en"));
    expect(everything.includes('"slug":"yugra"')).toBe(true);
    expect(everything.includes('"slug":"tver"')).toBe(false);
    expect(everything.includes('"slug":"emmauss-sez"')).toBe(false);
  }, 90_000);
});
