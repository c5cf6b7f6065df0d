import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Prisma } from "@/lib/db/generated/client";
import type { Kind, OutcomeStage } from "@/lib/db/generated/enums";
import { type Database, makeDatabase } from "@/lib/db/make-client";
import { testDatabase } from "@/tests/support/database";

class Undone extends Error {}

describe("the database", () => {
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

  /** Each test sees the facts as loaded: its own changes are rolled back. */
  async function undone(work: (tx: Prisma.TransactionClient) => Promise<void>) {
    const transaction = database.client.$transaction(async (tx) => {
      await work(tx);
      throw new Undone();
    });
    await expect(transaction).rejects.toThrow(Undone);
  }
  async function idOf(tx: Prisma.TransactionClient, kind: Kind, slug: string) {
    return (await tx.record.findUniqueOrThrow({ where: { kind_slug: { kind, slug } } })).id;
  }
  const checkNow = (tx: Prisma.TransactionClient) => tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`;
  const OUTCOME = "ze-optoelectronic-yugra-2026-1";

  it("moves an outcome up the whole ladder and closes it as kept, with evidence", () =>
    undone(async (tx) => {
      const outcomeId = await idOf(tx, "outcome", OUTCOME);
      const { id: sourceId } = await tx.source.findFirstOrThrow();
      const ladder: OutcomeStage[] = ["announced", "agreed", "signed", "in_work", "launched", "kept"];
      for (const [index, toStage] of ladder.slice(1).entries()) {
        await tx.outcomeStep.create({ data: { outcomeId, fromStage: ladder[index], toStage, sourceId } });
      }
      expect(await tx.outcome.findUniqueOrThrow({ where: { id: outcomeId } })).toMatchObject({ stage: "kept" });
    }));

  it("closes an outcome as not continued, with the reason", () =>
    undone(async (tx) => {
      const outcomeId = await idOf(tx, "outcome", OUTCOME);
      const reason = "the investor chose another region";
      await tx.outcomeStep.create({ data: { outcomeId, fromStage: "announced", toStage: "discontinued", reason } });
      expect(await tx.outcome.findUniqueOrThrow({ where: { id: outcomeId } })).toMatchObject({ stage: "discontinued" });
    }));

  it("opens a closed outcome again only with a reason", () =>
    undone(async (tx) => {
      const outcomeId = await idOf(tx, "outcome", OUTCOME);
      await tx.outcomeStep.create({ data: { outcomeId, fromStage: "announced", toStage: "kept", reason: "invited" } });
      const again = { outcomeId, fromStage: "kept", toStage: "in_work", reason: "a second invitation" } as const;
      await tx.outcomeStep.create({ data: again });
      expect(await tx.outcome.findUniqueOrThrow({ where: { id: outcomeId } })).toMatchObject({ stage: "in_work" });
    }));

  it("leaves a step when a due date moves", () =>
    undone(async (tx) => {
      const id = await idOf(tx, "outcome", OUTCOME);
      const dueOn = new Date("2027-12-31");
      await tx.outcome.update({ where: { id }, data: { dueOn, duePrecision: "year" } });
      const steps = await tx.outcomeStep.findMany({ where: { outcomeId: id, reason: "due date moved" } });
      expect(steps).toMatchObject([{ fromStage: "announced", toStage: "announced", dueOn }]);
    }));

  it("leads from an old address to the record, and lets a new record take the address", () =>
    undone(async (tx) => {
      const id = await idOf(tx, "site", "sez-nyagan");
      await tx.record.update({ where: { id }, data: { slug: "nyagan-sez" } });
      const where = { kind_slug: { kind: "site", slug: "sez-nyagan" } } as const;
      expect(await tx.slugRedirect.findUnique({ where })).toMatchObject({ recordId: id });
      await tx.record.update({ where: { id }, data: { slug: "sez-nyagan" } });
      expect(await tx.slugRedirect.findUnique({ where })).toBeNull();
    }));

  it("takes words and backing of a row along when the row goes", () =>
    undone(async (tx) => {
      const recordId = await idOf(tx, "site", "sez-nyagan");
      const stages = { recordId, kind: "stage" } as const;
      expect(await tx.partText.count({ where: stages })).toBeGreaterThan(0);
      await tx.siteStage.deleteMany({ where: { siteId: recordId } });
      expect(await tx.part.count({ where: stages })).toBe(0);
      expect(await tx.partText.count({ where: stages })).toBe(0);
      expect(await tx.fact.count({ where: stages })).toBe(0);
    }));

  it("hides a person at once who takes consent away", () =>
    undone(async (tx) => {
      const personId = await idOf(tx, "person", "liu-shengli");
      await tx.consent.create({ data: { personId, level: "counted", basis: "agreed" } });
      expect(await tx.record.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ state: "withdrawn" });
      expect(await tx.person.findUniqueOrThrow({ where: { id: personId } })).toMatchObject({ consentLevel: "counted" });
    }));

  it("lets a translation go without the other languages", () =>
    undone(async (tx) => {
      const recordId = await idOf(tx, "site", "sez-nyagan");
      await tx.recordText.delete({ where: { recordId_locale: { recordId, locale: "zh" } } });
      await checkNow(tx);
      expect(await tx.partText.count({ where: { recordId, locale: "zh" } })).toBe(0);
      expect(await tx.recordText.count({ where: { recordId, state: "published" } })).toBe(2);
    }));

  it("lets a record go with all that hangs from it", () =>
    undone(async (tx) => {
      const id = await idOf(
        tx,
        "project",
        (await tx.project.findFirstOrThrow({ include: { record: true } })).record.slug ?? "",
      );
      await tx.record.delete({ where: { id } });
      await checkNow(tx);
      expect(await tx.part.count({ where: { recordId: id } })).toBe(0);
    }));

  it("calls a translation outdated when the Russian text moved on", () =>
    undone(async (tx) => {
      const recordId = await idOf(tx, "site", "sez-nyagan");
      const where = { recordId_locale: { recordId, locale: "ru" } } as const;
      await tx.recordText.update({ where, data: { version: 2 } });
      const rows = await tx.$queryRaw`
        SELECT locale::text, status FROM translation_status
        WHERE record_id = ${recordId}::uuid AND sheet = 'main' ORDER BY locale::text`;
      expect(rows).toEqual([
        { locale: "en", status: "outdated" },
        { locale: "zh", status: "outdated" },
      ]);
    }));

  it("keeps what a disagreeing source says beside one that agrees", () =>
    undone(async (tx) => {
      const id = await idOf(tx, "site", "sez-nyagan");
      const fact = await tx.fact.findFirstOrThrow({ where: { partId: id, field: "totalAreaHa" } });
      const other = await tx.source.findFirstOrThrow({ where: { citations: { none: { factId: fact.id } } } });
      await tx.citation.create({
        data: { factId: fact.id, sourceId: other.id, position: 9, agrees: false, saysValue: 1092 },
      });
      await checkNow(tx);
      expect(await tx.citation.count({ where: { factId: fact.id, agrees: false } })).toBe(1);
    }));

  it("takes a site out of the filter when it is withdrawn, and puts it back", () =>
    undone(async (tx) => {
      const id = await idOf(tx, "site", "sez-nyagan");
      for (const [state, count] of [
        ["withdrawn", 0],
        ["published", 1],
      ] as const) {
        await tx.record.update({ where: { id }, data: { state } });
        await tx.$executeRaw`SELECT refill_site_filter(${[id]}::uuid[])::text`;
        expect(await tx.siteFilter.count({ where: { siteId: id } })).toBe(count);
      }
    }));

  it("rebuilds the whole filter from nothing", () =>
    undone(async (tx) => {
      const before = await tx.siteFilter.findMany({ orderBy: { siteId: "asc" } });
      await tx.siteFilter.deleteMany();
      await tx.$executeRaw`SELECT refill_site_filter(NULL)::text`;
      expect(await tx.siteFilter.findMany({ orderBy: { siteId: "asc" } })).toEqual(before);
    }));
});
