import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { endGroup } from "../setup/child.mjs";
import { root } from "../setup/paths.mjs";
import { answers } from "../setup/ports.mjs";
import { Problem } from "../setup/problem.mjs";
import { onShutdown } from "../setup/shutdown.mjs";

/** @typedef {{ pids: () => number[], stop: () => Promise<void>, log: () => string }} Nginx */

/** @returns {boolean} whether nginx is installed */
export function hasNginx() {
  return spawnSync("nginx", ["-v"], { stdio: "ignore" }).status === 0;
}

/**
 * deploy/nginx.conf with the places of this machine in it; nothing else is changed.
 *
 * @param {{ folder: string, port: number, upstream: number, more?: string }} input  more: another server, for comparison
 * @returns {string} the file
 */
export function writeNginxConfig({ folder, port, upstream, more = "" }) {
  const text = fs.readFileSync(path.join(root, "deploy/nginx.conf"), "utf8");
  const places = [
    ["/var/cache/nginx/portal", path.join(folder, "cache")],
    ["/run/nginx.pid", path.join(folder, "nginx.pid")],
    ["listen 80", `listen 127.0.0.1:${port}`],
    ["server portal:3000", `server 127.0.0.1:${upstream}`],
    ["/dev/stdout", path.join(folder, "access.log")],
    ["/dev/stderr", path.join(folder, "error.log")],
  ];
  let own = text;
  for (const [from = "", to = ""] of places) {
    if (!own.includes(from))
      throw new Problem(`deploy/nginx.conf does not name ${from}.`, "Mend scripts/measure/nginx.mjs.");
    own = own.replaceAll(from, to);
  }
  const file = path.join(folder, "nginx.conf");
  fs.writeFileSync(file, own.replace(/\}\s*$/, `${more}}\n`));
  return file;
}

/** @param {string} file @returns {{ ok: boolean, words: string }} what `nginx -t` says */
export function testNginxConfig(file) {
  const { status, stderr } = spawnSync("nginx", ["-t", "-q", "-c", file, "-p", path.dirname(file)], {
    encoding: "utf8",
  });
  return { ok: status === 0, words: stderr };
}

/**
 * @param {{ file: string, port: number }} input
 * @returns {Promise<Nginx>}
 */
export async function startNginx({ file, port }) {
  const folder = path.dirname(file);
  // Its workers run as another user under root, and must reach the cache.
  for (let each = folder; each.startsWith("/tmp/") && each !== "/tmp"; each = path.dirname(each))
    fs.chmodSync(each, 0o755);
  const child = spawn("nginx", ["-c", file, "-p", folder, "-g", "daemon off;"], { stdio: "ignore", detached: true });
  onShutdown(() => endGroup(child));
  for (let attempt = 0; attempt < 100 && !(await answers(port)); attempt++) {
    if (child.exitCode !== null)
      throw new Problem("nginx did not start.", `Look at ${path.join(folder, "error.log")}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    pids: () => childrenOf(child.pid ?? 0),
    stop: () => endGroup(child),
    log: () => fs.readFileSync(path.join(folder, "access.log"), "utf8"),
  };
}

/** @param {number} pid */
function childrenOf(pid) {
  const file = `/proc/${pid}/task/${pid}/children`;
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim().split(" ").filter(Boolean).map(Number) : [];
}
