import pg from "pg";

/** Any number; shared by everybody who uses the embedded server, and by nobody else. */
const LOCK = 5432_1800;

/**
 * Says to the server that we use it. Each user holds one shared lock, which falls when its process dies; whoever can
 * take the lock alone is the last one, and two who leave at the same time cannot both think so.
 *
 * @param {string} url  of the maintenance database
 * @param {() => void} onLost  the connection broke: the server is gone
 * @returns {Promise<{ leave: () => Promise<boolean> } | null>}
 *   leave: resolves to true for the last one, who must stop the server; null when the server is just being stopped
 */
export async function joinUsers(url, onLost) {
  const client = new pg.Client({ connectionString: url, application_name: "portal-launcher", keepAlive: true });
  let isIn = false;
  client.on("error", () => {}); // told by "end" as well
  client.on("end", () => isIn && onLost());
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock_shared($1)", [LOCK]);
    isIn = true;
  } catch (error) {
    if (isStopping(error)) return null;
    throw error;
  }
  return {
    async leave() {
      if (!isIn) return false;
      isIn = false;
      await client.query("SELECT pg_advisory_unlock_shared($1)", [LOCK]);
      const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS alone", [LOCK]);
      // The last one keeps the lock, and so the door shut, until the server has ended.
      if (!rows[0].alone) await client.end();
      return rows[0].alone;
    },
  };
}

/** Shutting down, or gone between finding and connecting. @param {any} error */
function isStopping(error) {
  return /^(57P0[1-3]|ECONNREFUSED|ECONNRESET)$/.test(error.code ?? "") || /terminated/.test(error.message);
}
