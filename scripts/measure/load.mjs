/**
 * The reader's side of a measurement, as a process of its own: keeps connections open and asks one request after the
 * other on each, over plain sockets, so that it costs less than the server that is measured. Loopback only, bounded in
 * time. Gets its task as JSON on stdin, prints the outcome as JSON.
 */
import fs from "node:fs";
import net from "node:net";

/**
 * @typedef {object} Task
 * @property {number} port
 * @property {string[]} requests  whole requests, asked in turn
 * @property {number} connections
 * @property {number} seconds
 * @property {number} [perSecond]  no more than so many; as many as possible unless told otherwise
 */

/** @type {Task} */
const task = JSON.parse(fs.readFileSync(0, "utf8"));
const requests = task.requests.map((text) => Buffer.from(text, "latin1"));
const END_OF_HEAD = Buffer.from("\r\n\r\n");
const END_OF_CHUNKS = Buffer.from("0\r\n\r\n");

let next = 0;
let isOver = false;
const startedAt = performance.now();
/** @type {Record<string, number>} */
const statuses = {};
/** @type {number[]} */
const times = [];
const outcome = { answers: 0, bytes: 0, failures: 0 };

function connect() {
  const socket = net.connect({ host: "127.0.0.1", port: task.port, noDelay: true });
  let askedAt = 0;
  /** @type {Buffer[]} */
  let parts = [];
  let got = 0;
  let wanted = -1;
  let isLast = false;
  let isGone = false;
  const ask = () => {
    if (isOver) return void socket.end();
    if (task.perSecond) {
      const due = startedAt + (next / task.perSecond) * 1000;
      const wait = due - performance.now();
      if (wait > 1) return void setTimeout(ask, wait);
    }
    parts = [];
    got = 0;
    wanted = -1;
    askedAt = performance.now();
    socket.write(requests[next++ % requests.length] ?? "");
  };
  const finish = () => {
    outcome.answers++;
    outcome.bytes += got;
    if (times.length < 500_000) times.push(performance.now() - askedAt);
    if (!isLast) return ask();
    // The server takes so many requests on a connection and no more, as it said.
    isGone = true;
    socket.end();
    connect();
  };
  socket.on("connect", ask);
  socket.on("data", (chunk) => {
    parts.push(chunk);
    got += chunk.length;
    if (wanted < 0) {
      const whole = parts.length === 1 ? chunk : Buffer.concat(parts);
      const end = whole.indexOf(END_OF_HEAD);
      if (end < 0) return;
      const head = whole.toString("latin1", 0, end);
      const status = head.slice(9, 12);
      statuses[status] = (statuses[status] ?? 0) + 1;
      isLast = /\r\nconnection: *close/i.test(head);
      const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
      wanted = length !== undefined ? end + 4 + Number(length) : status === "304" ? end + 4 : 0;
    }
    if (wanted > 0 ? got >= wanted : chunk.subarray(-5).equals(END_OF_CHUNKS)) finish();
  });
  const gone = () => {
    if (isGone || isOver) return;
    isGone = true;
    outcome.failures++;
    socket.destroy();
    if (outcome.failures < 10_000) setTimeout(connect, 20);
  };
  socket.on("error", gone);
  socket.on("close", gone);
}

for (let index = 0; index < task.connections; index++) connect();
setTimeout(() => {
  isOver = true;
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => times[Math.floor(times.length * share)] ?? 0;
  console.log(JSON.stringify({ ...outcome, seconds, statuses, p50: at(0.5), p99: at(0.99) }));
  process.exit(0);
}, task.seconds * 1000);
