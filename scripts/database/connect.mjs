import pg from "pg";
import { Problem } from "../setup/problem.mjs";

/** The oldest PostgreSQL that has all that we use. */
const OLDEST = 150_000;

/**
 * Opens one connection, with the usual failures in words for a person.
 *
 * @param {string} url
 * @returns {Promise<pg.Client>}
 * @throws Problem when the database cannot be reached; it never shows the password
 */
export async function connect(url) {
  const client = new pg.Client({
    connectionString: url,
    application_name: "portal-setup",
    connectionTimeoutMillis: 10_000,
  });
  client.on("error", () => {}); // the query that is under way fails by itself
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw refusal(/** @type {any} */ (cause), url);
  }
}

/**
 * Makes the database that the address names, when its server has none of that name.
 *
 * @param {string} url
 * @returns {Promise<boolean>} whether it had to be made
 * @throws Problem when the server cannot be reached, is too old or does not let us make it
 */
export async function ensureDatabase(url) {
  try {
    const client = await connect(url);
    try {
      const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
      if (rows[0].version < OLDEST) {
        const major = Math.floor(rows[0].version / 10_000);
        throw new Problem(`The database is PostgreSQL ${major}.`, "Use PostgreSQL 15 or newer.");
      }
    } finally {
      await client.end();
    }
    return false;
  } catch (error) {
    if (/** @type {any} */ (error).cause?.code !== "3D000") throw error;
  }
  await createDatabase(url);
  return true;
}

/** @param {string} url */
async function createDatabase(url) {
  const name = databaseName(url);
  const admin = await connect(withDatabase(url, "postgres"));
  try {
    await admin.query(`CREATE DATABASE ${admin.escapeIdentifier(name)}`);
  } catch (cause) {
    const { code, message } = /** @type {any} */ (cause);
    if (code === "42P04" || code === "23505") return; // another process was faster
    throw new Problem(
      `The database ${name} does not exist and could not be made: ${message}.`,
      `Make it by hand: CREATE DATABASE "${name}" with encoding UTF8, owned by the user of DATABASE_URL.`,
      { cause },
    );
  } finally {
    await admin.end();
  }
}

/** @param {string} url @param {string} name @returns {string} the same server, another database */
export function withDatabase(url, name) {
  const address = new URL(url);
  address.pathname = `/${encodeURIComponent(name)}`;
  return address.href;
}

/** @param {string} url @returns {string} */
export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** @param {any} cause @param {string} url */
function refusal(cause, url) {
  const { username, host } = parse(url);
  const where = `${username}@${host}/${databaseName(url)}`;
  const code = cause.code ?? cause.errors?.[0]?.code;
  if (code === "28P01" || code === "28000") {
    return new Problem(`The database refuses ${where}: ${cause.message}.`, "Check user and password in DATABASE_URL.", {
      cause,
    });
  }
  if (code === "3D000") {
    return new Problem(`There is no database ${where}.`, "Make it, or mend the name in DATABASE_URL.", { cause });
  }
  const reason = code ?? cause.message;
  return new Problem(
    `The database ${where} does not answer (${reason}).`,
    "Check that PostgreSQL runs there and that DATABASE_URL is right; without DATABASE_URL the portal brings its own.",
    { cause },
  );
}

/** @param {string} url */
function parse(url) {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address && /^postgres(ql)?:$/.test(address.protocol)) return address;
  throw new Problem(
    "DATABASE_URL is not the address of a PostgreSQL database.",
    "Write it like this: postgres://user:password@host:5432/database (special characters of a password as %XX).",
  );
}
