import fs from "node:fs";
import path from "node:path";
import { clusterExists, clusterUrl, stopCluster } from "../database/cluster.mjs";
import { connect } from "../database/connect.mjs";
import { describeCluster } from "../database/embedded.mjs";
import { findPostmaster, waitForPostmaster } from "../database/postmaster.mjs";
import { withLock } from "../setup/lock.mjs";
import { dataDir, makeDataDir, root, shown } from "../setup/paths.mjs";
import { Problem } from "../setup/problem.mjs";
import { say } from "../setup/report.mjs";
import { onShutdown } from "../setup/shutdown.mjs";
import { DATABASE, FILES, listContents, MANIFEST, tar } from "./archive.mjs";
import { undoHalfSwap } from "./swap.mjs";

/** Belong to a running server and not to its data. */
const NOT_DATA = new Set(["postmaster.pid", "postmaster.opts"]);

/**
 * Writes the embedded database into one file.
 *
 * @param {string} [wished]  where; a dated name in .data/backups unless told otherwise
 * @returns {Promise<string>} the file
 * @throws Problem when there is nothing to keep, or the file exists already
 */
export async function backUp(wished) {
  makeDataDir();
  const file = wished ? path.resolve(root, wished) : path.join(dataDir, "backups", `portal-${timeOfDay()}.tar.gz`);
  if (fs.existsSync(file))
    throw new Problem(`${shown(file)} exists already.`, "Give another name, or remove it first.");
  const cluster = describeCluster();
  undoHalfSwap(cluster.folder);
  undoHalfSwap(path.join(dataDir, FILES));
  if (!clusterExists(cluster)) throw new Problem("There is no database yet.", "The first `npm start` makes it.");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const stage = fs.mkdtempSync(`${cluster.folder}.backup-`);
  const draft = `${file}.${process.pid}.part`;
  const clear = () => {
    fs.rmSync(stage, { recursive: true, force: true });
    fs.rmSync(draft, { force: true });
  };
  onShutdown(clear);
  const wasRunning = await copyAtRest(cluster, stage);
  if (wasRunning) await waitUntilBack(cluster.folder);
  const postgres = fs.readFileSync(path.join(stage, DATABASE, "PG_VERSION"), "utf8").trim();
  const contents = await listContents(path.join(stage, DATABASE));
  const media = await listContents(path.join(stage, FILES));
  const manifest = { format: 1, madeAt: new Date().toISOString(), postgres, ...contents, media };
  fs.writeFileSync(path.join(stage, MANIFEST), JSON.stringify(manifest, null, 1));
  fs.closeSync(fs.openSync(draft, "wx", 0o600));
  await tar(
    ["-czf", draft, "-C", stage, MANIFEST, DATABASE, FILES],
    () => new Problem("The backup could not be written.", "Look at the words of tar above; is the disk full?"),
  );
  fs.linkSync(draft, file); // fails where a rename would overwrite
  clear();
  const size = (fs.statSync(file).size / 1024 / 1024).toFixed(1);
  const pictures = process.env.S3_URL
    ? "pictures and documents stay in the store that S3_URL names, which has a backup of its own"
    : `${media.files.length} of pictures and documents`;
  say(`Backup is made: ${shown(file)} (${size} MiB, ${contents.files.length} files of the database; ${pictures})`);
  return file;
}

/**
 * Nobody starts the server while we hold its lock; those who use it bring it back when we let go.
 *
 * @param {import("../database/cluster.mjs").Cluster} cluster
 * @param {string} stage
 * @returns {Promise<boolean>} whether the server ran
 */
function copyAtRest(cluster, stage) {
  const target = path.join(stage, DATABASE);
  return withLock("database", async () => {
    const url = await clusterUrl(cluster);
    if (url) {
      say("Stopping the database for the copy …");
      const client = await connect(url);
      await client.query("CHECKPOINT"); // so that it stops at once
      await client.end();
      await stopCluster(cluster);
    }
    fs.cpSync(cluster.folder, target, {
      recursive: true,
      verbatimSymlinks: true,
      mode: fs.constants.COPYFILE_FICLONE,
      filter: (source) => !NOT_DATA.has(path.relative(cluster.folder, source)),
    });
    // While no row can be written, so that each has its file.
    linkFiles(path.join(dataDir, FILES), path.join(stage, FILES));
    say("Copied");
    return url !== null;
  });
}

/**
 * Files of the library are never changed in place: a second name is as good as a copy, and takes no time.
 *
 * @param {string} source
 * @param {string} target
 */
function linkFiles(source, target) {
  fs.mkdirSync(target, { recursive: true });
  if (process.env.S3_URL || !fs.existsSync(source)) return;
  for (const entry of fs.readdirSync(source, { withFileTypes: true })) {
    const [from, to] = [path.join(source, entry.name), path.join(target, entry.name)];
    if (entry.isDirectory()) linkFiles(from, to);
    else if (!entry.name.includes(".part-")) link(from, to);
  }
}

/** @param {string} from @param {string} to */
function link(from, to) {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    // Gone meanwhile: nothing needs it any more.
    if (code === "ENOENT") return;
    fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE);
  }
}

/** Nobody comes back where the server had outlived its users. @param {string} folder */
async function waitUntilBack(folder) {
  const end = performance.now() + 15_000;
  while (performance.now() < end) {
    if (await findPostmaster(folder)) {
      if (await waitForPostmaster(folder, 30_000)) return say("The database is back");
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  say("Nobody used the database any more; it stays stopped");
}

/** For a file name: 2026-11-22T090000Z. */
function timeOfDay() {
  return new Date().toISOString().replace(/:|\.\d+/g, "");
}
