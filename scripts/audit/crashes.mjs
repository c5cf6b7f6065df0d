import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { findBinaries } from "../database/binaries.mjs";
import { clusterUrl, createCluster, dropCluster, startCluster } from "../database/cluster.mjs";
import { withDatabase } from "../database/connect.mjs";
import { findPostmaster } from "../database/postmaster.mjs";
import { databaseUser } from "../database/system-user.mjs";
import { load } from "../measure/drive.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { nextFreePort } from "../setup/ports.mjs";
import { say } from "../setup/report.mjs";
import { onShutdown } from "../setup/shutdown.mjs";
import { ensureTemplate } from "../testing/templates.mjs";
import { prepareWrites, shownMark, startWriter, writtenPage } from "./writer.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */

const ROUNDS = 50;
const BACK_MS = 3000;
const HEAL_MS = 5000;
/** Between the first answer and the end of the process. */
const ALIVE_MS = 300;

/** kill -9 of the portal, again and again, while it is read and its data change. @param {Context} context @returns {Promise<Finding[]>} */
export async function auditKilledPortal({ databaseUrl, folder }) {
  const port = await nextFreePort(4490);
  await prepareWrites(databaseUrl);
  const writer = startWriter(databaseUrl, 0);
  /** @type {number[]} */
  const times = [];
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const portal = await startBuilt({ databaseUrl, folder, port });
    times.push(portal.firstAnswerMs);
    const readers = load({ port, paths: [writtenPage, "/zh", "/ru/sites", "/en/yugra"], seconds: 1, connections: 8 });
    for (let times = 0; times < 3; times++) {
      const written = writer.acknowledged();
      if ((await shownMark(portal.url)) < written) wrong++;
      await sleep(ALIVE_MS / 3);
    }
    const gone = new Promise((resolve) => portal.child.once("exit", resolve));
    process.kill(portal.pid, "SIGKILL");
    await Promise.all([readers, gone]);
    if (round % 10 === 9) say(`  killed ${round + 1} times`);
  }
  const written = await writer.stop();
  const slowest = Math.round(Math.max(...times));
  return [
    {
      name: `portal killed ${ROUNDS} times while read and written`,
      ok: wrong === 0 && slowest <= BACK_MS && written > ROUNDS,
      figure: `back after ${slowest} ms at most, ${wrong} of ${ROUNDS * 3} pages older than what was written (${written} writes)`,
    },
  ];
}

/** The same for the database: a server of its own, whose disk is waited for. @param {Context} context @returns {Promise<Finding[]>} */
export async function auditKilledDatabase({ folder }) {
  const { cluster, port, url } = await ownServer(folder);
  const portal = await startBuilt({ databaseUrl: url, folder });
  let acknowledged = 0;
  let slowest = 0;
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const writer = startWriter(url, acknowledged);
    await shownMark(portal.url); // kept, so that it would be seen if it stayed too long
    await sleep(ALIVE_MS);
    const pid = (await findPostmaster(cluster.folder))?.pid;
    if (pid) await killNow(pid);
    acknowledged = await writer.ended();
    await startCluster(cluster, { port });
    const startedAt = performance.now();
    while ((await shownMark(portal.url)) < acknowledged && performance.now() - startedAt < 30_000) await sleep(20);
    const took = performance.now() - startedAt;
    slowest = Math.max(slowest, took);
    if (took > HEAL_MS) wrong++;
    if (round % 10 === 9) say(`  killed ${round + 1} times`);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SELECT count(*)::int AS count FROM kept_by_audit WHERE n <= $1", [acknowledged]);
  await client.end();
  const fresh = (await fetch(`${portal.url}/zh/sites?kind=sez&region=moscow`)).status;
  await portal.stop();
  dropCluster(cluster);
  const lost = acknowledged - rows[0].count;
  return [
    {
      name: `database killed ${ROUNDS} times while written, acknowledged rows lost`,
      ok: lost === 0 && acknowledged > ROUNDS,
      figure: `${lost} of ${acknowledged}`,
    },
    {
      name: "portal shows the last write again without a restart",
      ok: wrong === 0 && fresh === 200,
      figure: `${Math.round(slowest)} ms at most after the database, page ${fresh}`,
    },
  ];
}

/** Kills and waits until the process is gone. @param {number} pid */
async function killNow(pid) {
  try {
    process.kill(pid, "SIGKILL");
    for (;;) {
      process.kill(pid, 0);
      await sleep(5);
    }
  } catch {
    // gone
  }
}

/** @param {string} folder */
async function ownServer(folder) {
  const user = databaseUser();
  const home = path.join(folder, "crash");
  fs.mkdirSync(home);
  for (const each of [folder, home]) fs.chmodSync(each, 0o711);
  const cluster = {
    folder: path.join(home, "pg"),
    binaries: findBinaries(user),
    user,
    logFile: path.join(home, "postgres.log"),
  };
  createCluster(cluster);
  const port = await nextFreePort(56_201);
  await startCluster(cluster, { port });
  onShutdown(() => fs.existsSync(cluster.folder) && dropCluster(cluster));
  const server = /** @type {string} */ (await clusterUrl(cluster));
  const template = await ensureTemplate(server, "facts");
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE audit TEMPLATE ${template}`);
  await admin.end();
  const url = withDatabase(server, "audit");
  await prepareWrites(url);
  return { cluster, port, url };
}
