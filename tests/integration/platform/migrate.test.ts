import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "@/scripts/database/migrate.mjs";
import { copyTemplate } from "@/scripts/testing/templates.mjs";

let folder: string;
let url: string;
let drop: () => Promise<void>;

beforeEach(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "migrations-"));
  ({ url, drop } = await copyTemplate(process.env.TEST_DATABASE_URL ?? "", "template1"));
  write("0001_first", "CREATE TABLE first (n int); INSERT INTO first VALUES (1);");
});
afterEach(async () => {
  await drop();
  fs.rmSync(folder, { recursive: true });
});

function write(name: string, sql: string) {
  fs.mkdirSync(path.join(folder, name), { recursive: true });
  fs.writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function query(sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("migrations", () => {
  it("are applied by exactly one of several that start at once", async () => {
    write("0002_slow", "SELECT pg_sleep(0.2); CREATE FUNCTION two() RETURNS int LANGUAGE sql AS $$ SELECT 2; $$;");
    const results = await Promise.all(Array.from({ length: 4 }, () => migrate(url, { folder })));
    expect(results.filter((names) => names.length > 0)).toEqual([["0001_first", "0002_slow"]]);
    expect(await query("SELECT n, two() FROM first")).toEqual([{ n: 1, two: 2 }]);
  });

  it("are applied in the order of their names, and only those that are new", async () => {
    await migrate(url, { folder });
    write("0003_third", "INSERT INTO second VALUES (3)");
    write("0002_second", "CREATE TABLE second (n int)");
    expect(await migrate(url, { folder })).toEqual(["0002_second", "0003_third"]);
    expect(await migrate(url, { folder })).toEqual([]);
  });

  it("leave nothing behind when they fail, say where, and are recorded", async () => {
    write("0002_broken", "CREATE TABLE half (n int);\nINSERT INTO nowhere VALUES (1);");
    await expect(migrate(url, { folder })).rejects.toMatchObject({
      message: "The migration 0002_broken failed.",
      details: '42P01 relation "nowhere" does not exist (line 2)',
    });
    expect(await query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
    const rows = await query(`SELECT finished_at, logs FROM "_prisma_migrations" WHERE migration_name = '0002_broken'`);
    expect(rows).toEqual([{ finished_at: null, logs: expect.stringContaining("nowhere") }]);
  });

  it("stop after one that failed, even when it has been mended, until somebody says so", async () => {
    write("0002_broken", "INSERT INTO nowhere VALUES (1)");
    await expect(migrate(url, { folder })).rejects.toThrow();
    write("0002_broken", "SELECT 1");
    await expect(migrate(url, { folder })).rejects.toMatchObject({
      message: expect.stringContaining("failed earlier"),
      remedy: expect.stringContaining("migrate resolve --rolled-back 0002_broken"),
    });
    await query(`UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE finished_at IS NULL`);
    expect(await migrate(url, { folder })).toEqual(["0002_broken"]);
  });

  it("warn when one was edited after it had been applied, or is unknown here", async () => {
    write("0002_gone", "SELECT 1");
    await migrate(url, { folder });
    write("0001_first", "SELECT 'something else'");
    fs.rmSync(path.join(folder, "0002_gone"), { recursive: true });
    const warnings: string[] = [];
    expect(await migrate(url, { folder, onWarning: (text: string) => warnings.push(text) })).toEqual([]);
    expect(warnings).toEqual([
      expect.stringMatching(/0001_first was edited/),
      expect.stringMatching(/0002_gone, which these sources do not know/),
    ]);
  });
});

it("never shows the password when the database does not answer", async () => {
  const error = await migrate("postgres://someone:secret@127.0.0.1:1/portal", { folder }).catch((reason) => reason);
  expect(error.message).toMatch(/someone@127\.0\.0\.1:1\/portal does not answer \(ECONNREFUSED\)/);
  expect(`${error.message} ${error.remedy}`).not.toContain("secret");
});
