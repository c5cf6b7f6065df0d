import path from "node:path";
import { fileURLToPath } from "node:url";
import { now } from "@/lib/core/dates";
import { reservedSegments } from "@/lib/core/paths";
import { isDatabaseLost } from "@/lib/db/errors";
import { makeDatabase } from "@/lib/db/make-client";
import { FactsRefused } from "./fault";
import { readFacts } from "./read-facts";
import { type SeedSummary, seedFacts } from "./seed-facts";

const STATEMENT_TIMEOUT_MS = 60_000;

/** The folder that the command names, else that of the project: the bundle lies in dist/, one step below the root. */
function factsFolder(): string {
  const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
  return path.resolve(process.argv[2] ?? path.join(projectRoot, "prisma/seed/facts"));
}

async function main(): Promise<void> {
  const started = performance.now();
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  const facts = readFacts(factsFolder(), reservedSegments);
  const database = makeDatabase({
    url,
    maxConnections: 2,
    statementTimeoutMs: STATEMENT_TIMEOUT_MS,
    applicationName: "portal seed",
  });
  try {
    const summary = await seedFacts(database.client, facts, { now: now() });
    // A bulk load leaves the planner without figures until the next autovacuum.
    if (summary.rows > 0) await database.client.$executeRaw`ANALYZE`;
    report(summary, performance.now() - started);
  } finally {
    await database.close();
  }
}

function report({ created, changed, unchanged, rows, differences }: SeedSummary, milliseconds: number): void {
  const time = `${(milliseconds / 1000).toFixed(1)} s`;
  if (rows === 0) console.log(`Facts: nothing to do, ${unchanged} stand as they are (${time})`);
  else console.log(`Facts: ${created} new, ${changed} changed, ${unchanged} unchanged; ${rows} rows written (${time})`);
  for (const { subject, slug, reason } of differences) {
    const what =
      reason === "edited"
        ? "was edited here, so the new fact was not taken over"
        : "is gone from the facts and still public";
    console.log(`  left for staff: ${subject} ${slug} ${what}`);
  }
}

main().catch((error: unknown) => {
  const lost = isDatabaseLost(error) ? "The database cannot be reached. " : "";
  // The faults of facts are for people; anything else is for whoever mends the loader.
  if (error instanceof FactsRefused) console.error(`${error.message}\nNothing was written.`);
  else console.error(lost, error);
  process.exitCode = 1;
});
