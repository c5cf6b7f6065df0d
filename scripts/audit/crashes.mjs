import { spawnSync } from "node:child_process";
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
import { hasNginx, startNginx, writeNginxConfig } from "../measure/nginx.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { nextFreePort } from "../setup/ports.mjs";
import { onShutdown } from "../setup/shutdown.mjs";
import { ensureTemplate } from "../testing/templates.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */

const ROUNDS = 6;
const BACK_MS = 3000;
const HEAL_MS = 5000;

/** kill -9 of the portal and of the database, again and again. @param {Context} context @returns {Promise<Finding[]>} */
export async function auditCrashes(context) {
  return [await killPortal(context), ...(await killDatabase(context))];
}

/** @param {Context} context @returns {Promise<Finding>} */
async function killPortal({ databaseUrl, folder }) {
  const port = await nextFreePort(4490);
  /** @type {number[]} */
  const times = [];
  let wrong = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const portal = await startBuilt({ databaseUrl, folder, port });
    times.push(portal.firstAnswerMs);
    if ((await fetch(`${portal.url}/zh/yugra`)).status !== 200) wrong++;
    const readers = load({ port, paths: ["/zh", "/ru/sites", "/en/yugra"], seconds: 1, connections: 8 });
    await sleep(600);
    const gone = new Promise((resolve) => portal.child.once("exit", resolve));
    process.kill(portal.pid, "SIGKILL");
    await Promise.all([readers, gone]);
  }
  const slowest = Math.round(Math.max(...times));
  return {
    name: `portal killed ${ROUNDS} times under load`,
    ok: wrong === 0 && slowest <= BACK_MS,
    figure: `back after ${slowest} ms at most, ${wrong} wrong first pages`,
  };
}

/** A server of its own, whose disk is waited for. @param {Context} context @returns {Promise<Finding[]>} */
async function killDatabase({ folder }) {
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
  const url = await ownDatabase(server);
  const portal = await startBuilt({ databaseUrl: url, folder });
  let acknowledged = 0;
  let slowest = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const writer = write(url, acknowledged);
    await sleep(500);
    const pid = (await findPostmaster(cluster.folder))?.pid;
    if (pid) process.kill(pid, "SIGKILL");
    acknowledged = await writer;
    await startCluster(cluster, { port });
    const startedAt = performance.now();
    while ((await fetch(`${portal.url}/readyz`)).status !== 200 && performance.now() - startedAt < 30_000)
      await sleep(20);
    slowest = Math.max(slowest, performance.now() - startedAt);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query("SELECT count(*)::int AS count FROM kept_by_audit WHERE n < $1", [acknowledged]);
  await client.end();
  const fresh = (await fetch(`${portal.url}/zh/sites?kind=sez&region=moscow`)).status;
  await portal.stop();
  dropCluster(cluster);
  const lost = acknowledged - rows[0].count;
  return [
    {
      name: `database killed ${ROUNDS} times, acknowledged rows lost`,
      ok: lost === 0 && acknowledged > 0,
      figure: `${lost} of ${acknowledged}`,
    },
    {
      name: "portal well again without a restart",
      ok: slowest <= HEAL_MS && fresh === 200,
      figure: `${Math.round(slowest)} ms at most after the database, page ${fresh}`,
    },
  ];
}

/** @param {string} server */
async function ownDatabase(server) {
  const template = await ensureTemplate(server, "facts");
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`CREATE DATABASE audit TEMPLATE ${template}`);
  await admin.end();
  const url = withDatabase(server, "audit");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE kept_by_audit (n int PRIMARY KEY)");
  await client.end();
  return url;
}

/** Writes one row after the other until the server dies. @param {string} url @param {number} from @returns {Promise<number>} */
async function write(url, from) {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  let next = from;
  try {
    for (;;) {
      // A row whose word of success was lost may be there already.
      await client.query("INSERT INTO kept_by_audit VALUES ($1) ON CONFLICT DO NOTHING", [next]);
      next++;
    }
  } catch {
    await client.end().catch(() => {});
    return next;
  }
}

/** A full disk behind the log and behind nginx's cache. @param {Context} context @returns {Promise<Finding[]>} */
export async function auditFullDisk({ databaseUrl, folder }) {
  const disk = path.join(folder, "small-disk");
  fs.mkdirSync(disk);
  const options = ["-t", "tmpfs", "-o", "size=512k,mode=0755", "tmpfs", disk];
  if (spawnSync("mount", options, { stdio: "ignore" }).status !== 0) {
    return [{ name: "full disk", ok: false, figure: "no small disk could be mounted: run it as root" }];
  }
  const unmount = onShutdown(() => spawnSync("umount", ["--lazy", disk]));
  const logFile = path.join(disk, "portal.log");
  fs.writeFileSync(logFile, "");
  const fill = () => spawnSync("dd", ["if=/dev/zero", `of=${disk}/rest`, "bs=4k"], { stdio: "ignore" });
  fill();
  const portal = await startBuilt({
    databaseUrl,
    folder,
    output: logFile,
    env: { LOG_LEVEL: "debug", DATA_DIR: disk },
  });
  const own = await statuses(portal.url, {});
  /** @type {Finding[]} */
  const found = [
    {
      name: "full disk behind the log",
      ok: own === "200" && portal.child.exitCode === null,
      figure: `answers ${own}, process alive`,
    },
  ];
  if (hasNginx()) {
    const ngx = path.join(folder, "disk-nginx");
    fs.mkdirSync(ngx);
    fs.symlinkSync(disk, path.join(ngx, "cache"));
    const port = await nextFreePort(4495);
    const nginx = await startNginx({ file: writeNginxConfig({ folder: ngx, port, upstream: portal.port }), port });
    fill();
    const during = await statuses(`http://127.0.0.1:${port}`, { host: "localhost" });
    fs.rmSync(path.join(disk, "rest"));
    const after = await statuses(`http://127.0.0.1:${port}`, { host: "localhost" });
    // nginx gives an answer up that it cannot write down: its cache needs a disk of its own (deploy/README.md).
    const figure = `answers ${during} while it is full, ${after} after`;
    found.push({ name: "full disk behind nginx's cache, well again after", ok: after === "200", figure });
    await nginx.stop();
  }
  await portal.stop();
  spawnSync("umount", ["--lazy", disk]);
  unmount();
  return found;
}

/** @param {string} origin @param {Record<string, string>} headers @returns {Promise<string>} all that occurred */
async function statuses(origin, headers) {
  const seen = new Set();
  const { fetchRaw } = await import("../bench/children.mjs");
  for (let times = 0; times < 20; times++) {
    for (const each of ["/zh", "/ru/yugra", "/en/sites?kind=sez"]) {
      const answer = await fetchRaw(origin + each, headers).catch(() => ({ status: 0, body: Buffer.alloc(0) }));
      seen.add(answer.status === 200 && answer.body.length < 1000 ? "short" : answer.status);
    }
  }
  return [...seen].join(", ");
}
