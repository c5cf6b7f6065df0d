import { setTimeout as sleep } from "node:timers/promises";
import { load, median, residentMib } from "../measure/drive.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { coldWishes, mixedWishes } from "./mix.mjs";

/** @typedef {import("./run-bench.mjs").Context} Context */
/** @typedef {import("./run-bench.mjs").Figure} Figure */

const SECONDS = 60;
const PER_SECOND = 200;

/** @param {Context} context @returns {Promise<Figure[]>} */
export async function benchStart({ databaseUrl, folder }) {
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const page = [];
  for (let round = 0; round < 3; round++) {
    const startedAt = performance.now();
    const portal = await startBuilt({ databaseUrl, folder });
    first.push(portal.firstAnswerMs);
    await (await fetch(`${portal.url}/zh`)).arrayBuffer();
    page.push(performance.now() - startedAt);
    await portal.stop();
  }
  const note = `first page after ${Math.round(median(page))} ms`;
  return [{ name: "start to first 200", value: median(first), unit: "ms", bar: "most", must: 715, note }];
}

/**
 * A fresh server under what readers ask for, and another one under nothing but pages that were never asked for.
 *
 * @param {Context} context
 * @returns {Promise<Figure[]>}
 */
export async function benchMemory(context) {
  /** @type {number[]} */
  const idle = [];
  const mixed = await underLoad(context, idle, (origin) => mixedWishes(origin, SECONDS * PER_SECOND));
  const cold = await underLoad(context, idle, coldWishes);
  return [
    { name: "memory, idle", value: median(idle), unit: "MiB", bar: "most", must: 160 },
    { name: "memory after 60 s at 200 a second, mixed", unit: "MiB", bar: "most", must: 350, ...mixed },
    { name: "memory after 60 s of pages not yet drawn", unit: "MiB", bar: "most", must: 350, ...cold },
  ];
}

/**
 * @param {Context} context
 * @param {number[]} idle  gets the memory before the load
 * @param {(origin: string) => Promise<{ wishes: import("./mix.mjs").Wish[], addresses: number }>} choose
 * @returns {Promise<{ value: number, note: string }>}
 */
async function underLoad({ databaseUrl, folder }, idle, choose) {
  const portal = await startBuilt({ databaseUrl, folder });
  await sleep(5000);
  idle.push(residentMib(portal.pid));
  const { wishes, addresses } = await choose(portal.url);
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, residentMib(portal.pid));
  }, 250);
  const wanted = { port: portal.port, paths: wishes, seconds: SECONDS, connections: 128, perSecond: PER_SECOND };
  const outcome = await load(wanted);
  clearInterval(watch);
  const value = residentMib(portal.pid);
  await portal.stop();
  const note = `${Math.round(most)} at most; ${Math.round(outcome.answers / outcome.seconds)} a second over ${addresses} addresses, half within ${Math.round(outcome.p50)} ms, p99 ${Math.round(outcome.p99)} ms, ${JSON.stringify(outcome.statuses)}`;
  return { value, note };
}
