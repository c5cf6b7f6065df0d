import http from "node:http";
import net from "node:net";
import { startBuilt } from "../measure/portal.mjs";
import { CLASSES, POISON } from "./hostile.mjs";

/** @typedef {import("./run-audit.mjs").Context} Context */
/** @typedef {import("./run-audit.mjs").Finding} Finding */
/** @typedef {{ kind: string, status: number, ms: number, text: string, line: string }} Outcome */

const REQUESTS = 4000;
const AT_ONCE = 16;
const SLOWEST_MS = 2000;
/** Stands in every hostile value in a form that a browser would run. */
const MARK = "<svg/onload=zq7>";
const CLEAN = ["/zh", "/ru/yugra", "/en/sites?kind=sez", "/zh/yugra/sites/sez-nyagan", "/robots.txt"];

/**
 * Thousands of hostile requests: none may bring a fault of ours, take long, come back in the page, or change what the
 * next reader gets.
 *
 * @param {Context} context
 * @returns {Promise<Finding[]>}
 */
export async function auditFuzz({ databaseUrl, folder }) {
  const portal = await startBuilt({ databaseUrl, folder });
  const before = await cleanPages(portal.url);
  const tasks = Array.from({ length: REQUESTS }, (_, index) => {
    const { kind, make } = /** @type {typeof CLASSES[number]} */ (CLASSES[index % CLASSES.length]);
    return { kind, text: make({ seed: index, mark: MARK }) };
  });
  /** @type {Outcome[]} */
  const outcomes = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let task = tasks.pop(); task; task = tasks.pop()) outcomes.push(await send(portal.port, task));
    }),
  );
  const after = await cleanPages(portal.url);
  const poisoned = await poison(portal.url, after);
  const alive = (await fetch(`${portal.url}/readyz`)).status;
  const words = portal.words();
  await portal.stop();
  const times = outcomes.map(({ ms }) => ms).sort((a, b) => a - b);
  const faults = outcomes.filter(({ status }) => status >= 500);
  const slow = outcomes.filter(({ ms }) => ms > SLOWEST_MS);
  const reflected = outcomes.filter(({ text }) => text.includes(MARK));
  const unsure = (words.match(/"level":60|unhandled|uncaught/gi) ?? []).length;
  const first = (/** @type {Outcome[]} */ list) =>
    list[0] ? `, first ${list[0].kind}: ${JSON.stringify(list[0].line.slice(0, 120))}` : "";
  const at = (/** @type {number} */ share) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  return [
    {
      name: "hostile requests, faults of ours",
      ok: faults.length === 0,
      figure: `${faults.length} of ${outcomes.length}${first(faults)}`,
    },
    {
      name: "hostile requests, over 2 s",
      ok: slow.length === 0,
      figure: `${slow.length}; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms${first(slow)}`,
    },
    {
      name: "hostile requests, reflected mark-up",
      ok: reflected.length === 0,
      figure: `${reflected.length}${first(reflected)}`,
    },
    {
      name: "clean pages after them",
      ok: same(before, after),
      figure: same(before, after) ? "equal byte for byte" : "changed",
    },
    {
      name: "headers that want to poison the cache",
      ok: poisoned.length === 0,
      figure: poisoned.join(", ") || `${POISON.length} headers, clean pages equal`,
    },
    {
      name: "alive and ready after them",
      ok: alive === 200 && unsure === 0,
      figure: `${alive}, ${unsure} lines of unhandled failures`,
    },
  ];
}

/**
 * Writes a request as it is, right or wrong, and reads what comes.
 *
 * @param {number} port
 * @param {{ kind: string, text: string }} task
 * @returns {Promise<Outcome>} status 0: the connection was closed without an answer
 */
function send(port, { kind, text }) {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const socket = net.connect({ port, host: "127.0.0.1" });
    /** @type {Buffer[]} */
    const chunks = [];
    let isDone = false;
    const done = () => {
      if (isDone) return;
      isDone = true;
      socket.destroy();
      const answer = Buffer.concat(chunks).toString("utf8");
      const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
      resolve({ kind, status, ms: performance.now() - startedAt, text: answer, line: text.split("\r\n", 1)[0] ?? "" });
    };
    socket.on("connect", () => socket.write(text, "latin1"));
    socket.on("data", (chunk) => {
      chunks.push(chunk);
      const head = Buffer.concat(chunks);
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = /\r\ncontent-length: *(\d+)/i.exec(head.toString("latin1", 0, end))?.[1];
      if (/^HEAD /.test(text) || (length !== undefined && head.length >= end + 4 + Number(length))) done();
    });
    socket.on("error", done);
    socket.on("close", done);
    socket.setTimeout(8000, done);
  });
}

/** @param {string} origin @returns {Promise<Map<string, string>>} */
async function cleanPages(origin) {
  const pages = new Map();
  for (const path of CLEAN) pages.set(path, await body(origin + path));
  return pages;
}

/** @param {Map<string, string>} one @param {Map<string, string>} other */
function same(one, other) {
  return CLEAN.every((path) => one.get(path) === other.get(path));
}

/** @param {string} origin @param {Map<string, string>} clean */
async function poison(origin, clean) {
  /** @type {string[]} */
  const changed = [];
  for (const [name = "", value = ""] of POISON) {
    // A page that nobody has, with the header first: if it were kept changed, the clean one would show it.
    for (const path of CLEAN) {
      await body(origin + path, { [name]: value });
      if ((await body(origin + path)) !== clean.get(path)) changed.push(`${name} on ${path}`);
    }
  }
  return changed;
}

/** @param {string} url @param {Record<string, string>} [headers] @returns {Promise<string>} */
function body(url, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => resolve(`${response.statusCode} ${Buffer.concat(chunks).toString("utf8")}`));
    });
    request.on("error", reject);
  });
}
