import { randomBytes } from "node:crypto";
import { connect, withDatabase } from "../database/connect.mjs";
import { loadFacts } from "../database/facts.mjs";
import { migrate } from "../database/migrate.mjs";
import { buildSeed } from "../setup/build.mjs";
import { hashOf } from "../setup/source-hash.mjs";

/** @typedef {"empty" | "facts"} TemplateKind  tables only, or tables with all the facts */

/** Any number; one process at a time makes a template. */
const TEMPLATE_LOCK = 5432_1802;

/**
 * Makes a database to copy from, unless this server has it from the same sources. Two processes may ask at once.
 *
 * @param {string} server  address of any database of the server, as a role that may create databases
 * @param {TemplateKind} kind
 * @returns {Promise<string>} its name
 * @throws Problem when a migration or the loader fails
 */
export async function ensureTemplate(server, kind) {
  const seed = kind === "facts" ? await buildSeed() : null;
  const hash = hashOf(["prisma/migrations"], { extra: seed?.hash ?? "" }).slice(0, 12);
  const name = `portal_${kind}_${hash}`;
  const admin = await connect(server);
  try {
    await admin.query("SELECT pg_advisory_lock($1)", [TEMPLATE_LOCK]);
    if (await isReady(admin, name)) return name;
    await dropTemplates(admin, `portal_${kind}_`);
    await admin.query(`CREATE DATABASE ${name}`);
    const url = withDatabase(server, name);
    await migrate(url);
    if (seed) await loadFacts(url, seed);
    // Marks it complete; a copy also needs that nobody is connected to it.
    await admin.query(`ALTER DATABASE ${name} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
    return name;
  } finally {
    await admin.end();
  }
}

/**
 * Copies a template, in some 30 ms.
 *
 * @param {string} server
 * @param {string} template
 * @returns {Promise<{ url: string, drop: () => Promise<void> }>}
 */
export async function copyTemplate(server, template) {
  const name = `portal_copy_${process.pid}_${randomBytes(4).toString("hex")}`;
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return {
    url: withDatabase(server, name),
    drop: () => execute(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** @param {string} server @param {string} sql */
async function execute(server, sql) {
  const admin = await connect(server);
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

/** @param {import("pg").Client} admin @param {string} name */
async function isReady(admin, name) {
  const { rows } = await admin.query("SELECT datistemplate AS complete FROM pg_database WHERE datname = $1", [name]);
  return rows[0]?.complete === true;
}

/** Those of older sources, and one that was cut off. @param {import("pg").Client} admin @param {string} prefix */
async function dropTemplates(admin, prefix) {
  const { rows } = await admin.query("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [prefix]);
  for (const { datname } of rows) {
    await admin.query(`ALTER DATABASE "${datname}" IS_TEMPLATE false`);
    await admin.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  }
}
