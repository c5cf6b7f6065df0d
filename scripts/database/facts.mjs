import { runNode, withHeartbeat } from "../setup/child.mjs";
import { connect } from "./connect.mjs";

/** Any number; keeps two processes from loading at once. */
const FACTS_LOCK = 5432_1801;

/**
 * Loads the facts, unless this database has had exactly these. Rows that staff have edited are left alone by the
 * loader itself.
 *
 * The hash stands in the comment of Prisma's table: it needs no table of its own (a drift in Prisma's eyes), travels
 * with a copy of the database and goes with `prisma migrate reset`.
 *
 * @param {string} url  of a migrated database
 * @param {{ file: string, hash: string }} seed  the loader and the hash of it and the facts
 * @returns {Promise<string | null>} what the loader has to say; null when these facts were there already
 * @throws Problem with the loader's words
 */
export async function loadFacts(url, { file, hash }) {
  const client = await connect(url);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [FACTS_LOCK]);
    const mark = `facts ${hash}`;
    const { rows } = await client.query(`SELECT obj_description('"_prisma_migrations"'::regclass) AS mark`);
    if (rows[0].mark === mark) return null;
    const words = await withHeartbeat("loading the facts", () =>
      runNode([file], {
        what: "The facts could not be loaded into the database.",
        remedy: "Look at the loader's words above; it is safe to run again.",
        env: { DATABASE_URL: url },
      }),
    );
    await client.query(`COMMENT ON TABLE "_prisma_migrations" IS '${mark}'`);
    return words;
  } finally {
    await client.end();
  }
}
