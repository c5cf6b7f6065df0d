import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isDatabaseLost } from "@/lib/db/errors";
import { type Database, makeDatabase } from "@/lib/db/make-client";
import { testDatabase } from "@/tests/support/database";

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("a database client", () => {
  let database: Database;
  let url: string;
  let drop: () => Promise<void>;
  let lost: Error[];

  beforeEach(async () => {
    const test = await testDatabase("empty");
    url = test.url;
    drop = test.drop;
    lost = [];
    database = makeDatabase({
      url,
      maxConnections: 1,
      statementTimeoutMs: 300,
      onConnectionLost: (error) => lost.push(error),
    });
  });
  afterEach(async () => {
    await database.close();
    await drop();
  });

  async function endAllConnections() {
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
    );
    await admin.end();
  }

  it("outlives the loss of its idle connections and asks again on a new one", async () => {
    await database.client.$queryRaw`SELECT 1`;
    await endAllConnections();
    await expect.poll(() => lost.length).toBe(1);
    expect(isDatabaseLost(lost[0])).toBe(true);
    expect(await database.client.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  it("tells a connection that breaks in the middle from a bug", async () => {
    await database.close();
    database = makeDatabase({ url, maxConnections: 1, statementTimeoutMs: 10_000 });
    const sleeping = errorOf(database.client.$queryRaw`SELECT pg_sleep(10)::text`);
    await expect
      .poll(async () => {
        await endAllConnections();
        return Promise.race([sleeping.then(() => "ended"), new Promise((done) => setTimeout(done, 50, "sleeping"))]);
      })
      .toBe("ended");
    expect(isDatabaseLost(await sleeping)).toBe(true);
  });

  it("outlives the loss of a connection in the pause of a transaction", async () => {
    const error = await errorOf(
      database.client.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1`;
        await endAllConnections();
        await tx.$queryRaw`SELECT 1`;
      }),
    );
    expect(isDatabaseLost(error)).toBe(true);
    expect(await database.client.$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });

  it("stops a statement at its time limit, which is not a lost database", async () => {
    const error = await errorOf(database.client.$queryRaw`SELECT pg_sleep(5)::text`);
    expect(String(error)).toContain("statement timeout");
    expect(isDatabaseLost(error)).toBe(false);
  });

  it("does not wait for ever when all connections are taken", async () => {
    const taken = await database.pool.connect();
    const error = await errorOf(database.client.$queryRaw`SELECT 1`);
    taken.release();
    expect(isDatabaseLost(error)).toBe(true);
  });

  it("says of an address where nobody listens that the database is lost", async () => {
    const away = makeDatabase({ url: "postgresql://nobody@127.0.0.1:1/none" });
    expect(isDatabaseLost(await errorOf(away.client.record.count()))).toBe(true);
    await away.close();
  });

  it("does not take a refused statement or a wrong query for a lost database", async () => {
    expect(isDatabaseLost(await errorOf(database.client.$queryRaw`SELECT no_such_column`))).toBe(false);
    const twice = () => database.client.record.create({ data: { kind: "site", slug: "once" } });
    await twice();
    expect(isDatabaseLost(await errorOf(twice()))).toBe(false);
    expect(isDatabaseLost(new TypeError("x is not a function"))).toBe(false);
    expect(isDatabaseLost(undefined)).toBe(false);
  });
});
