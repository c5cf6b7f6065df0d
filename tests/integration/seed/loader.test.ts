import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, makeDatabase } from "@/lib/db/make-client";
import type { Facts } from "@/prisma/seed/facts-schema/files";
import type { SiteFact } from "@/prisma/seed/facts-schema/site";
import { readFacts } from "@/prisma/seed/read-facts";
import { seedFacts } from "@/prisma/seed/seed-facts";
import { testDatabase } from "@/tests/support/database";
import { factsFolder } from "./export/export-facts";
import { fingerprint } from "./fingerprint";

const NOW = new Date("2026-11-22T09:00:00Z");
const LATER = new Date("2026-12-01T09:00:00Z");

let database: Database;
let drop: () => Promise<void>;
let facts: Facts;

async function open(template: "empty" | "facts") {
  const test = await testDatabase(template);
  drop = test.drop;
  database = makeDatabase({ url: test.url, statementTimeoutMs: 60_000 });
  facts = readFacts(factsFolder, []);
}
afterEach(async () => {
  await database.close();
  await drop();
});

const seed = (now = LATER) => seedFacts(database.client, facts, { now });
const recordOf = (kind: "site" | "outcome" | "person" | "region", slug: string) =>
  database.client.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } }, include: { texts: true } });

function siteFact(slug: string): SiteFact {
  const site = facts.regions.flatMap((file) => file.sites).find((fact) => fact.slug === slug);
  if (!site) throw new Error(`no site ${slug}`);
  return site;
}
function outcomeFact(slug: string) {
  const visits = facts.regions.flatMap((file) => file.visits);
  const outcome = visits.flatMap((visit) => visit.outcomes).find((fact) => fact.slug === slug);
  if (!outcome) throw new Error(`no outcome ${slug}`);
  return outcome;
}

describe("loading into an empty database", () => {
  beforeEach(() => open("empty"));

  it("writes all facts and says how many", async () => {
    const summary = await seed(NOW);
    expect(summary).toMatchObject({ created: 811, changed: 0, unchanged: 0, differences: [] });
    expect(await database.client.record.count({ where: { seedHash: { not: null }, seedVersion: 1 } })).toBe(811 - 356);
  });

  it("leaves nothing when it is cut off before the end", async () => {
    const before = await fingerprint(database.pool);
    const cut = seedFacts(database.client, facts, {
      now: NOW,
      beforeCommit: async () => {
        throw new Error("cut off");
      },
    });
    await expect(cut).rejects.toThrow("cut off");
    expect(await fingerprint(database.pool)).toEqual(before);
  });

  it("lets two loaders that start at once write once", async () => {
    const summaries = await Promise.all([seed(NOW), seed(NOW)]);
    expect(summaries.map((summary) => summary.created).sort()).toEqual([0, 811]);
    expect(summaries.map((summary) => summary.unchanged).sort()).toEqual([0, 811]);
  });
});

