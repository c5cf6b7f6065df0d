import { Client } from "pg";
import { expect, it } from "vitest";
import { testDatabase } from "../../support/database";

async function count(url: string, sql: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query(sql);
    return rows.length;
  } finally {
    await client.end();
  }
}

it("gives every caller a database of its own, and takes it away", async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await count(one.url, "CREATE TABLE only_in_one (n int)");
  const sql = "SELECT 1 FROM pg_tables WHERE tablename = 'only_in_one'";
  expect(await count(one.url, sql)).toBe(1);
  expect(await count(other.url, sql)).toBe(0);
  await Promise.all([one.drop(), other.drop()]);
  await expect(count(one.url, "SELECT 1")).rejects.toThrow(/does not exist/);
});

it("comes with all migrations applied", async () => {
  const { url, drop } = await testDatabase();
  expect(await count(url, `SELECT 1 FROM "_prisma_migrations" WHERE finished_at IS NULL`)).toBe(0);
  expect(await count(url, `SELECT 1 FROM "_prisma_migrations"`)).toBeGreaterThan(0);
  await drop();
});
