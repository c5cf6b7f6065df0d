import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** @typedef {{ answers: number, bytes: number, failures: number, seconds: number, statuses: Record<string, number>, p50: number, p99: number }} Outcome */

/** Ticks of the processor's clock in a second, as Linux counts them for programs. */
const TICKS = 100;

/**
 * Puts a server of this machine under load from a second process.
 *
 * @param {{ port: number, paths: (string | { path: string, headers: Record<string, string> })[], seconds: number, connections?: number, perSecond?: number, host?: string, encoding?: string }} input
 * @returns {Promise<Outcome>}
 */
export async function load({
  port,
  paths,
  seconds,
  connections = 32,
  perSecond,
  host = "localhost",
  encoding = "br, gzip",
}) {
  const requests = paths.map((each) => {
    const { path, headers } = typeof each === "string" ? { path: each, headers: {} } : each;
    const all = { Host: host, "Accept-Encoding": encoding, Accept: "text/html", ...headers };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return `GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`;
  });
  const task = JSON.stringify({ port, requests, connections, seconds, perSecond });
  const script = path.join(import.meta.dirname, "load.mjs");
  const running = execute(process.execPath, [script], { timeout: (seconds + 20) * 1000 });
  running.child.stdin?.end(task);
  return JSON.parse((await running).stdout);
}

/**
 * Load with the time that the server's processes computed for it, which other work on the machine disturbs less than
 * the rate.
 *
 * @param {Parameters<typeof load>[0] & { pids: number[] }} input
 * @returns {Promise<Outcome & { perSecond: number, cpuMs: number }>} cpuMs: of the server, for one answer
 */
export async function measure({ pids, ...input }) {
  const before = cpuSeconds(pids);
  const outcome = await load(input);
  const cpuMs = ((cpuSeconds(pids) - before) * 1000) / Math.max(1, outcome.answers);
  const answered = outcome.statuses["200"] ?? 0;
  if (answered < outcome.answers || outcome.failures > 0) {
    throw new Error(`not all answers were 200: ${JSON.stringify(outcome.statuses)}, ${outcome.failures} failures`);
  }
  return { ...outcome, perSecond: outcome.answers / outcome.seconds, cpuMs };
}

/** @param {number[]} pids @returns {number} NaN where the system does not tell */
function cpuSeconds(pids) {
  let ticks = 0;
  for (const pid of pids) {
    try {
      const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      ticks += Number(fields[11]) + Number(fields[12]);
    } catch {
      return Number.NaN;
    }
  }
  return ticks / TICKS;
}

/** @param {number} pid @returns {number} memory that a process holds, MiB; NaN where the system does not tell */
export function residentMib(pid) {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** @param {number[]} values */
export function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
