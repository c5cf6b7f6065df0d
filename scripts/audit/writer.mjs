import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** The page that shows what the writer writes. */
export const writtenPage = "/en/yugra/sites/sez-nyagan";
const MARK = "Write number";

/** @param {string} url  of the database */
export async function prepareWrites(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE kept_by_audit (n int PRIMARY KEY)");
  await client.end();
}

/**
 * Saves as staff do, some fifty times a second: a row, a text that a page shows, and the news of it, in one transaction.
 *
 * @param {string} url  of the database
 * @param {number} from  the number that was written last
 * @returns {{ acknowledged: () => number, ended: () => Promise<number>, stop: () => Promise<number> }}
 *   the last number that the database confirmed: now, when the database is gone, when told to stop
 */
export function startWriter(url, from) {
  let last = from;
  let isOver = false;
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  const writing = (async () => {
    try {
      await client.connect();
      while (!isOver) {
        await write(client, last + 1);
        last++;
        await sleep(10);
      }
    } catch {
      // the database is gone: what it did not confirm does not count
    }
    await client.end().catch(() => {});
    return last;
  })();
  return {
    acknowledged: () => last,
    ended: () => writing,
    stop: () => {
      isOver = true;
      return writing;
    },
  };
}

/** @param {pg.Client} client @param {number} n */
async function write(client, n) {
  await client.query("BEGIN");
  // A row whose word of success was lost may be there already.
  await client.query("INSERT INTO kept_by_audit VALUES ($1) ON CONFLICT DO NOTHING", [n]);
  await client.query(
    `UPDATE record_text SET summary = $1
     WHERE locale = 'en' AND record_id = (SELECT id FROM record WHERE kind = 'site' AND slug = 'sez-nyagan')`,
    [`${MARK} ${n}.`],
  );
  await client.query("SELECT pg_notify('portal_tags', $1)", [JSON.stringify(["sites", "site:sez-nyagan"])]);
  await client.query("COMMIT");
}

/** @param {string} origin @returns {Promise<number>} the number that the page shows; -1: none, or no page */
export async function shownMark(origin) {
  const answer = await fetch(origin + writtenPage);
  const text = await answer.text();
  return answer.status === 200 ? Number(new RegExp(`${MARK} (\\d+)\\.`).exec(text)?.[1] ?? -1) : -1;
}
