import { execFileSync, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lastLines } from "../setup/child.mjs";
import { Problem } from "../setup/problem.mjs";
import { bornAt } from "../setup/process-identity.mjs";
import { log } from "../setup/report.mjs";
import { findPostmaster, waitForPostmaster } from "./postmaster.mjs";

/** @typedef {import("./binaries.mjs").Binaries} Binaries */
/** @typedef {import("./system-user.mjs").SystemUser} SystemUser */
/**
 * @typedef {object} Cluster  one PostgreSQL server and its data folder
 * @property {string} folder
 * @property {Binaries} binaries
 * @property {SystemUser | null} user  who it runs as, null for ourselves
 * @property {string} logFile  what the server prints
 */

const ROLE = "portal";
const PASSWORD_FILE = "portal.password";

/** @param {Cluster} cluster */
export function clusterExists({ folder }) {
  return fs.existsSync(path.join(folder, PASSWORD_FILE));
}

/**
 * Makes the data folder. It gets its name only when complete, so a crash in between leaves nothing half made.
 *
 * @param {Cluster} cluster
 * @throws Problem with the words of initdb
 */
export function createCluster(cluster) {
  const { folder, user, binaries } = cluster;
  const draft = `${folder}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("hex");
  // Beside the folder and not in the system's, which the database's user may not be able to enter.
  const passwordFile = path.join(fs.mkdtempSync(`${folder}.init-`), "password");
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user)
    for (const each of [draft, path.dirname(passwordFile), passwordFile]) fs.chownSync(each, user.uid, user.gid);
  try {
    // biome-ignore format: one option a line
    const result = spawnSync(binaries.initdb, [
      "-D", draft,
      "-U", ROLE,
      "--encoding=UTF8",
      "--auth=scram-sha-256",
      `--pwfile=${passwordFile}`,
      "--data-checksums",
      // Lower case and full text of Cyrillic come out right whatever locales the system has.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      `--locale=${characterType()}`,
      "--no-instructions",
    ], { ...spawnOptions(cluster), encoding: "utf8" });
    log(`${result.stdout}${result.stderr}`);
    if (result.error) throw result.error;
    if (result.status !== 0) throw initFailure(result.stderr);
    const kept = path.join(draft, PASSWORD_FILE);
    fs.writeFileSync(kept, password, { mode: 0o600 });
    if (user) fs.chownSync(kept, user.uid, user.gid);
    fs.renameSync(draft, folder);
  } finally {
    fs.rmSync(path.dirname(passwordFile), { recursive: true, force: true });
    fs.rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Starts the server and waits until it takes connections; after a crash that includes its recovery.
 *
 * @param {Cluster} cluster
 * @param {{ port: number, settings?: Record<string, string> }} options
 * @throws Problem with the end of the server's log
 */
export async function startCluster(cluster, { port, settings = {} }) {
  for (let attempt = 1; ; attempt++) {
    const { ok, words } = await tryStart(cluster, { port, settings });
    if (ok) return;
    // The workers of a killed server live a moment longer than it did.
    if (attempt <= 20 && /pre-existing shared memory block/.test(words)) {
      await sleep(500);
      continue;
    }
    throw new Problem("The embedded PostgreSQL did not start.", "Look at its words above; its data is untouched.", {
      details: lastLines(words),
    });
  }
}

/**
 * @param {Cluster} cluster
 * @param {{ port: number, settings: Record<string, string> }} options
 */
async function tryStart(cluster, { port, settings }) {
  const all = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "", // the path of a socket is limited to about 100 bytes
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const logAt = fs.statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const output = fs.openSync(cluster.logFile, "a", 0o600);
  const args = ["-D", cluster.folder, ...Object.entries(all).flatMap(([key, value]) => ["-c", `${key}=${value}`])];
  // A session of its own: Ctrl-C in our terminal must not reach it before the server of the portal has ended.
  const child = spawn(cluster.binaries.postgres, args, {
    ...spawnOptions(cluster),
    stdio: ["ignore", output, output],
    detached: true,
  });
  fs.closeSync(output);
  child.unref();
  const failed = new Promise((resolve) => {
    child.once("exit", () => resolve("failed"));
    child.once("error", () => resolve("failed"));
  });
  for (;;) {
    const outcome = await Promise.race([failed, sleep(25)]);
    if (outcome === "failed") return { ok: false, words: fs.readFileSync(cluster.logFile, "utf8").slice(logAt) };
    const seen = await findPostmaster(cluster.folder);
    if (seen?.isReady && seen.pid === child.pid) return { ok: true, words: "" };
  }
}

/**
 * Stops the server: open transactions are rolled back, everything committed is on disk.
 *
 * @param {Cluster} cluster
 */
export async function stopCluster(cluster) {
  const running = await findPostmaster(cluster.folder);
  if (!running) return;
  const args = ["-D", cluster.folder, "-m", "fast", "-w", "-t", "30", "stop"];
  const { stderr } = spawnSync(cluster.binaries.pgCtl, args, { ...spawnOptions(cluster), encoding: "utf8" });
  if (stderr) log(stderr);
  // pg_ctl is content when the pid file has gone; the process follows a moment later.
  for (let i = 0; i < 200 && bornAt(running.pid) !== null; i++) await sleep(25);
}

/**
 * Stops a throw-away server at once and without waiting for its disk. Runs also where nothing asynchronous can any
 * more, as in a handler of "exit".
 *
 * @param {Cluster} cluster
 */
export function dropCluster(cluster) {
  const args = ["-D", cluster.folder, "-m", "immediate", "-w", "-t", "10", "stop"];
  spawnSync(cluster.binaries.pgCtl, args, { ...spawnOptions(cluster), stdio: "ignore" });
  fs.rmSync(cluster.folder, { recursive: true, force: true });
}

/**
 * @param {Cluster} cluster
 * @param {string} [database]
 * @returns {Promise<string | null>} the address of a running server's database, null when none runs
 */
export async function clusterUrl(cluster, database = "postgres") {
  const running = await waitForPostmaster(cluster.folder);
  if (!running) return null;
  const password = fs.readFileSync(path.join(cluster.folder, PASSWORD_FILE), "utf8").trim();
  return `postgresql://${ROLE}:${password}@127.0.0.1:${running.port}/${database}`;
}

/** Only what PostgreSQL needs: settings of the person's own databases (PGDATA, PGPORT …) must not reach it. */
function spawnOptions(/** @type {Cluster} */ { folder, user }) {
  const { PATH, HOME, SystemRoot } = process.env;
  return {
    cwd: path.dirname(folder),
    env: /** @type {NodeJS.ProcessEnv} */ ({ PATH, HOME, SystemRoot, LC_MESSAGES: "C" }),
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  };
}

/** A UTF-8 locale for what still asks the system, C where it has none. */
function characterType() {
  try {
    const known = execFileSync("locale", ["-a"], { encoding: "utf8" }).split("\n");
    return ["C.UTF-8", "C.utf8", "en_US.UTF-8", "en_US.utf8"].find((name) => known.includes(name)) ?? "C";
  } catch {
    return "C";
  }
}

/** @param {string} words */
function initFailure(words) {
  return new Problem(
    "The folder of the embedded database could not be made.",
    "Look at the words above, or set DATABASE_URL to a PostgreSQL that runs already.",
    { details: lastLines(words) },
  );
}
