import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { getPublishedSite } from "@/lib/site/public-queries";
import { loadBacking } from "@/lib/source/public-queries";
import { publicDatabase } from "@/tests/support/public-database";

vi.mock("next/cache", () => ({ unstable_cache: (query: unknown) => query }));

describe("where a figure comes from", () => {
  let db: PrismaClient;
  let drop: () => Promise<void>;
  let siteId: string;
  let stageId: string;
  let sources: { id: string; code: string }[];

  beforeAll(async () => {
    const test = await publicDatabase();
    ({ client: db, drop } = test);
    siteId = (await db.record.findUniqueOrThrow({ where: { kind_slug: { kind: "site", slug: "sez-nyagan" } } })).id;
    const stage = await db.siteStage.findFirstOrThrow({ where: { siteId } });
    stageId = stage.id;
    await db.fact.deleteMany({ where: { recordId: siteId, partId: stageId } });
    await db.fact.deleteMany({ where: { recordId: siteId, partId: siteId, field: { not: "all" } } });
    sources = await db.source.findMany({ where: { publishedOn: { not: null } }, orderBy: { code: "asc" }, take: 3 });
  });
  afterAll(() => drop?.());

  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  async function cite(input: {
    partId: string;
    field: string;
    asOf?: string;
    source?: number;
    kind: "site" | "stage";
  }) {
    const { partId, field, asOf, source, kind } = input;
    await db.fact.create({
      data: {
        partId,
        recordId: siteId,
        kind,
        field,
        ...(asOf ? { asOf: day(asOf), asOfPrecision: "day" } : {}),
        ...(source === undefined ? {} : { citations: { create: { sourceId: sources[source]?.id ?? "" } } }),
      },
    });
  }
  const codes = async (partId: string, field: string) => {
    const provenance = (await loadBacking([siteId])).provenance(siteId, partId, field);
    return { codes: provenance.citations.map(({ source }) => source.code), asOf: provenance.asOf?.to };
  };

  it("is its record where neither the figure nor its row says more", async () => {
    const ofRecord = await codes(siteId, "all");
    expect(ofRecord.codes.length).toBeGreaterThan(0);
    expect(await codes(siteId, "totalAreaHa")).toEqual(ofRecord);
    expect(await codes(stageId, "areaHa")).toEqual(ofRecord);
  });

  it("is its row before its record, and the figure itself before its row", async () => {
    await cite({ partId: stageId, kind: "stage", field: "all", asOf: "2026-03-01", source: 0 });
    expect(await codes(stageId, "areaHa")).toEqual({ codes: [sources[0]?.code], asOf: "2026-03-01" });
    await cite({ partId: stageId, kind: "stage", field: "areaHa", asOf: "2026-05-05", source: 1 });
    expect(await codes(stageId, "areaHa")).toEqual({ codes: [sources[1]?.code], asOf: "2026-05-05" });
    expect(await codes(stageId, "premisesM2")).toEqual({ codes: [sources[0]?.code], asOf: "2026-03-01" });
  });

  it("keeps a figure's own date where only its sources are the record's", async () => {
    const ofRecord = await codes(siteId, "all");
    await cite({ partId: siteId, kind: "site", field: "availableAreaHa", asOf: "2025-09-09" });
    expect(await codes(siteId, "availableAreaHa")).toEqual({ codes: ofRecord.codes, asOf: "2025-09-09" });
  });

  it("shows the value of a source that disagrees beside the one that counts", async () => {
    await cite({ partId: siteId, kind: "site", field: "totalAreaHa", asOf: "2026-01-01", source: 0 });
    const fact = await db.fact.findUniqueOrThrow({ where: { partId_field: { partId: siteId, field: "totalAreaHa" } } });
    await db.citation.create({
      data: { factId: fact.id, sourceId: sources[2]?.id ?? "", position: 1, agrees: false, saysValue: 77.5 },
    });
    const site = await getPublishedSite("yugra", "sez-nyagan", "en");
    const citations = site?.totalAreaHa?.provenance.citations ?? [];
    expect(citations).toHaveLength(2);
    expect(citations).toContainEqual(
      expect.objectContaining({
        agrees: false,
        saysValue: 77.5,
        source: expect.objectContaining({ code: sources[2]?.code }),
      }),
    );
    expect(site?.totalAreaHa?.value).not.toBe(77.5);
  });

  it("is never nothing: a figure that nothing backs is an error, not a figure", async () => {
    const backing = await loadBacking([]);
    expect(() => backing.provenance(siteId)).toThrow(/nothing backs/);
    expect(() => backing.figure(1, siteId)).toThrow(/nothing backs/);
    expect(backing.figure(null, siteId)).toBeNull();
  });
});
