import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "./generated/client";

export type DatabaseOptions = {
  /** postgresql://user:password@host:port/database */
  url: string;
  /** connections at once; 10 unless told otherwise */
  maxConnections?: number;
  /** milliseconds a statement may run on the server, 0 = no limit; 5 seconds unless told otherwise */
  statementTimeoutMs?: number;
  /** shown in pg_stat_activity */
  applicationName?: string;
  /** told when an idle connection breaks; the pool opens a new one by itself */
  onConnectionLost?: (error: Error) => void;
};

export type Database = {
  client: PrismaClient;
  pool: Pool;
  /** ends all connections; the client is of no use afterwards */
  close: () => Promise<void>;
};

/**
 * A Prisma client over a pool of its own. The portal uses `db()` of client.ts; the loader of the facts and tests, which
 * live in processes of their own, make one here.
 *
 * @returns nothing is connected until the first query
 * @throws  never; a wrong or unreachable address fails in the first query, see `isDatabaseLost`
 */
export function makeDatabase(options: DatabaseOptions): Database {
  const statementTimeoutMs = options.statementTimeoutMs ?? 5_000;
  const pool = new Pool({
    connectionString: options.url,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeoutMs,
    // A server that hangs does not end its own statements: give up here a little later.
    query_timeout: statementTimeoutMs === 0 ? undefined : statementTimeoutMs + 2_000,
    application_name: options.applicationName ?? "portal",
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on("error", (error) => options.onConnectionLost?.(error));
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  const close = async () => {
    await client.$disconnect();
    await pool.end();
  };
  return { client, pool, close };
}
