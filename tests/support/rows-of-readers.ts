import type pg from "pg";

/** Every row that a reader could see something of, as one sum: the numbers of versions and days of changes apart. */
export async function rowsOfReaders(database: Pick<pg.Client, "query">): Promise<string> {
  const { rows } = await database.query<{ all: string }>(
    `SELECT md5(string_agg(line, '|' ORDER BY line)) AS all FROM (
      SELECT 'r' || (to_jsonb(r) - 'version' - 'updated_at')::text AS line FROM record r
      UNION ALL SELECT 's' || s::text FROM site s UNION ALL SELECT 'l' || l::text FROM lot l
      UNION ALL SELECT 'u' || u::text FROM site_utility u UNION ALL SELECT 't' || t::text FROM transport_link t
      UNION ALL SELECT 'x' || (to_jsonb(x) - 'updated_at')::text FROM record_text x UNION ALL SELECT 'p' || p::text FROM part_text p
      UNION ALL SELECT 'f' || f::text FROM fact f UNION ALL SELECT 'c' || c::text FROM citation c
      UNION ALL SELECT 'o' || o::text FROM organisation o UNION ALL SELECT 'y' || y::text FROM residency y
      UNION ALL SELECT 'q' || q::text FROM site_filter q UNION ALL SELECT 'd' || d.id::text || d.document::text FROM draft d
      UNION ALL SELECT 'ts' || s.record_id || s.locale || s.status FROM translation_state s) lines`,
  );
  return rows[0]?.all ?? "";
}
