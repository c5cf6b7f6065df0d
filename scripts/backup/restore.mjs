import fs from "node:fs";
import path from "node:path";
import { clusterExists, clusterUrl, startCluster, stopCluster } from "../database/cluster.mjs";
import { connect, withDatabase } from "../database/connect.mjs";
import { describeCluster } from "../database/embedded.mjs";
import { claimFolder } from "../database/system-user.mjs";
import { lockOwner, withLock } from "../setup/lock.mjs";
import { dataDir, makeDataDir, root, shown } from "../setup/paths.mjs";
import { nextFreePort } from "../setup/ports.mjs";
import { Problem } from "../setup/problem.mjs";
import { say } from "../setup/report.mjs";
import { onShutdown } from "../setup/shutdown.mjs";
import { compareContents, DATABASE, damaged, FILES, MANIFEST, parseManifest, tar } from "./archive.mjs";
import { setAside, swapIn, undoHalfSwap } from "./swap.mjs";

/** @typedef {import("../database/cluster.mjs").Cluster} Cluster */

/** The server that the packages bring; another major version cannot read its files. */
const POSTGRES = "18";
const FIRST_TRIAL_PORT = 54829;

/**
 * Puts a backup in place of the embedded database. Until everything in the file was found good, and the database in it
 * was started once, the present data are not touched; after that they lie beside the new ones.
 *
 * @param {string} name  of the file
 * @param {{ isForced: boolean }} options  isForced: put the present database aside
 * @throws Problem when the portal runs, data would be replaced unasked, or the file is not whole
 */
export async function restore(name, { isForced }) {
  makeDataDir();
  const file = path.resolve(root, name);
  if (!fs.existsSync(file)) throw new Problem(`There is no file ${name}.`, "Look for it in .data/backups.");
  const owner = lockOwner("start");
  if (owner) throw new Problem(`The portal runs (process ${owner.pid}).`, "Stop it first: Ctrl-C in its window.");
  const cluster = describeCluster();
  undoHalfSwap(cluster.folder);
  undoHalfSwap(path.join(dataDir, FILES));
  if (clusterExists(cluster) && !isForced) {
    throw new Problem(
      "There is a database already.",
      `To put it aside and take the backup instead: npm run restore -- ${name} --force`,
    );
  }
  fs.mkdirSync(path.dirname(cluster.folder), { recursive: true });
  const stage = fs.mkdtempSync(`${cluster.folder}.restore-`);
  onShutdown(() => fs.rmSync(stage, { recursive: true, force: true }));
  const manifest = await unpack(file, stage);
  const next = path.join(stage, DATABASE);
  const pictures = manifest.media ? `, ${manifest.media.files.length} of pictures and documents` : "";
  say(`Backup of ${manifest.madeAt} is whole: ${manifest.files.length} files of the database${pictures}`);
  await tryOut(cluster, next);
  await withLock("database", async () => {
    await stopCluster(cluster);
    swapIn(next, cluster.folder);
    if (manifest.media) swapIn(path.join(stage, FILES), path.join(dataDir, FILES));
  });
  say("Restored; the next `npm start` uses it");
  if (fs.existsSync(setAside(cluster.folder)))
    say(`The data from before lie in ${shown(setAside(cluster.folder))}; remove them when you are content`);
}

/** @param {string} file @param {string} stage */
async function unpack(file, stage) {
  const unreadable = () => damaged("it cannot be unpacked");
  await tar(["-xzf", file, "-C", stage, "--no-same-owner", MANIFEST], unreadable);
  const manifest = parseManifest(fs.readFileSync(path.join(stage, MANIFEST), "utf8"));
  if (manifest.postgres !== POSTGRES) {
    throw new Problem(
      `The backup is of PostgreSQL ${manifest.postgres}, this portal brings ${POSTGRES}.`,
      "Restore it with the version of the portal that made it.",
    );
  }
  await tar(["-xzf", file, "-C", stage, "--no-same-owner"], unreadable);
  const known = [MANIFEST, DATABASE, ...(manifest.media ? [FILES] : [])];
  const extra = fs.readdirSync(stage).find((entry) => !known.includes(entry));
  if (extra) throw damaged(`${extra} is not in the list`);
  await compareContents(path.join(stage, DATABASE), manifest);
  if (manifest.media) await compareContents(path.join(stage, FILES), manifest.media);
  return manifest;
}

/**
 * Starts the unpacked database once, on the side: a file can be whole and yet hold no portal.
 *
 * @param {Cluster} cluster
 * @param {string} folder
 */
async function tryOut({ binaries, user, logFile }, folder) {
  // The database's user must get in; the folder above is only for the moment.
  fs.chmodSync(path.dirname(folder), 0o711);
  claimFolder(folder, user);
  if (!user) fs.chmodSync(folder, 0o700);
  const trial = { folder, binaries, user, logFile };
  if (!clusterExists(trial)) throw damaged("there is no database in it");
  try {
    await startCluster(trial, { port: await nextFreePort(FIRST_TRIAL_PORT) });
    const url = withDatabase(/** @type {string} */ (await clusterUrl(trial)), "portal");
    const client = await connect(url);
    const { rows } = await client.query("SELECT count(*)::int AS count FROM record").finally(() => client.end());
    say(`The database in it starts and holds ${rows[0].count} records`);
  } finally {
    await stopCluster(trial);
  }
}
