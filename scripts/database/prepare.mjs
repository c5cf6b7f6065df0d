import { buildSeed } from "../setup/build.mjs";
import { say, warn } from "../setup/report.mjs";
import { connect, databaseName, ensureDatabase, withDatabase } from "./connect.mjs";
import { openEmbeddedDatabase } from "./embedded.mjs";
import { loadFacts } from "./facts.mjs";
import { migrate } from "./migrate.mjs";

/** Name of the database in the embedded server. */
const DATABASE = "portal";

/**
 * The database of this copy of the portal: that of DATABASE_URL, else our own server, which is started when needed.
 *
 * @returns {Promise<string>} its address; the database exists, its tables perhaps not yet
 * @throws Problem when it cannot be reached or started
 */
export async function openDatabase() {
  const external = process.env.DATABASE_URL;
  const url = external || withDatabase(await openEmbeddedDatabase(), DATABASE);
  if (await ensureDatabase(url)) say(`Made the database ${databaseName(url)}`);
  else if (external) say(`Using the database ${databaseName(url)} at ${new URL(url).host} (DATABASE_URL)`);
  return url;
}

/**
 * Brings a database up to date: tables, then facts.
 *
 * @param {string} url
 * @throws Problem when a migration or the loader fails
 */
export async function prepareDatabase(url) {
  const applied = await migrate(url, { onWarning: warn });
  if (applied.length) say(`Applied ${applied.length === 1 ? "1 migration" : `${applied.length} migrations`}`);
  const words = await loadFacts(url, await buildSeed());
  for (const line of words?.trim().split("\n").filter(Boolean) ?? []) say(line);
  await checkRussianSearch(url);
}

/** A server with the locale C does not know that К and к are one letter: words would be found in one case only. */
async function checkRussianSearch(/** @type {string} */ url) {
  const client = await connect(url);
  try {
    const { rows } = await client.query(
      "SELECT to_tsvector('russian', 'КВАРЦА') @@ to_tsquery('russian', 'кварц') AND lower('Ё') = 'ё' AS works",
    );
    if (!rows[0].works) {
      warn("search will miss Russian words in capitals: make the database anew with LC_CTYPE C.UTF-8 or ru_RU.UTF-8");
    }
  } finally {
    await client.end();
  }
}
