import { fork } from "node:child_process";
import http from "node:http";
import path from "node:path";
import { onShutdown } from "../setup/shutdown.mjs";

/**
 * Starts one of the yardsticks beside this file.
 *
 * @param {string} script
 * @param {object} task
 * @returns {Promise<{ port: number, pid: number, stop: () => void }>}
 */
export async function startYardstick(script, task) {
  const child = fork(path.join(import.meta.dirname, script), { env: { ...process.env, NODE_ENV: "production" } });
  onShutdown(() => child.kill("SIGKILL"));
  child.send(task);
  const address = await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", () => reject(new Error(`${script} ended by itself`)));
  });
  return { port: address.port, pid: child.pid ?? 0, stop: () => void child.kill("SIGKILL") };
}

/**
 * One answer with the bytes as they came over the wire.
 *
 * @param {string} url
 * @param {Record<string, string>} [headers]
 * @returns {Promise<{ status: number, headers: http.IncomingHttpHeaders, body: Buffer }>}
 */
export function fetchRaw(url, headers = { "accept-encoding": "br, gzip" }) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false, timeout: 30_000 }, (response) => {
      /** @type {Buffer[]} */
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.on("error", reject);
    request.on("timeout", () => request.destroy(new Error(`no answer from ${url}`)));
  });
}

/** Asks until a page comes from kept bytes: the second or third time. @param {string} url */
export async function warmUp(url) {
  let answer = await fetchRaw(url);
  for (let times = 0; times < 5 && answer.headers["content-encoding"] !== "br"; times++) answer = await fetchRaw(url);
  return answer;
}
