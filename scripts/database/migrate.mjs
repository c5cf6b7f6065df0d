import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "../setup/paths.mjs";
import { Problem } from "../setup/problem.mjs";
import { connect } from "./connect.mjs";

/** The key of the advisory lock that Prisma's own migrate commands take. */
const PRISMA_LOCK = 72707369;

/** Table and columns as Prisma makes them, so that `prisma migrate status` agrees with us. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** @typedef {{ name: string, sql: string, checksum: string }} Migration */

/**
 * Applies the migrations that a database has not seen, in the order of their names and under Prisma's lock, and
 * records them as `prisma migrate deploy` does. Any number of processes may call it at once.
 *
 * @param {string} url
 * @param {{ folder?: string, onWarning?: (text: string) => void }} [options]
 * @returns {Promise<string[]>} names of the migrations that were applied now
 * @throws Problem when a migration fails, or has failed before
 */
export async function migrate(url, { folder = path.join(root, "prisma/migrations"), onWarning = () => {} } = {}) {
  const client = await connect(url);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]); // falls when the connection ends
    await client.query(CREATE_TABLE);
    const migrations = readMigrations(folder);
    const applied = await readApplied(client);
    warnAboutDifferences({ migrations, applied, onWarning });
    const pending = migrations.filter(({ name }) => !applied.has(name));
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** @param {string} folder @returns {Migration[]} */
function readMigrations(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(folder, entry.name, "migration.sql")))
    .map(({ name }) => {
      const sql = fs.readFileSync(path.join(folder, name, "migration.sql"));
      return { name, sql: sql.toString("utf8"), checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * @param {import("pg").Client} client
 * @returns {Promise<Map<string, string>>} name to checksum
 */
async function readApplied(client) {
  const { rows } = await client.query(
    `SELECT "migration_name", "checksum", "finished_at", "logs" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL`,
  );
  const failed = rows.find((row) => row.finished_at === null);
  if (failed) {
    const name = failed.migration_name;
    throw new Problem(
      `The migration ${name} failed earlier on this database, so nothing more is applied.`,
      "See what it left behind, put that right, then say so with " +
        `\`node scripts/with-database.mjs prisma migrate resolve --rolled-back ${name}\` (or --applied) and start again.`,
      { details: failed.logs ?? "It was cut off before it could say why." },
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

/** @param {{ migrations: Migration[], applied: Map<string, string>, onWarning: (text: string) => void }} input */
function warnAboutDifferences({ migrations, applied, onWarning }) {
  const checksums = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  for (const [name, checksum] of applied) {
    const here = checksums.get(name);
    if (here === undefined) onWarning(`the database has the migration ${name}, which these sources do not know`);
    else if (here !== checksum) onWarning(`the migration ${name} was edited after it had been applied here`);
  }
}

/**
 * PostgreSQL takes the file as one transaction, unless the file itself says otherwise.
 *
 * @param {import("pg").Client} client
 * @param {Migration} migration
 */
async function apply(client, { name, sql, checksum }) {
  const id = randomUUID();
  const insert = `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name") VALUES ($1, $2, $3)`;
  await client.query(insert, [id, checksum, name]);
  try {
    await client.query(sql);
  } catch (cause) {
    const { message, code, position } = /** @type {any} */ (cause);
    const line = position ? ` (line ${sql.slice(0, Number(position)).split("\n").length})` : "";
    const details = `${code ?? ""} ${message}${line}`.trim();
    await client.query("ROLLBACK").catch(() => {}); // a file that opened its own transaction leaves it open
    await client.query(`UPDATE "_prisma_migrations" SET "logs" = $2 WHERE "id" = $1`, [id, details]).catch(() => {});
    throw new Problem(`The migration ${name} failed.`, "Mend the migration or the data that it meets.", {
      details,
      cause,
    });
  }
  const finish = `UPDATE "_prisma_migrations" SET "finished_at" = now(), "applied_steps_count" = 1 WHERE "id" = $1`;
  await client.query(finish, [id]);
}
