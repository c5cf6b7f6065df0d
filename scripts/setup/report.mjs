import fs from "node:fs";
import path from "node:path";
import { dataDir, makeDataDir, shown } from "./paths.mjs";
import { toProblem } from "./problem.mjs";

const startedAt = performance.now();
/** @type {string | null} */
let logFile = null;

/**
 * Opens the full log of this run; the one before is kept with the ending .old.
 *
 * @param {string} name  of the command, for example "start"
 */
export function openLog(name) {
  makeDataDir();
  const file = path.join(dataDir, "log", `${name}.log`);
  if (fs.existsSync(file)) fs.renameSync(file, `${file}.old`);
  fs.writeFileSync(file, `${new Date().toISOString()} node ${process.version} ${process.platform}-${process.arch}\n`);
  logFile = file;
}

/** @param {string | Buffer} text  goes into the log only */
export function log(text) {
  if (logFile) fs.appendFileSync(logFile, text);
}

/** @param {string} text  one line for the person who waits, with the seconds since the start */
export function say(text) {
  const line = `${((performance.now() - startedAt) / 1000).toFixed(1).padStart(6)} s  ${text}`;
  console.log(line);
  log(`${line}\n`);
}

/** @param {string} text  something to look at that does not stop the run */
export function warn(text) {
  say(`WARNING: ${text}`);
}

/**
 * Says what went wrong: a foreseen failure in three lines, anything else with the place of the full log.
 *
 * @param {any} error  anything that was thrown
 */
export function sayFailure(error) {
  const problem = toProblem(error);
  const lines = problem
    ? [problem.details.trimEnd(), `FAILED: ${problem.message}`, `What to do: ${problem.remedy}`]
    : [`FAILED: ${error?.message ?? error}`, "What to do: this is a bug in the scripts; the log has the place."];
  if (logFile) lines.push(`Full log: ${shown(logFile)}`);
  console.error(`\n${lines.filter(Boolean).join("\n")}`);
  log(`${lines.join("\n")}\n${error?.stack ?? ""}\n${error?.cause?.stack ?? ""}\n`);
}
