import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { lastLines, run, withHeartbeat } from "./child.mjs";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { say } from "./report.mjs";
import { hashOf } from "./source-hash.mjs";
import { isFresh, writeStamp } from "./stamp.mjs";

const STAMP = path.join(root, "node_modules/.portal-install");

/** @returns {boolean} whether the packages are those that package.json and the lock file want */
export function arePackagesInstalled() {
  return isFresh(STAMP, wanted());
}

/**
 * Installs the packages when none are there or the wanted ones changed.
 *
 * `npm install`, not `npm ci`: npm 11 refuses a lock file without the builds for other systems. Install scripts stay
 * off: none is needed, and two of them ask hosts that a closed network cannot reach.
 *
 * @throws Problem when npm fails
 */
export async function installPackages() {
  if (arePackagesInstalled()) return;
  const known = fs.existsSync(path.join(root, "node_modules"));
  say(known ? "Updating packages …" : "Installing packages (the first time takes a minute or two) …");
  const [program, first] = npm();
  const args = [...first, "install", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--no-progress"];
  const { code, output } = await withHeartbeat("installing packages", () => run(program, args));
  if (code !== 0) {
    throw new Problem(
      "npm could not install the packages.",
      "Look at npm's words above. Most often the package registry is out of reach: check network and proxy settings.",
      { details: lastLines(output) },
    );
  }
  writeStamp(STAMP, wanted());
  say("Packages are installed");
}

/** Scripts and descriptions may change without a new install. */
function wanted() {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const { dependencies, devDependencies, overrides } = manifest;
  const extra = JSON.stringify({ dependencies, devDependencies, overrides, system: [process.platform, process.arch] });
  return hashOf(["package-lock.json", ".npmrc"], { extra });
}

/** @returns {[string, string[]]} the npm that started us, else the one in PATH */
function npm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith(".js") && path.basename(script).startsWith("npm")) return [process.execPath, [script]];
  if (spawnSync("npm", ["--version"], { stdio: "ignore" }).status === 0) return ["npm", []];
  throw new Problem("npm was not found.", "Install Node.js with npm, so that `npm --version` works, then try again.");
}
