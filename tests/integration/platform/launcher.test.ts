import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { takeLock } from "@/scripts/setup/lock.mjs";
import { bornAt } from "@/scripts/setup/process-identity.mjs";

// The scripts themselves, as a person runs them, on a data folder of their own; the tests build on each other.
const root = path.resolve(import.meta.dirname, "../../..");
let data: string;
let pidFile: string;

beforeAll(() => {
  data = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "launcher данные "));
  fs.chmodSync(data, 0o711); // under root the database runs as another user
  pidFile = path.join(data, "pg18/postmaster.pid");
});
afterAll(async () => {
  // After a test that failed, something may still run.
  await Promise.all([...running].map(({ child, ended }) => child.kill("SIGTERM") && ended));
  if (fs.existsSync(pidFile)) process.kill(postmaster(), "SIGQUIT");
  fs.rmSync(data, { recursive: true, force: true });
});

const running = new Set<Run>();
type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function run(script: string, args: string[] = [], env: Record<string, string> = {}): Run {
  return start(process.execPath, [path.join(root, "scripts", script), ...args], env);
}

function start(program: string, args: string[], env: Record<string, string> = {}): Run {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(program, args, {
    cwd: root,
    env: { ...inherited, DATA_DIR: data, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      text += chunk;
    });
  }
  const started: Run = {
    child,
    output: () => text,
    ended: new Promise((resolve) => {
      child.once("close", (code) => {
        running.delete(started);
        resolve(code);
      });
    }),
  };
  running.add(started);
  return started;
}

/** Runs SQL through `with-database`, then prints "done" and stays for the given time. */
function withDatabase(sql: string, stayMs = 0): Run {
  const program = `
    import pg from "pg";
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    client.on("error", () => process.exit(1));
    await client.connect();
    console.log(JSON.stringify((await client.query(process.argv[1])).rows ?? []), "done");
    await new Promise((resolve) => setTimeout(resolve, ${stayMs}));
    await client.end();`;
  return run("with-database.mjs", [process.execPath, "--input-type=module", "-e", program, sql]);
}

async function until(isTrue: () => boolean) {
  for (let i = 0; i < 600 && !isTrue(); i++) await sleep(25);
  expect(isTrue()).toBe(true);
}

const postmaster = () => Number(fs.readFileSync(pidFile, "utf8").split("\n")[0]);

it("starts a database, runs a command with it and leaves nothing running", async () => {
  const { output, ended } = withDatabase("CREATE TABLE kept AS SELECT 1 AS n");
  expect(await ended, output()).toBe(0);
  expect(output()).toMatch(/Made the database folder .*Database is running on port \d+/s);
  expect(fs.existsSync(pidFile)).toBe(false);
});

it("stops the database on SIGTERM", async () => {
  const { child, output, ended } = withDatabase("SELECT 1", 60_000);
  await until(() => output().includes("done"));
  const pid = postmaster();
  child.kill("SIGTERM");
  expect(await ended).toBe(143);
  expect(bornAt(pid)).toBeNull();
});

it("stops the database when only the shell above it is ended, as npm does on SIGTERM", async () => {
  const program = [process.execPath, "-e", "console.log('done'); setTimeout(() => {}, 60_000)"];
  const script = [process.execPath, path.join(root, "scripts/with-database.mjs"), ...program];
  const { child, output, ended } = start("sh", ["-c", '"$@"; true', "sh", ...script], { npm_lifecycle_event: "start" });
  await until(() => output().includes("done"));
  const pid = postmaster();
  child.kill("SIGTERM");
  await ended;
  expect(bornAt(pid)).toBeNull();
});

it("is shared: the last one to leave stops it", async () => {
  const first = withDatabase("SELECT 1", 1500);
  await until(() => first.output().includes("done"));
  const second = withDatabase("SELECT 1", 3000);
  await until(() => second.output().includes("done"));
  expect(second.output()).toContain("runs already");
  await first.ended;
  expect(bornAt(postmaster())).not.toBeNull();
  await second.ended;
  expect(fs.existsSync(pidFile)).toBe(false);
});

it("starts again after everything was killed, with every committed row", async () => {
  const { child, output, ended } = withDatabase("INSERT INTO kept VALUES (2), (3) RETURNING n", 60_000);
  await until(() => output().includes("done"));
  const pid = postmaster();
  child.kill("SIGKILL");
  process.kill(pid, "SIGKILL");
  await ended;
  expect(fs.existsSync(pidFile)).toBe(true);
  const again = withDatabase("SELECT n FROM kept ORDER BY n");
  expect(await again.ended, again.output()).toBe(0);
  expect(again.output()).toContain('[{"n":1},{"n":2},{"n":3}]');
});

it("is not deceived by a pid file that names some other living process", async () => {
  const stranger = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  fs.writeFileSync(pidFile, `${stranger.pid}\n${path.dirname(pidFile)}\n1700000000\n54329\n\n127.0.0.1\n\nready\n`);
  const { output, ended } = withDatabase("SELECT count(*) FROM kept");
  expect(await ended, output()).toBe(0);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.signalCode).toBeNull();
  stranger.kill();
});

it("starts although a copy has opened its folder to others, which PostgreSQL refuses", async () => {
  fs.chmodSync(path.dirname(pidFile), 0o755);
  const { output, ended } = withDatabase("SELECT 1");
  expect(await ended, output()).toBe(0);
});

it("moves to the next port when its own is taken, and says so", async () => {
  const wished = Number(fs.readFileSync(path.join(data, "pg18/portal.port"), "utf8"));
  const other = net.createServer().listen(wished, "127.0.0.1");
  const { output, ended } = withDatabase("SELECT 1");
  expect(await ended, output()).toBe(0);
  other.close();
  expect(output()).toMatch(new RegExp(`Port ${wished} is taken by another program; the database takes \\d+`));
});

it("ends the server when the script that started it is killed", async () => {
  const module = JSON.stringify(path.join(root, "scripts/setup/web-server.mjs"));
  const server = JSON.stringify(["-e", "console.log('server', process.pid); setInterval(() => {}, 1000)"]);
  const program = `import { startServer } from ${module}; startServer(${server}, { env: {} }); setInterval(() => {}, 1000);`;
  const { child, output } = start(process.execPath, ["--input-type=module", "-e", program]);
  await until(() => /server \d+/.test(output()));
  const pid = Number(/server (\d+)/.exec(output())?.[1]);
  expect(bornAt(pid)).not.toBeNull();
  child.kill("SIGKILL");
  await until(() => bornAt(pid) === null);
});

it("npm start refuses a taken web port and names a free one", async () => {
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as net.AddressInfo;
  const { output, ended } = run("start.mjs", [], { PORT: String(port) });
  expect(await ended).toBe(1);
  other.close();
  expect(output()).toMatch(new RegExp(`FAILED: Port ${port} is taken by another program`));
  expect(output()).toMatch(/PORT=\d+ npm start/);
});

it("npm start refuses a folder from which the portal runs already, and says where", async () => {
  const lock = takeLock("start", { note: "http://localhost:3999/", folder: data });
  const { output, ended } = run("start.mjs", [], { PORT: "3998" });
  expect(await ended).toBe(1);
  lock.release?.();
  expect(output()).toContain(`already runs from this folder: http://localhost:3999/ (process ${process.pid})`);
});
