import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { dataDir, makeDataDir } from "./paths.mjs";
import { bornAt } from "./process-identity.mjs";
import { onShutdown } from "./shutdown.mjs";

/** @typedef {{ pid: number, born: string | null, note: string }} Owner */

/**
 * Takes a lock of the data folder. It falls by itself when its owner dies, whatever the death.
 *
 * @param {string} name
 * @param {{ note?: string, folder?: string }} [options]  note: what others are told about the owner
 * @returns {{ release: () => void, owner?: undefined } | { owner: Owner, release?: undefined }}
 *   a way to give it back, or who has it
 */
export function takeLock(name, { note = "", folder = makeDataDir() } = {}) {
  const file = path.join(folder, `${name}.lock`);
  const draft = `${file}.${process.pid}`;
  fs.writeFileSync(draft, JSON.stringify({ pid: process.pid, born: bornAt(process.pid), note }));
  try {
    while (!linked(draft, file)) {
      const owner = readOwner(file);
      if (owner && isAlive(owner)) return { owner };
      removeStale(file);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
  const remove = () => fs.rmSync(file, { force: true });
  const forget = onShutdown(remove);
  return {
    release() {
      forget();
      remove();
    },
  };
}

/**
 * @param {string} name
 * @param {string} [folder]
 * @returns {Owner | null} the living owner of a lock
 */
export function lockOwner(name, folder = dataDir) {
  const owner = readOwner(path.join(folder, `${name}.lock`));
  return owner && isAlive(owner) ? owner : null;
}

/**
 * Does a step that two processes must not do at once, waiting for the other one.
 *
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} step
 * @param {(owner: Owner) => void} [onWait]  told once when somebody else has the lock
 * @returns {Promise<T>}
 */
export async function withLock(name, step, onWait) {
  let lock = takeLock(name);
  if (lock.owner) onWait?.(lock.owner);
  while (lock.owner) {
    await sleep(200);
    lock = takeLock(name);
  }
  try {
    return await step();
  } finally {
    lock.release();
  }
}

/** All or nothing, so that nobody ever reads half a lock. @param {string} draft @param {string} file */
function linked(draft, file) {
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "EEXIST") return false;
    throw error;
  }
}

/** Moves the file away first: between reading and removing, somebody may have taken the lock. @param {string} file */
function removeStale(file) {
  const away = `${file}.stale.${process.pid}`;
  try {
    fs.renameSync(file, away);
    const owner = readOwner(away);
    if (owner && isAlive(owner)) linked(away, file);
    fs.rmSync(away, { force: true });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ENOENT") throw error;
  }
}

/** @param {Owner} owner */
function isAlive(owner) {
  const born = bornAt(owner.pid);
  return born !== null && born === owner.born;
}

/** @param {string} file @returns {Owner | null} */
function readOwner(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}