describe("loading again", () => {
  beforeEach(() => open("facts"));

  it("writes nothing when the facts are the same", async () => {
    const before = await fingerprint(database.pool);
    expect(await seed()).toMatchObject({ created: 0, changed: 0, unchanged: 811, rows: 0, differences: [] });
    expect(await fingerprint(database.pool)).toEqual(before);
  });

  it("takes over a changed fact where nobody edited the rows, and nothing else", async () => {
    const fact = siteFact("sez-nyagan");
    fact.totalAreaHa = 280;
    fact.summary = { ...fact.summary, en: "Another summary." };
    fact.readiness = fact.readiness?.slice(0, 1);
    const other = await recordOf("site", "esipovo");
    expect(await seed()).toMatchObject({ created: 0, changed: 1, unchanged: 810, differences: [] });
    const record = await recordOf("site", "sez-nyagan");
    expect(record).toMatchObject({ version: 2, seedVersion: 2, state: "published" });
    expect(record.texts.find((text) => text.locale === "en")).toMatchObject({
      summary: "Another summary.",
      state: "published",
      version: 2,
      sourceVersion: 2,
    });
    const site = await database.client.site.findUniqueOrThrow({
      where: { id: record.id },
      include: { stages: true, filter: true },
    });
    expect(site.totalAreaHa?.toNumber()).toBe(280);
    expect(site.filter?.totalAreaHa).toBe(280);
    expect(site.stages).toHaveLength(1);
    expect(await recordOf("site", "esipovo")).toEqual(other);
    expect(await seed()).toMatchObject({ changed: 0, unchanged: 811, rows: 0 });
  });

  it("forgets a figure that a changed fact no longer has", async () => {
    const fact = siteFact("sez-nyagan");
    fact.totalAreaHa = undefined;
    fact.figures = undefined;
    await seed();
    const { id } = await recordOf("site", "sez-nyagan");
    const site = await database.client.site.findUniqueOrThrow({ where: { id } });
    expect(site.totalAreaHa).toBeNull();
    expect(await database.client.fact.count({ where: { partId: id, field: "totalAreaHa" } })).toBe(0);
  });

  it("leaves rows that staff edited, and lists the difference until it is settled", async () => {
    const { id } = await recordOf("site", "sez-nyagan");
    await database.client.site.update({ where: { id }, data: { totalAreaHa: 300 } });
    await database.client.record.update({ where: { id }, data: { version: 2 } });
    siteFact("sez-nyagan").totalAreaHa = 280;

    const summary = await seed();
    expect(summary).toMatchObject({ changed: 0, unchanged: 810 });
    expect(summary.differences).toMatchObject([
      { subject: "site", slug: "sez-nyagan", recordId: id, reason: "edited" },
    ]);
    const site = await database.client.site.findUniqueOrThrow({ where: { id } });
    expect(site.totalAreaHa?.toNumber()).toBe(300);
    const [stored] = await database.client.seedDifference.findMany();
    expect(stored).toMatchObject({ slug: "sez-nyagan", foundAt: LATER, document: { totalAreaHa: 280 } });

    const before = await fingerprint(database.pool);
    expect(await seed()).toMatchObject({ rows: 0, differences: [{ slug: "sez-nyagan" }] });
    expect(await fingerprint(database.pool)).toEqual(before);

    await database.client.record.update({ where: { id }, data: { seedHash: stored?.seedHash, seedVersion: 2 } });
    expect(await seed()).toMatchObject({ differences: [] });
    expect(await database.client.seedDifference.count()).toBe(0);
  });

  it("leaves an edited record alone, without a task, while its fact stays the same", async () => {
    const { id } = await recordOf("site", "sez-nyagan");
    await database.client.record.update({ where: { id }, data: { version: 2 } });
    expect(await seed()).toMatchObject({ rows: 0, differences: [] });
  });

  it("lists a fact that is gone and keeps its rows, until staff withdraw them", async () => {
    const { id } = await recordOf("site", "raslovo-park");
    for (const file of facts.regions) file.sites = file.sites.filter((fact) => fact.slug !== "raslovo-park");
    const summary = await seed();
    expect(summary.differences).toMatchObject([{ subject: "site", slug: "raslovo-park", reason: "removed" }]);
    expect(await recordOf("site", "raslovo-park")).toMatchObject({ state: "published" });
    await database.client.record.update({ where: { id }, data: { state: "withdrawn" } });
    expect(await seed()).toMatchObject({ differences: [] });
  });

  it("takes over a changed source, leaves an edited one, lists one that is gone", async () => {
    const [changed, edited, gone] = facts.shared.sources;
    if (!changed || !edited || !gone) throw new Error("too few sources");
    changed.title = "Another title";
    edited.title = "A third title";
    await database.client.source.update({ where: { code: edited.id }, data: { title: "Title by staff" } });
    facts.shared.sources = facts.shared.sources.filter((source) => source.id !== gone.id);
    const summary = await seed();
    expect(summary).toMatchObject({ changed: 1 });
    expect(summary.differences).toMatchObject([
      { subject: "source", slug: edited.id, reason: "edited" },
      { subject: "source", slug: gone.id, reason: "removed" },
    ]);
    const titleOf = (code: string) =>
      database.client.source.findUniqueOrThrow({ where: { code }, select: { title: true } });
    expect(await titleOf(changed.id)).toEqual({ title: "Another title" });
    expect(await titleOf(edited.id)).toEqual({ title: "Title by staff" });
  });

  it("lets two sources swap their addresses", async () => {
    const [a, b] = facts.shared.sources.filter((source) => source.url);
    if (!a || !b) throw new Error("too few sources");
    [a.url, b.url] = [b.url, a.url];
    expect(await seed()).toMatchObject({ changed: 2, differences: [] });
  });

  it("does not bring back a person who took consent away", async () => {
    const { id } = await recordOf("person", "liu-shengli");
    await database.client.consent.create({ data: { personId: id, level: "counted", basis: "agreed" } });
    const person = facts.regions.flatMap((file) => file.people).find((fact) => fact.slug === "liu-shengli");
    if (!person) throw new Error("no such person");
    person.position = { ru: "Директор", zh: "总经理", en: "Director" };
    await seed();
    expect(await recordOf("person", "liu-shengli")).toMatchObject({ state: "withdrawn", version: 2 });
    expect(await database.client.person.findUniqueOrThrow({ where: { id } })).toMatchObject({
      consentLevel: "counted",
    });
  });

  it("moves an outcome by a further step, and gives a reason when it goes back", async () => {
    const slug = "ze-optoelectronic-yugra-2026-1";
    const stages = async () => {
      const { id } = await recordOf("outcome", slug);
      const steps = await database.client.outcomeStep.findMany({ where: { outcomeId: id }, orderBy: { id: "asc" } });
      return steps.map((step) => [step.fromStage, step.toStage, step.reason]);
    };
    expect(await stages()).toEqual([[null, "announced", null]]);
    outcomeFact(slug).status = "in-progress";
    await seed();
    outcomeFact(slug).status = "announced";
    await seed();
    expect(await stages()).toEqual([
      [null, "announced", null],
      ["announced", "in_work", null],
      ["in_work", "announced", "correction of the facts"],
    ]);
  });

  it("refills the filter of all sites when their region changes", async () => {
    const yugra = facts.regions.find((file) => file.region.slug === "yugra");
    const [source] = yugra?.region.sources ?? [];
    if (!yugra || !source) throw new Error("no yugra");
    yugra.region.legalFlags = [{ flag: "foreign_ownership", value: "no", asOf: "2026-01-01", sources: [source] }];
    await seed();
    const { id } = await recordOf("region", "yugra");
    const filters = await database.client.siteFilter.findMany({ where: { regionId: id } });
    expect(new Set(filters.map((filter) => filter.foreignOwnership))).toEqual(new Set(["no"]));
  });
});
