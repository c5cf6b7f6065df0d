import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fetchRaw } from "../bench/children.mjs";
import { hasNginx, startNginx, writeNginxConfig } from "../measure/nginx.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { nextFreePort } from "../setup/ports.mjs";
import { onShutdown } from "../setup/shutdown.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */

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
    // nginx breaks an answer off that it cannot write down, and no setting makes it pass the answer on instead. So its
    // cache has a disk of its own (deploy/README.md), and what counts here is that it needs nobody's help afterwards.
    const meanwhile =
      during === "200" ? "answers on" : `nginx cannot answer meanwhile (${during}), hence a disk of its own`;
    const figure = `${meanwhile}; ${after} as soon as there is room`;
    found.push({ name: "full disk behind nginx's cache, well again by itself", ok: after === "200", figure });
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
  for (let times = 0; times < 20; times++) {
    for (const each of ["/zh", "/ru/yugra", "/en/sites?kind=sez"]) {
      const answer = await fetchRaw(origin + each, headers).catch(() => ({ status: 0, body: Buffer.alloc(0) }));
      seen.add(answer.status === 200 && answer.body.length < 1000 ? "short" : answer.status);
    }
  }
  return [...seen].join(", ");
}
