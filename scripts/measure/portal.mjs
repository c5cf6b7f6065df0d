import fs from "node:fs";
import path from "node:path";
import { endGroup, lastLines } from "../setup/child.mjs";
import { tryPort } from "../setup/ports.mjs";
import { Problem } from "../setup/problem.mjs";
import { startServer, waitForServer, webServer } from "../setup/web-server.mjs";

/** @typedef {{ url: string, port: number, pid: number, child: import("node:child_process").ChildProcess, firstAnswerMs: number, words: () => string, stop: () => Promise<void> }} Running */

/**
 * Starts a server of this folder's build as a child and waits for its first answer.
 *
 * @param {{ databaseUrl: string, folder: string, args?: string[], ready?: string, port?: number, output?: string, env?: Record<string, string> }} input
 *   folder: for its log; output: where its log goes instead; args: the script, our own server unless told otherwise; ready: address of the first answer
 * @returns {Promise<Running>}
 * @throws Problem with the server's last words
 */
export async function startBuilt({ databaseUrl, folder, args, ready = "/healthz", port, output, env = {} }) {
  // Any free one, not the first: two who look for the first at the same time find the same.
  const free = port ?? /** @type {number} */ (await tryPort(0, "127.0.0.1"));
  const logFile = output ?? path.join(folder, `server-${free}-${Date.now()}.log`);
  const log = fs.openSync(logFile, "a");
  const startedAt = performance.now();
  const child = startServer(args?.map((each) => each.replace("PORT", String(free))) ?? webServer(), {
    stdio: log,
    env: {
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(free),
      DATABASE_URL: databaseUrl,
      DATA_DIR: path.join(folder, "data"),
      SITE_URL: `http://127.0.0.1:${free}`,
      METRICS_PORT: "",
      ...env,
    },
  });
  fs.closeSync(log);
  const url = `http://127.0.0.1:${free}`;
  const words = () => (output ? "" : fs.readFileSync(logFile, "utf8"));
  try {
    await waitForServer(child, { url: url + ready, what: "The server did not start.", remedy: "Mend what it names." });
  } catch (error) {
    await endGroup(child);
    const { message, remedy } = /** @type {Problem} */ (error);
    throw new Problem(message, remedy, { details: lastLines(words()) });
  }
  const firstAnswerMs = performance.now() - startedAt;
  return { url, port: free, pid: child.pid ?? 0, child, firstAnswerMs, words, stop: () => endGroup(child) };
}
