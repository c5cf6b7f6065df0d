import fs from "node:fs";
import path from "node:path";
import { clusterExists } from "../database/cluster.mjs";
import { connect, databaseName } from "../database/connect.mjs";
import { describeCluster } from "../database/embedded.mjs";
import { openDatabase } from "../database/prepare.mjs";
import { root } from "../setup/paths.mjs";
import { Problem } from "../setup/problem.mjs";

/** Sessions and due dates are compared across the two machines. */
const SKEW_SECONDS = 5;
const OLDEST = 15;

/** @type {Promise<import("pg").Client> | null} */
let connection = null;

/** One connection for all that is asked; the embedded server is started for it when it rests. */
function ask() {
  connection ??= open();
  return connection;
}

/** For what follows the first question: why there is no database was said there. */
function askAgain() {
  return ask().catch((cause) => {
    throw new Problem("Could not be looked at.", "Mend what the line about the database names.", { cause });
  });
}

async function open() {
  if (!process.env.DATABASE_URL && !clusterExists(describeCluster())) {
    throw new Problem("There is no database yet.", "The first `npm start` makes it and loads the facts.");
  }
  return connect(process.env.DATABASE_URL || (await openDatabase()));
}

export async function checkDatabase() {
  const client = await ask();
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS version, current_setting('server_version_num')::int / 10000 AS major,
       extract(epoch FROM clock_timestamp())::float8 AS now, pg_size_pretty(pg_database_size(current_database())) AS size,
       current_setting('server_encoding') AS encoding`,
  );
  const { version, major, now, size, encoding } = rows[0];
  if (major < OLDEST) throw new Problem(`The database is PostgreSQL ${version}.`, `Use ${OLDEST} or newer.`);
  if (encoding !== "UTF8") {
    throw new Problem(`The database keeps text as ${encoding}.`, "Make it anew: CREATE DATABASE … ENCODING 'UTF8'.");
  }
  const skew = Math.abs(Date.now() / 1000 - now);
  if (skew > SKEW_SECONDS) {
    throw new Problem(
      `The clocks of the database and of this machine are ${skew.toFixed(0)} s apart.`,
      "Let a time service set both.",
    );
  }
  const where = process.env.DATABASE_URL ? new URL(process.env.DATABASE_URL).host : "embedded";
  return `PostgreSQL ${version} (${where}), ${size}`;
}

export async function checkMigrations() {
  const client = await askAgain();
  const known = fs
    .readdirSync(path.join(root, "prisma/migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const table = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS found`);
  const { rows } = table.rows[0].found
    ? await client.query(
        `SELECT migration_name AS name, finished_at IS NULL AS failed FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
      )
    : { rows: [] };
  const failed = rows.find((row) => row.failed);
  if (failed) {
    throw new Problem(`The migration ${failed.name} failed half way.`, "`npm start` says what to do about it.");
  }
  const applied = new Set(rows.map(({ name }) => name));
  const missing = known.filter((name) => !applied.has(name));
  if (missing.length) {
    throw new Problem(`${missing.length} of ${known.length} migrations are not applied.`, "`npm start` applies them.");
  }
  const unknown = [...applied].filter((name) => !known.includes(name));
  if (unknown.length) {
    throw new Problem(
      `The database is newer than these sources: it has ${unknown[0]}.`,
      `Use the sources that belong to ${databaseName(process.env.DATABASE_URL ?? "postgres://x/portal")}.`,
    );
  }
  return `all ${known.length} are applied`;
}

export async function checkSearch() {
  const client = await askAgain();
  const { rows } = await client.query(
    "SELECT to_tsvector('russian', 'КВАРЦА') @@ to_tsquery('russian', 'кварц') AND lower('Ё') = 'ё' AS works",
  );
  if (rows[0].works) return "finds Russian words in any case";
  throw new Problem(
    "Russian words in capitals are not found.",
    "Make the database anew with LC_CTYPE C.UTF-8 or ru_RU.UTF-8 (pg_dump, CREATE DATABASE, pg_restore).",
  );
}
