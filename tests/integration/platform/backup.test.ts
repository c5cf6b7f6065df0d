import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

// The commands as a person runs them, on a data folder of their own; the tests build on each other.
const root = path.resolve(import.meta.dirname, "../../..");
let data: string;
let file: string;

beforeAll(() => {
  data = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "backup данные "));
  fs.chmodSync(data, 0o711); // under root the database runs as another user
  file = path.join(data, "kept.tar.gz");
});
afterAll(() => fs.rmSync(data, { recursive: true, force: true }));

async function run(script: string, args: string[] = [], env: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [path.join(root, "scripts", script), ...args], {
    cwd: root,
    env: { ...inherited, DATA_DIR: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, output };
}

async function sql(text: string): Promise<string> {
  const program = `
    import pg from "pg";
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    console.log("=" + JSON.stringify((await client.query(process.argv[1])).rows ?? []));
    await client.end();`;
  const { output } = await run("with-database.mjs", [process.execPath, "--input-type=module", "-e", program, text]);
  return /^=(.*)$/m.exec(output)?.[1] ?? output;
}

it("has nothing to keep before the first start, and says so", async () => {
  const { code, output } = await run("backup.mjs", [file]);
  expect([code, fs.existsSync(file)]).toEqual([1, false]);
  expect(output).toContain("There is no database yet.");
});

const picture = () => path.join(data, "files/media/abc/480.webp");

it("keeps the database and its pictures in a file that only its owner may read", async () => {
  await sql("CREATE TABLE record AS SELECT 1 AS n");
  fs.mkdirSync(path.dirname(picture()), { recursive: true });
  fs.writeFileSync(picture(), "picture");
  const { code, output } = await run("backup.mjs", [file]);
  expect(code, output).toBe(0);
  expect(fs.statSync(file).mode & 0o077).toBe(0);
});

it("overwrites no backup", async () => {
  const before = fs.readFileSync(file);
  const { code, output } = await run("backup.mjs", [file]);
  expect(code).toBe(1);
  expect(output).toContain("exists already");
  expect(fs.readFileSync(file).equals(before)).toBe(true);
});

it("replaces no database unless told to", async () => {
  await sql("UPDATE record SET n = 2");
  const { code, output } = await run("restore.mjs", [file]);
  expect(code).toBe(1);
  expect(output).toContain("--force");
  expect(await sql("SELECT n FROM record")).toBe('[{"n":2}]');
});

it.each([
  ["cut short", (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))],
  ["changed", (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 4000), Buffer.alloc(64, 7), bytes.subarray(4064)])],
  ["something else", () => Buffer.from("no archive")],
])("refuses a file that is %s and touches nothing", async (_, damage) => {
  const broken = path.join(data, "broken.tar.gz");
  fs.writeFileSync(broken, damage(fs.readFileSync(file)));
  const { code, output } = await run("restore.mjs", [broken, "--force"]);
  expect(code).toBe(1);
  expect(output).toContain("no whole backup");
  expect(await sql("SELECT n FROM record")).toBe('[{"n":2}]');
  expect(fs.readdirSync(data).filter((name) => /restore/.test(name))).toEqual([]);
});

it("brings the kept data back and puts the present ones aside", async () => {
  fs.rmSync(picture());
  const { code, output } = await run("restore.mjs", [file, "--force"]);
  expect(code, output).toBe(0);
  expect(await sql("SELECT n FROM record")).toBe('[{"n":1}]');
  expect(fs.readFileSync(picture(), "utf8")).toBe("picture");
  expect(fs.existsSync(path.join(data, "pg18.before-restore/PG_VERSION"))).toBe(true);
});

it("puts the old data back when it was cut off between taking them away and bringing the new ones", async () => {
  await sql("UPDATE record SET n = 3");
  const folder = path.join(data, "pg18");
  fs.rmSync(`${folder}.before-restore`, { recursive: true });
  fs.renameSync(folder, `${folder}.before-restore`);
  expect(await sql("SELECT n FROM record")).toBe('[{"n":3}]');
});

it("names the tools of the server where the database is one's own, and no password", async () => {
  const env = { DATABASE_URL: "postgres://portal:secret@127.0.0.1:1/portal" };
  const dump = await run("backup.mjs", [], env);
  expect(dump.code).toBe(1);
  expect(dump.output).toContain('pg_dump --format=custom --no-owner --file=portal.dump "$DATABASE_URL"');
  const back = await run("restore.mjs", ["it's.dump"], env);
  expect(back.output).toContain(`pg_restore --clean --if-exists --no-owner --single-transaction`);
  expect(back.output).toContain(`'it'\\''s.dump'`);
  expect(dump.output + back.output).not.toContain("secret");
});

it("the doctor names each trouble with its remedy and ends with 1", async () => {
  const { code, output } = await run("doctor.mjs", [], {
    DATABASE_URL: "postgres://portal:secret@127.0.0.1:1/portal",
    SITE_URL: "http://invest.example.org/portal",
  });
  expect(code).toBe(1);
  expect(output).toMatch(/^OK {7}Node/m);
  expect(output).toMatch(/^PROBLEM {2}settings .*has a path\.\n +What to do: /m);
  expect(output).toMatch(/^PROBLEM {2}database .*does not answer \(ECONNREFUSED\)\.\n +What to do: /m);
  expect(output).not.toContain("secret");
});
