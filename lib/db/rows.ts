import "server-only";
import type { Tx } from "./table";

/** A row with the names that the columns have in the database. */
export type RawRow = Record<string, unknown>;

/** Rows to a table in one statement; those that are there already, by their key, are changed. */
export async function putRows(tx: Tx, table: string, key: readonly string[], rows: readonly RawRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.$queryRaw`SELECT put_rows(${table}::regclass, ${JSON.stringify(rows)}::jsonb, ${[...key]}::text[])`;
}

/** All rows of these owners as they are. */
export async function getRows(
  tx: Tx,
  table: string,
  owner: string,
  ids: readonly string[],
): Promise<Map<string, RawRow[]>> {
  const found = await tx.$queryRaw<{ owner: string; rows: RawRow[] }[]>`
    SELECT owner, rows FROM get_rows(${table}::regclass, ${owner}, ${[...ids]}::uuid[])`;
  return new Map(found.map(({ owner: id, rows }) => [id, rows]));
}

/** Deletes what these owners have beyond the rows that are kept. */
export async function dropRows(
  tx: Tx,
  table: string,
  owner: string,
  ids: readonly string[],
  key: readonly string[],
  kept: readonly RawRow[],
): Promise<void> {
  const names = kept.map((row) => key.map((one) => String(row[one])).join("|"));
  await tx.$queryRaw`
    SELECT drop_rows(${table}::regclass, ${owner}, ${[...ids]}::uuid[], ${[...key]}::text[], ${names}::text[])`;
}
