import type { Pool } from "pg";

/**
 * State of every table: number of rows, and a hash over their values and the transactions that wrote them. Two equal
 * fingerprints mean that nothing was written in between, not even a row that got the same values again.
 */
export async function fingerprint(pool: Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const result: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await pool.query<{ state: string }>(
      `SELECT count(*) || ' rows ' || coalesce(md5(string_agg(md5(t.xmin::text || t::text), '' ORDER BY md5(t::text))), '') AS state FROM "${name}" t`,
    );
    result[name] = rows[0]?.state ?? "";
  }
  return result;
}
