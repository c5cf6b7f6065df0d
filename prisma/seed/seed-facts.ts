import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
import { keepDifferences } from "./differences";
import type { Facts } from "./facts-schema/files";
import { KnownRows } from "./known-rows";
import { planSources, writeSources } from "./load-source";
import { planFacts } from "./plan-facts";
import { type Difference, reconcile, type Work } from "./reconcile";
import { countRows, mergeRows } from "./rows";
import { updateRecords } from "./update-rows";
import { createChildren, createEntities, createRecords, refillFilters } from "./write-rows";

/** One loader at a time; any number that no other lock of the portal uses. */
const LOCK = 4_730_116;
const TIME_LIMIT_MS = 120_000;

export type SeedSummary = {
  /** records and sources that are new, were rewritten, or stand as the facts have them */
  created: number;
  changed: number;
  unchanged: number;
  /** rows written in all tables, without those that the database derives */
  rows: number;
  /** left for staff: see SeedDifference */
  differences: Difference[];
};

export type SeedOptions = {
  now: Date;
  /** called when all is written but nothing is in force yet; what it throws undoes the load */
  beforeCommit?: () => Promise<void>;
};

/**
 * Puts checked facts in force: all or nothing, in one transaction, one loader at a time. A second run with the same
 * facts writes nothing. A changed fact replaces its rows unless staff edited them; those, and rows whose fact is gone,
 * stay as they are and are listed as differences.
 *
 * @param client needs a statement time limit of a minute or more
 * @throws whatever the database refuses; nothing is written then
 */
export async function seedFacts(client: PrismaClient, facts: Facts, options: SeedOptions): Promise<SeedSummary> {
  const { now, beforeCommit } = options;
  return client.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})::text`;
      const known = await KnownRows.read(tx);
      const work = reconcile(planFacts(facts, known), planSources(facts, known), known);
      const rows = await write(tx, work, now);
      const kept = await keepDifferences(tx, work.differences, now);
      await beforeCommit?.();
      return {
        created: work.created.length + work.createdSources.length,
        changed: work.changed.length + work.changedSources.length,
        unchanged: work.unchangedCount,
        rows: rows + kept,
        differences: work.differences,
      };
    },
    { timeout: TIME_LIMIT_MS, maxWait: 10_000 },
  );
}

async function write(tx: Prisma.TransactionClient, work: Work, now: Date): Promise<number> {
  const { created, changed, createdSources, changedSources } = work;
  const sourceCount = createdSources.length + changedSources.length;
  const plans = [...created, ...changed.map(({ plan }) => plan)];
  if (plans.length + sourceCount === 0) return 0;

  // Regions come first, because sources and records belong to them.
  await createRecords(tx, created, now);
  await writeSources(tx, { created: createdSources, changed: changedSources });
  await createEntities(tx, mergeRows(created.map((plan) => plan.rows)));
  if (changed.length > 0) await updateRecords(tx, changed, now);
  const rows = mergeRows(plans.map((plan) => plan.rows));
  await createChildren(tx, rows);
  await refillFilters(tx, plans);
  return plans.length + sourceCount + countRows(rows);
}
