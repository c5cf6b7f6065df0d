import { log } from "../setup/report.mjs";
import { CHECKS } from "./checks.mjs";

/** @typedef {import("./checks.mjs").Check} Check */

/**
 * Runs checks, some at a time, with one line for each and the output of those that fail.
 *
 * @param {{ names?: string[], atOnce?: number }} [options]  names: all checks unless told otherwise
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks({ names, atOnce = 2 } = {}) {
  const waiting = CHECKS.filter(({ name }) => !names || names.includes(name));
  const result = { passed: 0, failed: 0 };
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await runCheck(check)) result.passed++;
      else result.failed++;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return result;
}

/** @param {Check} check */
async function runCheck({ name, run }) {
  const start = performance.now();
  const { ok, output } = await run().catch((error) => ({ ok: false, output: String(error.stack ?? error) }));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const line = `${ok ? "PASS" : "FAIL"}  ${name.padEnd(12)} ${seconds.padStart(5)} s`;
  const text = ok ? line : `${line}\n${output.trimEnd()}\n`;
  console.log(text);
  log(`${text}\n`);
  return ok;
}
