import { isDatabaseLost } from "@/lib/db/errors";
import { makeDatabase } from "@/lib/db/make-client";
import { FactsRefused } from "./fault";
import { readFacts } from "./read-facts";
import { type SeedSummary, seedFacts } from "./seed-facts";

const STATEMENT_TIMEOUT_MS = 60_000;

export type SeedRun = {
  url: string;
  /** folder of the facts */
  folder: string;
  /** first path segments that a region may not take as its slug */
  reservedSegments: readonly string[];
  now: Date;
  say: (line: string) => void;
  complain: (line: string) => void;
};

/**
 * Reads the facts, checks them and puts them in force, and says what became of them.
 *
 * @returns exit code: 0, or 1 when the facts have faults or the database cannot be reached; nothing was written then
 * @throws  what is neither a fault of the facts nor a lost database: a bug
 */
export async function runSeed({ url, folder, reservedSegments, now, say, complain }: SeedRun): Promise<number> {
  const started = performance.now();
  const options = { url, maxConnections: 2, statementTimeoutMs: STATEMENT_TIMEOUT_MS, applicationName: "portal seed" };
  const database = makeDatabase(options);
  try {
    const facts = readFacts(folder, reservedSegments);
    const summary = await seedFacts(database.client, facts, { now });
    // A bulk load leaves the planner without figures until the next autovacuum.
    if (summary.rows > 0) await database.client.$executeRaw`ANALYZE`;
    for (const line of linesOf(summary, performance.now() - started)) say(line);
    return 0;
  } catch (error) {
    if (error instanceof FactsRefused) complain(`${error.message}\nNothing was written.`);
    else if (isDatabaseLost(error)) complain("The database cannot be reached. Nothing was written.");
    else throw error;
    return 1;
  } finally {
    await database.close();
  }
}

function linesOf({ created, changed, unchanged, rows, differences }: SeedSummary, milliseconds: number): string[] {
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  const first =
    rows === 0
      ? `Facts: nothing to do, ${unchanged} stand as they are (${time})`
      : `Facts: ${created} new, ${changed} changed, ${unchanged} unchanged; ${rows} rows written (${time})`;
  const left = differences.map(
    ({ subject, slug, reason }) => `  left for staff: ${subject} ${slug} ${REASONS[reason]}`,
  );
  return [first, ...left];
}

const REASONS = {
  edited: "was edited here, so the changed fact was not taken over",
  removed: "is gone from the facts and still stands here",
};
