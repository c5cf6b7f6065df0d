import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { findBinaries } from "../database/binaries.mjs";
import { clusterUrl, createCluster, dropCluster, startCluster } from "../database/cluster.mjs";
import { findPostmaster } from "../database/postmaster.mjs";
import { canReach, databaseUser } from "../database/system-user.mjs";
import { nextFreePort } from "../setup/ports.mjs";
import { bornAt } from "../setup/process-identity.mjs";

/** Whose folder it is stands in the name, so that a later run can tell what a killed one left behind. */
const NAME = /^portal-test-(\d+)-/;
const FIRST_PORT = 56001;

/** Nothing in it outlives the run, so nothing waits for the disk. */
const FAST = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_buffers: "128MB",
};

/**
 * Starts a PostgreSQL of its own for one run of the tests. It goes with its data when `stop` is called, or at the
 * latest when this process exits.
 *
 * @returns {Promise<{ url: string, stop: () => void }>} url: of the maintenance database, as its owner
 */
export async function startThrowAwayServer() {
  const user = databaseUser();
  const binaries = findBinaries(user);
  const parent = temporaryFolder(user);
  await sweep(parent, { user, binaries });
  const home = fs.mkdtempSync(path.join(parent, `portal-test-${process.pid}-`));
  fs.chmodSync(home, 0o711);
  const cluster = { folder: path.join(home, "pg"), binaries, user, logFile: path.join(home, "postgres.log") };
  const stop = () => {
    process.off("exit", stop);
    dropCluster(cluster);
    fs.rmSync(home, { recursive: true, force: true });
  };
  process.on("exit", stop);
  createCluster(cluster);
  await startCluster(cluster, { port: await nextFreePort(FIRST_PORT), settings: FAST });
  return { url: /** @type {string} */ (await clusterUrl(cluster)), stop };
}

/** @param {import("../database/system-user.mjs").SystemUser | null} user */
function temporaryFolder(user) {
  const usual = fs.realpathSync(os.tmpdir());
  return user && !canReach(path.join(usual, "x"), user) ? "/var/tmp" : usual;
}

/**
 * Removes the servers of runs that were killed.
 *
 * @param {string} parent
 * @param {Pick<import("../database/cluster.mjs").Cluster, "user" | "binaries">} shared
 */
async function sweep(parent, shared) {
  for (const name of fs.readdirSync(parent)) {
    const pid = Number(NAME.exec(name)?.[1]);
    const home = path.join(parent, name);
    if (!pid || bornAt(pid) !== null || fs.statSync(home).uid !== process.getuid?.()) continue;
    const cluster = { ...shared, folder: path.join(home, "pg"), logFile: path.join(home, "postgres.log") };
    if (await findPostmaster(cluster.folder)) dropCluster(cluster);
    fs.rmSync(home, { recursive: true, force: true });
  }
}
