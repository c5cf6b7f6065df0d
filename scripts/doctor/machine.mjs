import fs from "node:fs";
import path from "node:path";
import { lockOwner } from "../setup/lock.mjs";
import { dataDir, makeDataDir, root, shown } from "../setup/paths.mjs";
import { answers, nextFreePort, tryPort } from "../setup/ports.mjs";
import { Problem } from "../setup/problem.mjs";
import { localHost, webPort } from "../setup/settings.mjs";

const GIB = 1024 ** 3;
/** Packages, a build and a young database together; below it the next start may not end. */
const ENOUGH_GIB = 2;

/** Tried out with these; what is newer may work. */
const KNOWN_MAJORS = ["20", "22", "24"];
const LEVELS = ["fatal", "error", "warn", "info", "debug", "silent"];

export function checkNode() {
  const [major = ""] = process.versions.node.split(".");
  const note = KNOWN_MAJORS.includes(major) ? "" : `; tried out are ${KNOWN_MAJORS.join(", ")}`;
  return `${process.versions.node} on ${process.platform}-${process.arch}${note}`;
}

export function checkSettings() {
  const { SITE_URL, METRICS_PORT, LOG_LEVEL } = process.env;
  const port = webPort();
  if (LOG_LEVEL && !LEVELS.includes(LOG_LEVEL)) {
    throw new Problem(`LOG_LEVEL=${LOG_LEVEL} is unknown.`, `Choose among ${LEVELS.join(", ")}.`);
  }
  if (METRICS_PORT) {
    const number = Number(METRICS_PORT);
    const isPort = Number.isInteger(number) && number > 0 && number < 65_536;
    if (!isPort) throw new Problem(`METRICS_PORT=${METRICS_PORT} is not a port.`, "Give a number from 1 to 65535.");
    if (number === port) throw new Problem(`METRICS_PORT and PORT are both ${port}.`, "Give the figures another port.");
  }
  if (!SITE_URL) return `SITE_URL is not set: links in search engines lead to http://localhost:${port}`;
  const example = "Write it like https://invest.example.org";
  if (!URL.canParse(SITE_URL)) throw new Problem(`SITE_URL=${SITE_URL} is no address.`, `${example}.`);
  const { protocol, pathname, search, hostname, origin } = new URL(SITE_URL);
  if (!/^https?:$/.test(protocol)) throw new Problem(`SITE_URL begins with ${protocol}`, `${example}.`);
  if (pathname !== "/" || search) throw new Problem(`SITE_URL=${SITE_URL} has a path.`, `${example}, without a path.`);
  const isLocal = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol === "http:" && !isLocal) {
    throw new Problem(`SITE_URL=${SITE_URL} is not encrypted, and readers are sent to https.`, `${example}.`);
  }
  return `SITE_URL=${origin}`;
}

/** Ages of figures, due dates and sessions hang on the clock. */
export function checkClock() {
  const migrations = path.join(root, "prisma/migrations");
  const [newest = ""] = fs
    .readdirSync(migrations)
    .filter((name) => /^\d{14}_/.test(name))
    .sort()
    .reverse();
  const made = newest.replace(/^(\d{4})(\d\d)(\d\d).*$/, "$1-$2-$3");
  const today = new Date().toISOString().slice(0, 10);
  if (today >= made) return new Date().toISOString();
  throw new Problem(
    `The clock says ${today}, before the day of this version (${made}).`,
    "Set the clock, best by a time service (systemd-timesyncd, chrony).",
  );
}

export function checkDisk() {
  const { bavail, bsize } = fs.statfsSync(fs.existsSync(dataDir) ? dataDir : root);
  const freeGib = (bavail * bsize) / GIB;
  const words = `${freeGib.toFixed(1)} GiB free at ${shown(dataDir)}`;
  if (freeGib >= ENOUGH_GIB) return words;
  throw new Problem(`Only ${words}.`, `Free some: ${ENOUGH_GIB} GiB at least. Old backups lie in .data/backups.`);
}

/** Really writes: rights alone do not tell of a disk that was mounted for reading. */
export function checkWriting() {
  const folders = [makeDataDir(), path.join(dataDir, "log"), root, path.join(root, ".next"), path.join(root, "dist")];
  const there = folders.filter((folder) => fs.existsSync(folder));
  for (const folder of there) {
    const trial = path.join(folder, `.doctor-${process.pid}`);
    fs.writeFileSync(trial, "");
    fs.rmSync(trial);
  }
  return there.map((folder) => shown(folder) || "the project folder").join(", ");
}

export async function checkPort() {
  const port = webPort();
  const owner = lockOwner("start");
  if (owner?.note.includes(`:${port}/`)) return readiness(port, owner.pid);
  const host = process.env.HOST || "127.0.0.1";
  if (!(await answers(port, localHost())) && (await tryPort(port, host)) !== null) return `${host}:${port} is free`;
  throw new Problem(
    `${host}:${port} is taken by another program.`,
    `Stop that program, or choose another port: PORT=${await nextFreePort(port + 1)}`,
  );
}

/** @param {number} port @param {number} pid */
async function readiness(port, pid) {
  const url = `http://${localHost()}:${port}/readyz`;
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => null);
  if (response?.ok) return `the portal runs on ${port} (process ${pid}) and is ready`;
  const words = response ? `${response.status} ${(await response.text()).trim()}` : "no answer";
  throw new Problem(
    `The portal runs on ${port} (process ${pid}) and is not ready: ${words}.`,
    "See the lines about the database below, and the output of the portal.",
  );
}
