import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";
import { log, say } from "./report.mjs";
import { onShutdown } from "./shutdown.mjs";

/** The environment of every child: no telemetry, no update notes, colours only where we ask for them. */
export const quiet = { NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };

/**
 * @param {string} name  of a command that npm installed, for example "next"
 * @returns {string} its script, to be run with our own Node whatever is in PATH
 */
export function installedCommand(name) {
  const link = path.join(root, "node_modules/.bin", name);
  if (fs.existsSync(link)) return fs.realpathSync(link);
  throw new Problem(`The command ${name} is not installed.`, "Run `npm install` and try again.");
}

/**
 * Runs a Node script to its end; its output goes to the log.
 *
 * @param {string[]} args  script and its arguments
 * @param {{ what: string, remedy: string, env?: NodeJS.ProcessEnv, stallSeconds?: number }} options
 *   what, remedy: the words for a failure; stallSeconds: give up after so long without a sign of life
 * @returns {Promise<string>} the output
 * @throws Problem with the end of the output when it fails
 */
export async function runNode(args, { what, remedy, env, stallSeconds }) {
  const { code, output } = await run(process.execPath, args, { env, stallSeconds });
  if (code === 0) return output;
  throw new Problem(what, remedy, { details: lastLines(output) });
}

/**
 * Runs any program to its end, without a terminal; what it prints goes to the log.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stallSeconds?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>} code is -1 when it could not be started or was stopped
 */
export function run(program, args, { env, cwd = root, stallSeconds } = {}) {
  log(`\n$ ${program} ${args.join(" ")}\n`);
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...quiet, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true, // a group of its own, so that the whole family can be ended
    });
    const forget = onShutdown(() => endGroup(child));
    /** @type {NodeJS.Timeout | undefined} */
    let stalled;
    const alive = () => {
      clearTimeout(stalled);
      if (stallSeconds) stalled = setTimeout(() => endGroup(child), stallSeconds * 1000);
    };
    alive();
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        alive();
        output += text;
        log(text);
      });
    }
    const done = (/** @type {number | null} */ code) => {
      clearTimeout(stalled);
      forget();
      resolve({ code: code ?? -1, output });
    };
    child.on("error", (error) => {
      output += error.message;
      done(-1);
    });
    child.on("close", done);
  });
}

/**
 * Ends a child that was started with `detached`, and the processes it started; waits until it is gone.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {number} [patienceMs]  after which it is killed
 */
export async function endGroup(child, patienceMs = 10_000) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child.pid, "SIGTERM");
  const timer = setTimeout(() => signalGroup(/** @type {number} */ (child.pid), "SIGKILL"), patienceMs);
  await gone;
  clearTimeout(timer);
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // already gone
  }
}

/**
 * Says every 15 seconds that a long step still runs.
 *
 * @template T
 * @param {string} text  the step, in words that follow "still"
 * @param {() => Promise<T>} step
 * @returns {Promise<T>}
 */
export async function withHeartbeat(text, step) {
  const timer = setInterval(() => say(`  still ${text} …`), 15_000);
  try {
    return await step();
  } finally {
    clearInterval(timer);
  }
}

/** @param {string} output @param {number} [count] @returns {string} */
export function lastLines(output, count = 20) {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}
