import { spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { authSecret } from "./auth-secret.mjs";
import { endGroup, quiet } from "./child.mjs";
import { root, shown } from "./paths.mjs";
import { answers, nextFreePort, tryPort } from "./ports.mjs";
import { Problem } from "./problem.mjs";
import { localHost } from "./settings.mjs";
import { onShutdown } from "./shutdown.mjs";

/**
 * @param {number} port
 * @param {string} command  what the person typed, for the advice
 * @throws Problem when somebody else has the port
 */
export async function requireFreePort(port, command) {
  const host = process.env.HOST || "127.0.0.1";
  if (!(await answers(port, localHost())) && (await tryPort(port, host)) !== null) return;
  const isReserved = port < 1024 && process.getuid?.() !== 0;
  throw new Problem(
    `Port ${port} is ${isReserved ? "taken or reserved for root" : "taken by another program"}.`,
    `Stop that program, or choose another port: PORT=${await nextFreePort(Math.max(port + 1, 3001))} ${command}`,
  );
}

/**
 * What keeps the web server small: the memory for short-lived things (of the framework's drawing there are many) is
 * cleared early, and the rest grows in small steps. It needs a third of what it may take.
 */
const SERVER_FLAGS = ["--max-semi-space-size=8", "--max-old-space-size=512"];
/** The C library keeps one heap for each thread otherwise, and gives little of it back. */
const SMALL_HEAPS = { MALLOC_ARENA_MAX: "2", MALLOC_TRIM_THRESHOLD_: "131072" };

/** @returns {string[]} arguments of Node that start the web server's bundle */
export function webServer() {
  return [...SERVER_FLAGS, bundled("server")];
}

/** @returns {string[]} arguments of Node that start the bundle of the jobs */
export function worker() {
  return ["--max-semi-space-size=4", "--max-old-space-size=256", bundled("worker")];
}

/**
 * Starts a server of ours as a child that ends when we end, however we end.
 *
 * @param {string[]} args  script and its arguments
 * @param {{ env: NodeJS.ProcessEnv, stdio?: "inherit" | number }} options  stdio: where its output goes
 * @returns {import("node:child_process").ChildProcess}
 */
export function startServer(args, { env, stdio = "inherit" }) {
  const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", endWithParent, ...args], {
    cwd: root,
    env: {
      ...SMALL_HEAPS,
      ...process.env,
      ...quiet,
      AUTH_SECRET: env.AUTH_SECRET || authSecret(),
      ...env,
      PORTAL_LAUNCHER: String(process.pid),
    },
    stdio: ["ignore", stdio, stdio, "ipc"],
    detached: true, // Ctrl-C reaches only us; we tell it, wait for it, and end the database after it
  });
  onShutdown(() => endGroup(child));
  return child;
}

/**
 * Waits until a server answers over HTTP.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @param {{ url: string, what: string, remedy: string, patienceMs?: number }} options  what, remedy: for a failure
 * @throws Problem when it ends or stays silent
 */
export async function waitForServer(child, { url, what, remedy, patienceMs = 60_000 }) {
  const end = performance.now() + patienceMs;
  while (performance.now() < end) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Problem(what, remedy);
    try {
      const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(5000) });
      await response.body?.cancel();
      return;
    } catch {
      await sleep(50);
    }
  }
  throw new Problem(`${what} It gave no answer at ${url}.`, remedy);
}

/** @param {import("node:child_process").ChildProcess} child @returns {Promise<number>} its exit code, 1 for a signal */
export function ended(child) {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

/** @param {string} name @returns {string} the path of a bundle */
function bundled(name) {
  return shown(path.join(root, "dist", `${name}.mjs`));
}
