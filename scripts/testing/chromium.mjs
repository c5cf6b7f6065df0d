import fs from "node:fs";
import path from "node:path";
import { installedCommand, run } from "../setup/child.mjs";
import { Problem } from "../setup/problem.mjs";
import { say } from "../setup/report.mjs";

/** Names of the browser in the PATH of Debian, Ubuntu, Fedora, Arch and a usual desktop. */
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_CHROME = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/** A download that gives no sign of life for so long is given up. */
const STALL_SECONDS = 20;

/**
 * The browser for the end-to-end tests: $CHROMIUM, the system's, Playwright's own, downloaded, from the packages.
 *
 * @returns {Promise<string>} the path of a browser that runs
 * @throws Problem when there is none, or $CHROMIUM does not run
 */
export async function findChromium() {
  const wished = process.env.CHROMIUM;
  if (wished) {
    if (await runs(wished)) return wished;
    throw new Problem(`CHROMIUM=${wished} does not run.`, "Give the path of a Chromium or Chrome, or unset it.");
  }
  const found = (await firstThatRuns(inPath())) ?? (await playwrightsOwn());
  if (found) return found;
  const fetched = (await download()) ?? (await installPackage());
  if (fetched) return fetched;
  throw new Problem(
    "There is no Chromium for the end-to-end tests, and none could be fetched.",
    "Install chromium with the packages of your system, or set CHROMIUM to the path of a Chromium or Chrome.",
  );
}

function inPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const files = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...files, MAC_CHROME].filter((file) => fs.existsSync(file));
}

/** Also false for the wrappers that only tell how to install a browser. @param {string} file */
async function runs(file) {
  const { code, output } = await run(file, ["--version"], { stallSeconds: 20 });
  return code === 0 && /chrom/i.test(output);
}

/** @param {string[]} files */
async function firstThatRuns(files) {
  for (const file of files) if (await runs(file)) return file;
  return null;
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const file = chromium.executablePath();
  return fs.existsSync(file) && (await runs(file)) ? file : null;
}

async function download() {
  say("No Chromium found; downloading Playwright's …");
  const args = [installedCommand("playwright"), "install", "--no-shell", "chromium"];
  const { code } = await run(process.execPath, args, { stallSeconds: STALL_SECONDS });
  return code === 0 ? playwrightsOwn() : null;
}

/** With a Chinese font, which bare systems lack. */
async function installPackage() {
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) return null;
  say("No download either; installing the package chromium …");
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env, stallSeconds: 60 });
  const packages = ["chromium", "fonts-noto-cjk"];
  const args = ["install", "--yes", "--no-install-recommends", ...packages];
  const { code } = await run("apt-get", args, { env, stallSeconds: 120 });
  return code === 0 ? firstThatRuns(inPath()) : null;
}
