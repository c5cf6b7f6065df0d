import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** PostgreSQL's catalogue type "char", one byte; text has 25. */
const CHAR_OID = 18;
const TEXT_OID = 25;

/**
 * The PostgreSQL adapter as the schema engine needs it.
 *
 * @param {{ url?: string, shadowDatabaseUrl?: string }} datasource
 */
export function createAdapterFactory({ url, shadowDatabaseUrl }) {
  const schema = url ? (new URL(url).searchParams.get("schema") ?? undefined) : undefined;
  const connectionString = url ?? "postgresql://database-url-is-not-set.invalid/portal";
  const factory = new PrismaPg({ connectionString, max: 1 }, { schema });
  const connect = factory.connect.bind(factory);
  factory.connect = async () => mend(await connect());
  // The adapter's own version would end up on the main database: pg lets a connection string win over `database`.
  factory.connectToShadowDb = () => (shadowDatabaseUrl ? open(shadowDatabaseUrl) : openThrowAway(url));
  return factory;
}

async function open(url) {
  return mend(await new PrismaPg({ connectionString: url, max: 1 }).connect());
}

/** A shadow database that lives as long as its adapter. */
async function openThrowAway(url) {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const address = new URL(url);
  address.pathname = `/${name}`;
  address.searchParams.delete("schema");
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE "${name}"`);
  const adapter = await open(address.href);
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    await admin.end();
  };
  return adapter;
}

/** Mends two defects of the adapter that only migrations meet. */
function mend(adapter) {
  // It splits scripts at every ";", which cuts functions and DO blocks: send the script whole.
  adapter.executeScript = async (sql) => {
    try {
      await adapter.client.query(sql);
    } catch (error) {
      adapter.onError(error);
    }
  };
  mendCharColumns(adapter);
  const startTransaction = adapter.startTransaction?.bind(adapter);
  if (startTransaction) adapter.startTransaction = async (...options) => mend(await startTransaction(...options));
  return adapter;
}

/** It does not know the type "char": let it read text, then name the type that the engine expects. */
function mendCharColumns(adapter) {
  const performIO = adapter.performIO.bind(adapter);
  const queryRaw = adapter.queryRaw.bind(adapter);
  /** @type {number[]} */
  let charColumns = [];
  adapter.performIO = async (query) => {
    const result = await performIO(query);
    charColumns = [];
    for (const [index, field] of (result.fields ?? []).entries()) {
      if (field.dataTypeID !== CHAR_OID) continue;
      charColumns.push(index);
      field.dataTypeID = TEXT_OID;
    }
    return result;
  };
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}
