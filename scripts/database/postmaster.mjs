import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { bornAt } from "../setup/process-identity.mjs";

/** @typedef {{ pid: number, port: number, isReady: boolean }} Postmaster */

/**
 * The running server of a data folder.
 *
 * A crash leaves postmaster.pid behind, and its number may belong to a zombie or to some other program by now.
 * PostgreSQL would then refuse to start, and its own tools would send their signals to the stranger. So: the process
 * must be a PostgreSQL that works in this very folder; else the file is removed.
 *
 * @param {string} folder  the data folder
 * @returns {Promise<Postmaster | null>} null when none runs
 */
export async function findPostmaster(folder) {
  const file = path.join(folder, "postmaster.pid");
  const seen = readPidFile(file);
  if (!seen) return null;
  if (seen.pid > 0 && servesFolder(seen.pid, folder)) return seen;
  if (seen.pid > 0 || seen.ageMs > 10_000) fs.rmSync(file, { force: true }); // a younger empty one is being written
  return null;
}

/**
 * Waits until a server that is starting, recovering or stopping has made up its mind.
 *
 * @param {string} folder
 * @param {number} [patienceMs]
 * @returns {Promise<Postmaster | null>} the ready server; null when it is gone
 * @throws Error when it did neither in time
 */
export async function waitForPostmaster(folder, patienceMs = 300_000) {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    const seen = await findPostmaster(folder);
    if (!seen || seen.isReady) return seen;
    await sleep(25);
  }
  throw new Error(`PostgreSQL in ${folder} is neither ready nor gone after ${patienceMs / 1000} seconds.`);
}

/** @param {string} file @returns {Postmaster & { ageMs: number } | null} */
function readPidFile(file) {
  try {
    // Lines: process id, folder, start time, port, socket folder, address, shared memory key, state.
    const lines = fs.readFileSync(file, "utf8").split("\n");
    const ageMs = Date.now() - fs.statSync(file).mtimeMs;
    return { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready", ageMs };
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ENOENT") return null;
    throw error;
  }
}

/** @param {number} pid @param {string} folder */
function servesFolder(pid, folder) {
  if (bornAt(pid) === null) return false;
  if (process.platform !== "linux") return commandOf(pid).includes("postgres");
  try {
    if (fs.readFileSync(`/proc/${pid}/comm`, "utf8").trim() !== "postgres") return false;
    // The command line can be read where the working folder cannot: by root in a container without ptrace rights.
    const args = fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return args.includes(folder) || fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(folder);
  } catch {
    return false; // another user's process, so not ours
  }
}

/** @param {number} pid */
function commandOf(pid) {
  if (process.platform === "win32") return "postgres"; // not told apart there
  try {
    return execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
