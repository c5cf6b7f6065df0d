import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, makeDatabase } from "@/lib/db/make-client";
import type { Facts } from "@/prisma/seed/facts-schema/files";
import { readFacts } from "@/prisma/seed/read-facts";
import { testDatabase } from "@/tests/support/database";
import { compareWithFacts, factsFolder } from "./export/export-facts";

function countsOf({ shared, regions }: Facts) {
  const sum = (count: (file: Facts["regions"][number]) => number) =>
    regions.reduce((all, file) => all + count(file), 0);
  return {
    sources: shared.sources.length + sum((file) => file.sources.length),
    regions: regions.length,
    indicators: sum((file) => file.indicators.length),
    sites: sum((file) => file.sites.length),
    organisations: shared.organizations.length + sum((file) => file.organizations.length),
    people: shared.people.length + sum((file) => file.people.length),
    visits: sum((file) => file.visits.length),
    outcomes: sum((file) => file.visits.reduce((all, visit) => all + visit.outcomes.length, 0)),
    events: shared.events.length + sum((file) => file.events.length),
    projects: sum((file) => file.projects.length),
    places: shared.partners.length,
    ties: sum((file) => file.partners.length),
    measures: shared.support.length + sum((file) => file.support.length),
    regimes: shared.regimes.length,
    crossings: shared.crossings.length,
  };
}

describe("the facts in the database", () => {
  let database: Database;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const test = await testDatabase("facts");
    drop = test.drop;
    database = makeDatabase({ url: test.url });
  });
  afterAll(async () => {
    await database?.close();
    await drop?.();
  });

  it("are as many as in the files", async () => {
    const { client } = database;
    const published = { where: { record: { state: "published" as const } } };
    expect({
      sources: await client.source.count(),
      regions: await client.region.count(published),
      indicators: await client.indicator.count(),
      sites: await client.site.count(published),
      organisations: await client.organisation.count(published),
      people: await client.person.count(published),
      visits: await client.visit.count(published),
      outcomes: await client.outcome.count(published),
      events: await client.event.count(published),
      projects: await client.project.count(published),
      places: await client.place.count(published),
      ties: await client.tie.count(published),
      measures: await client.measure.count(published),
      regimes: await client.regime.count(published),
      crossings: await client.crossing.count(published),
    }).toEqual(countsOf(readFacts(factsFolder, [])));
  });

  it("stand in the catalogue as 52 sites and 2 facilities", async () => {
    const filter = database.client.siteFilter;
    expect(await filter.count({ where: { kind: { not: "facility" } } })).toBe(52);
    expect(await filter.count({ where: { kind: "facility" } })).toBe(2);
  });

  it("give back every value of the files: none lost, changed or added", async () => {
    const { values, differences } = await compareWithFacts(database.client);
    expect(differences).toEqual([]);
    expect(values).toBe(11_764);
  });

  it("would not pass for the same if three values were spoilt", async () => {
    const { client } = database;
    const site = await client.record.findFirstOrThrow({ where: { kind: "site", slug: "sez-nyagan" } });
    const visit = await client.visit.findFirstOrThrow({
      where: { durationDays: { not: null } },
      orderBy: { id: "asc" },
    });
    const word = { partId: site.id, field: "municipality", locale: "zh" as const };
    await client.recordText.update({
      where: { recordId_locale: { recordId: site.id, locale: "en" } },
      data: { summary: "spoilt" },
    });
    await client.partText.delete({ where: { partId_field_locale: word } });
    await client.visit.update({ where: { id: visit.id }, data: { durationDays: 99 } });
    const { differences } = await compareWithFacts(client);
    expect(differences).toHaveLength(3);
    expect(differences.join("\n")).toMatch(/sez-nyagan\/summary\/en: .* → "spoilt"/);
    expect(differences.join("\n")).toMatch(/sez-nyagan\/municipality\/zh: "尼亚甘市" → undefined/);
    expect(differences.join("\n")).toMatch(/durationDays: \d+ → 99/);
  });
});
