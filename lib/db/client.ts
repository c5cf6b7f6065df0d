import "server-only";
import { currentPreview } from "@/lib/core/preview-state";
import { type Database, makeDatabase } from "./make-client";

// On globalThis, because the server and its request handler are two bundles in one process and must share one pool.
const shared: typeof globalThis & { portalDatabase?: Database } = globalThis;

/**
 * The Prisma client of this process, with its pool. Made at the first call, so that a build needs no database.
 *
 * @throws Error when DATABASE_URL is not set
 */
export function database(): Database {
  shared.portalDatabase ??= makeDatabase({ url: databaseUrl() });
  return shared.portalDatabase;
}

/**
 * Shorthand for `database().client`: typed queries, `$queryRaw`, `$transaction`. While somebody looks at drafts, the
 * transaction in which they are in force.
 */
export function db(): Database["client"] {
  const client = currentPreview()?.client;
  return client ? (client as Database["client"]) : database().client;
}

function databaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error("DATABASE_URL is not set: start the portal with `npm start`, or name a PostgreSQL database");
  return url;
}
