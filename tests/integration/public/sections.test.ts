import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listCrossings } from "@/lib/crossing/public-queries";
import type { PrismaClient } from "@/lib/db/generated/client";
import { getPublishedProject, listProjects } from "@/lib/project/public-queries";
import { getPublishedRegime, listRegimes } from "@/lib/regime/public-queries";
import { listSectors } from "@/lib/sector/public-queries";
import { listSitesOfRegime, listSitesOfSector } from "@/lib/site/links/public-queries";
import { listSources } from "@/lib/source/list/public-queries";
import { getPublishedMeasure, listMeasures } from "@/lib/support/public-queries";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

describe("projects, measures, regimes, sectors, crossings and sources", () => {
  let db: PrismaClient;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const test = await publicDatabase();
    ({ client: db, drop } = test);
  });
  afterAll(() => drop?.());

  const idOf = async (kind: "organisation" | "site" | "outcome", slug: string) =>
    (await db.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } } })).id;

  it("a project gives its sum in the currency of record, with its source, and leads to its site", async () => {
    const project = await getPublishedProject("amurbus-cluster", "ru");
    expect(project?.investment).toMatchObject({ currency: "rub", figure: { value: 6_700_000_000 } });
    expect(project?.investment?.figure.provenance.citations.length).toBeGreaterThan(0);
    expect(project?.site).toMatchObject({ slug: "rakitnoye", region: { slug: "khabarovsk" } });
    expect(project?.jobs).toBeNull();
  });

  it("a project shows its investor no further than the consent goes", async () => {
    expect((await getPublishedProject("amurbus-cluster", "ru"))?.investor).toMatchObject({ shown: "named" });
    const organisationId = await idOf("organisation", "dv-autocluster");
    await db.consent.create({ data: { organisationId, level: "sector", basis: "agreed" } });
    const investor = (await getPublishedProject("amurbus-cluster", "ru"))?.investor;
    expect(investor).toMatchObject({ shown: "sector", country: "ru" });
    expect(JSON.stringify(investor)).not.toContain("dv-autocluster");
  });

  it("a project of a site that is not published keeps its page without the site", async () => {
    const id = await idOf("site", "emmauss-sez");
    await db.record.update({ where: { id }, data: { state: "draft" } });
    expect((await getPublishedProject("emmauss-cableway", "ru"))?.site).toBeNull();
    await db.record.update({ where: { id }, data: { state: "published" } });
    expect((await getPublishedProject("emmauss-cableway", "ru"))?.site?.slug).toBe("emmauss-sez");
  });

  it("projects stand region by region", async () => {
    const regions = (await listProjects("en")).map(({ region }) => region.slug);
    expect(regions.filter((slug, index) => slug !== regions[index - 1])).toEqual([...new Set(regions)]);
  });

  it("a measure past its last day has ended and is stale; federal ones come first", async () => {
    const measure = await getPublishedMeasure("visa-free-china-2025", "zh");
    expect(measure).toMatchObject({ scope: "federal", region: null, validTo: "2026-09-14", validity: "ended" });
    expect(measure?.provenance.freshness).toBe("stale");
    const scopes = (await listMeasures("zh")).map(({ scope }) => scope);
    expect(scopes.lastIndexOf("federal")).toBeLessThan(scopes.indexOf("regional"));
  });

  it("a measure leads to its regime, and no further when that is withdrawn", async () => {
    expect((await getPublishedMeasure("sez-regime", "ru"))?.regime?.slug).toBe("sez-industrial");
    const where = { kind_slug: { kind: "regime" as const, slug: "sez-industrial" } };
    await db.record.update({ where, data: { state: "withdrawn" } });
    expect((await getPublishedMeasure("sez-regime", "ru"))?.regime).toBeNull();
    expect(await getPublishedRegime("sez-industrial", "ru")).toBeNull();
    expect(await listSitesOfRegime("sez-industrial", "ru")).toEqual([]);
    await db.record.update({ where, data: { state: "published" } });
    expect((await listSitesOfRegime("sez-industrial", "ru")).length).toBeGreaterThan(0);
  });

  it("a regime sets each rate beside the ordinary one of the same tax; the ordinary rules beside none", async () => {
    const regimes = await listRegimes("ru");
    const ordinary = regimes.find(({ isOrdinary }) => isOrdinary);
    const zone = regimes.find(({ slug }) => slug === "sez-industrial");
    const profit = (lines: (typeof regimes)[number]["lines"] = []) => lines.find(({ tax }) => tax === "profit");
    expect(profit(zone?.lines)?.ordinaryRate).toEqual(profit(ordinary?.lines)?.rate);
    expect(zone?.lines.find(({ tax }) => tax === "customs")?.ordinaryRate).toBeNull();
    expect(ordinary?.lines.map(({ ordinaryRate }) => ordinaryRate)).toEqual(ordinary?.lines.map(() => null));
    expect(zone?.minInvestmentRub?.value).toBe(120_000_000);
    expect(regimes.at(-1)?.slug).toBe("ordinary");
  });

  it("a rate past its legal term is stale at once", async () => {
    const insurance = async () =>
      (await getPublishedRegime("ordinary", "ru"))?.lines.find(({ tax }) => tax === "insurance");
    expect((await insurance())?.provenance.freshness).not.toBe("stale");
    process.env.PORTAL_NOW = "2027-01-02T00:00:00Z";
    expect((await insurance())?.provenance.freshness).toBe("stale");
    process.env.PORTAL_NOW = "2026-11-22T09:00:00Z";
  });

  it("a sector counts what readers can see of it, and only that", async () => {
    const countOf = async () => (await listSectors()).find(({ sector }) => sector === "automotive");
    const before = await countOf();
    expect(before?.sites).toBe((await listSitesOfSector("automotive", "ru")).length);
    const outcome = await db.outcome.findFirstOrThrow({ where: { record: { sectors: { has: "automotive" } } } });
    await db.outcome.update({ where: { id: outcome.id }, data: { visibility: "working" } });
    await db.record.update({
      where: { kind_slug: { kind: "project", slug: "huajing-axles" } },
      data: { state: "draft" },
    });
    const after = await countOf();
    expect(after).toEqual({
      ...before,
      outcomes: (before?.outcomes ?? 0) - 1,
      projects: (before?.projects ?? 0) - 1,
    });
  });

  it("a sector of which there is nothing is left out", async () => {
    await db.$executeRaw`UPDATE record SET sectors = array_remove(sectors, 'packaging'::sector)`;
    expect((await listSectors()).map(({ sector }) => sector)).not.toContain("packaging");
    expect((await listSectors()).map(({ sector }) => sector)).toContain("energy");
  });

  it("a crossing names the sites near it, nearest first, without those that are not published", async () => {
    const near = async () => (await listCrossings("en")).find(({ slug }) => slug === "khabarovsk-fuyuan")?.sites ?? [];
    const sites = await near();
    expect(sites.length).toBeGreaterThan(0);
    expect(sites.map(({ distanceKm }) => distanceKm)).toEqual(
      sites.map(({ distanceKm }) => distanceKm).sort((a, b) => a - b),
    );
    const slug = sites[0]?.site.slug ?? "";
    await db.record.update({ where: { kind_slug: { kind: "site", slug } }, data: { state: "draft" } });
    expect((await near()).map(({ site }) => site.slug)).not.toContain(slug);
  });

  it("a source stands in the list as long as something that readers see cites it", async () => {
    const countOf = async (code: string) =>
      (await listSources()).find((source) => source.code === code)?.factCount ?? 0;
    const source = await db.source.findFirstOrThrow();
    await db.citation.deleteMany({ where: { sourceId: source.id } });
    expect(await countOf(source.code)).toBe(0);
    const organisationId = await idOf("organisation", "raitibor");
    const fact = await db.fact.findFirstOrThrow({ where: { recordId: organisationId } });
    await db.citation.create({ data: { factId: fact.id, sourceId: source.id } });
    expect(await countOf(source.code)).toBe(1);
    await db.consent.create({ data: { organisationId, level: "counted", basis: "agreed" } });
    expect(await countOf(source.code)).toBe(0);
  });
});
