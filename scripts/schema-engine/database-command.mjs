import pg from "pg";

/** @type {Record<string, string>} */
const PRISMA_CODES = { "3D000": "P1003", "28P01": "P1000", 28000: "P1000", "42P04": "P1009" };

/**
 * The two one-shot commands of the schema engine.
 *
 * @param {{ command: string | undefined, url: string }} input  `can-connect-to-database` or `create-database`
 * @returns {Promise<number>} the exit code; a failure is written to stderr as the engine writes it
 */
export async function runDatabaseCommand({ command, url }) {
  const address = new URL(url);
  const database = decodeURIComponent(address.pathname.slice(1));
  const creates = command === "create-database";
  if (creates) address.pathname = "/postgres";
  const client = new pg.Client({ connectionString: address.href });
  try {
    await client.connect();
    if (creates) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    return 0;
  } catch (cause) {
    const error = /** @type {any} */ (cause);
    logError(error.message || String(error), PRISMA_CODES[error.code] ?? "P1001");
    return 1;
  } finally {
    await client.end().catch(() => {});
  }
}

function logError(message, code) {
  const fields = { message, error_code: code };
  const entry = { timestamp: new Date().toISOString(), level: "ERROR", fields, target: "schema_engine::logger" };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
