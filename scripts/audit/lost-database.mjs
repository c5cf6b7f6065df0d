import { setTimeout as sleep } from "node:timers/promises";
import { load, residentMib } from "../measure/drive.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { weakLine } from "./line.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */
/** @typedef {import("../measure/portal.mjs").Running} Running */

const KEPT = ["/zh", "/ru/yugra", "/en/yugra/sites/sez-nyagan", "/zh/sites"];
const NOT_KEPT = ["/zh/tver", "/en/khabarovsk", "/ru/sites?kind=asez", "/zh/moscow/sites"];
/** Lists that nobody asks for twice, so that none is ever kept. */
const FRESH = ["zh", "ru", "en"].flatMap((locale) =>
  Array.from({ length: 400 }, (_, page) => `/${locale}/sites?region=yugra&page=${page + 2}`),
);
const MINUTE = 60;
const PER_SECOND = 100;
/** A reader waits so long at most for the word that the portal cannot answer now. */
const WORD_MS = 1500;
const READY_MS = 3000;

/**
 * The database away before the start, during requests, for a minute under load; back again without a restart.
 *
 * @param {Context} context
 * @returns {Promise<Finding[]>}
 */
export async function auditLostDatabase({ databaseUrl, folder }) {
  const line = await weakLine(databaseUrl);
  const portal = await startBuilt({ databaseUrl: line.url, folder });
  /** @type {Finding[]} */
  const found = [];
  const note = (/** @type {string} */ name, /** @type {boolean} */ ok, /** @type {string} */ figure) =>
    found.push({ name: `lost database, ${name}`, ok, figure });

  const [live, ready, page] = [await ask(portal, "/healthz"), await ask(portal, "/readyz"), await ask(portal, "/zh")];
  const isToldEarly = live.status === 200 && ready.status === 503 && page.status === 503 && page.ms <= WORD_MS;
  note(
    "away before the start",
    isToldEarly,
    `live ${live.status}, ready ${ready.status}, page ${page.status} after ${page.ms} ms`,
  );
  await line.mend();
  const first = await untilReady(portal);
  note("ready when it comes", first <= READY_MS, `${first} ms, page ${(await ask(portal, "/zh")).status}`);

  for (const path of [...KEPT, ...KEPT, ...KEPT]) await ask(portal, path);
  // Cut while readers ask: what is kept goes on; what is under way ends with a word, never with a fault of ours.
  const during = load({
    port: portal.port,
    paths: FRESH.slice(0, 400).flatMap((path, index) => [path, KEPT[index % KEPT.length] ?? ""]),
    seconds: 4,
    connections: 8,
    perSecond: PER_SECOND,
  });
  await sleep(1500);
  await line.cut();
  const { statuses, failures } = await during;
  const isPlain = failures === 0 && Object.keys(statuses).sort().join() === "200,503";
  note("cut during requests", isPlain, `${JSON.stringify(statuses)}, ${failures} broken connections`);

  const before = residentMib(portal.pid);
  const [kept, others] = await Promise.all([
    load({ port: portal.port, paths: KEPT, seconds: MINUTE, connections: 8, perSecond: PER_SECOND }),
    load({ port: portal.port, paths: FRESH.slice(400), seconds: MINUTE, connections: 4, perSecond: 10 }),
  ]);
  const after = residentMib(portal.pid);
  const isKept = Object.keys(kept.statuses).every((status) => status === "200") && kept.failures === 0;
  note("kept pages for a minute", isKept, `${JSON.stringify(kept.statuses)}, p99 ${Math.round(kept.p99)} ms`);
  const isSaid = Object.keys(others.statuses).every((status) => status === "503" || status === "200");
  note(
    "all others for a minute",
    isSaid && others.failures === 0,
    `${JSON.stringify(others.statuses)}, p99 ${Math.round(others.p99)} ms`,
  );
  note("memory during it", after - before < 100, `${Math.round(before)} → ${Math.round(after)} MiB`);

  await line.mend();
  const again = await untilReady(portal);
  const pages = await Promise.all([...KEPT, ...NOT_KEPT].map((path) => ask(portal, path)));
  const well = pages.filter(({ status }) => status === 200).length;
  note(
    "back without a restart",
    again <= READY_MS && well === pages.length,
    `ready after ${again} ms, ${well} of ${pages.length} pages`,
  );
  const unhandled = (portal.words().match(/unhandled|uncaught|"level":60/gi) ?? []).length;
  note("unhandled failures in the log", unhandled === 0, String(unhandled));
  await portal.stop();
  await line.cut();
  return found;
}

/** @param {Running} portal @param {string} path */
async function ask(portal, path) {
  const startedAt = performance.now();
  const answer = await fetch(portal.url + path, { redirect: "manual", signal: AbortSignal.timeout(20_000) });
  await answer.arrayBuffer();
  return { status: answer.status, ms: Math.round(performance.now() - startedAt) };
}

/** @param {Running} portal @returns {Promise<number>} ms */
async function untilReady(portal) {
  const startedAt = performance.now();
  while (performance.now() - startedAt < 30_000) {
    if ((await ask(portal, "/readyz")).status === 200) break;
    await sleep(20);
  }
  return Math.round(performance.now() - startedAt);
}
