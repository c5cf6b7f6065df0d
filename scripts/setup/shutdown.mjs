import { log, sayFailure } from "./report.mjs";

/** @type {(() => unknown)[]} */
const closers = [];
let closing = false;
let stopIsSuccess = false;

/**
 * @param {() => unknown} close  runs once when the command ends, however it ends; the last one added runs first
 * @returns {() => void} takes it off again, for something that has ended by itself
 */
export function onShutdown(close) {
  closers.push(close);
  return () => {
    const index = closers.indexOf(close);
    if (index >= 0) closers.splice(index, 1);
  };
}

/** @returns {boolean} whether the command is on its way out */
export function isShuttingDown() {
  return closing;
}

/** From now on Ctrl-C or SIGTERM is the normal end: the command serves until somebody stops it. */
export function serveUntilStopped() {
  stopIsSuccess = true;
}

/**
 * Closes everything that was opened and leaves.
 *
 * @param {number} exitCode
 * @returns {Promise<never>}
 */
export async function shutdown(exitCode) {
  if (closing) return new Promise(() => {});
  closing = true;
  while (closers.length) {
    try {
      await closers.pop()?.();
    } catch (error) {
      log(`while closing: ${/** @type {Error} */ (error).stack}\n`);
    }
  }
  process.exit(exitCode);
}

/**
 * Runs a command to its end; closes everything also after a failure, Ctrl-C, SIGTERM or a lost terminal.
 *
 * @param {() => Promise<number>} command  resolves to the exit code
 */
export async function runCommand(command) {
  const signals = /** @type {const} */ ([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]);
  for (const [signal, code] of signals) process.on(signal, () => void stop(code));
  watchNpm();
  try {
    await shutdown(await command());
  } catch (error) {
    if (!closing) sayFailure(error);
    await shutdown(1);
  }
}

/** @param {number} code */
function stop(code) {
  return shutdown(stopIsSuccess ? 0 : code);
}

/** npm passes SIGTERM to the shell between it and us, which dies without passing it on: notice that it has gone. */
function watchNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    void stop(143);
  }, 250);
  timer.unref();
}
