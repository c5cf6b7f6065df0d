import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { undoHalfSwap } from "../backup/swap.mjs";
import { withLock } from "../setup/lock.mjs";
import { dataDir, makeDataDir, root } from "../setup/paths.mjs";
import { nextFreePort } from "../setup/ports.mjs";
import { say, sayFailure } from "../setup/report.mjs";
import { isShuttingDown, onShutdown, shutdown } from "../setup/shutdown.mjs";
import { findBinaries, SHARED_FOLDER } from "./binaries.mjs";
import { clusterExists, clusterUrl, createCluster, startCluster, stopCluster } from "./cluster.mjs";
import { waitForPostmaster } from "./postmaster.mjs";
import { canReach, claimFolder, databaseUser, folderOwner } from "./system-user.mjs";
import { joinUsers } from "./users.mjs";

/** @typedef {import("./cluster.mjs").Cluster} Cluster */

/** The major version is in the name: another one cannot read the folder. */
const FOLDER = "pg18";
const FIRST_PORT = 54329;

/**
 * Starts the project's own PostgreSQL, or joins it where it runs already. The last process that uses it stops it when
 * the command ends.
 *
 * @returns {Promise<string>} address of its maintenance database
 * @throws Problem when PostgreSQL cannot run here
 */
export async function openEmbeddedDatabase() {
  makeDataDir();
  const cluster = describeCluster();
  let leave = await enter(cluster, () => void comeBack());
  onShutdown(async () => {
    if (await leave()) await stopCluster(cluster);
  });
  return /** @type {string} */ (await clusterUrl(cluster));

  /** The server was killed under us: bring it back on the same port, where everybody looks for it. */
  async function comeBack() {
    if (isShuttingDown()) return;
    say("The database has stopped unexpectedly; starting it again …");
    try {
      leave = await enter(cluster, () => void comeBack());
      say("The database is back");
    } catch (error) {
      sayFailure(error);
      await shutdown(1);
    }
  }
}

/** @param {Cluster} cluster @param {() => void} onLost */
async function enter(cluster, onLost) {
  for (;;) {
    const url = await withLock("database", () => startOrFind(cluster));
    const membership = await joinUsers(url, onLost);
    if (membership) return membership.leave; // else somebody was just stopping it
  }
}

/** @param {Cluster} cluster @returns {Promise<string>} */
async function startOrFind(cluster) {
  undoHalfSwap(cluster.folder);
  if (!clusterExists(cluster)) {
    createCluster(cluster);
    say(`Made the database folder ${cluster.folder}`);
  }
  const running = await waitForPostmaster(cluster.folder);
  if (running) {
    say(`Using the database that runs already on port ${running.port}`);
  } else {
    claimFolder(cluster.folder, cluster.user);
    const port = await pickPort(cluster);
    await startCluster(cluster, { port, settings: { max_connections: "100", shared_buffers: "128MB" } });
    rememberPort(cluster, port);
    say(`Database is running on port ${port}`);
  }
  return /** @type {string} */ (await clusterUrl(cluster));
}

/** The port of the last time when it is free, so that saved addresses go on working. @param {Cluster} cluster */
async function pickPort(cluster) {
  const wished = Number(readText(portFile(cluster)) ?? FIRST_PORT) || FIRST_PORT;
  const port = await nextFreePort(wished);
  if (port !== wished) say(`Port ${wished} is taken by another program; the database takes ${port}`);
  return port;
}

/** @param {Cluster} cluster @param {number} port */
function rememberPort(cluster, port) {
  fs.writeFileSync(portFile(cluster), `${port}\n`);
}

/** @param {Cluster} cluster */
function portFile(cluster) {
  return path.join(cluster.folder, "portal.port");
}

/** @returns {Cluster} the embedded server of this copy, which need not exist yet */
export function describeCluster() {
  const chosen = databaseUser();
  const folder = clusterFolder(chosen);
  const user = chosen && (folderOwner(folder) ?? chosen);
  return {
    folder,
    binaries: findBinaries(user),
    user,
    logFile: path.join(dataDir, "log/postgres.log"),
  };
}

/**
 * Where the data lies: in the data folder, unless root keeps that where the database's user cannot come. The place is
 * written down, so that the data is found again when the project is moved or opened up.
 *
 * @param {import("./system-user.mjs").SystemUser | null} user
 */
function clusterFolder(user) {
  const usual = path.join(dataDir, FOLDER);
  const note = `${usual}.place`;
  const noted = readText(note);
  if (noted) return noted;
  if (!user || fs.existsSync(usual) || canReach(usual, user)) return usual;
  const name = `${FOLDER}-${createHash("sha256").update(root).digest("hex").slice(0, 12)}`;
  fs.mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  fs.writeFileSync(note, path.join(SHARED_FOLDER, name));
  say(`The user ${user.name} cannot reach ${dataDir}; the database lies in ${path.join(SHARED_FOLDER, name)}`);
  return path.join(SHARED_FOLDER, name);
}

/** @param {string} file @returns {string | null} */
function readText(file) {
  try {
    return fs.readFileSync(file, "utf8").trim() || null;
  } catch {
    return null;
  }
}
