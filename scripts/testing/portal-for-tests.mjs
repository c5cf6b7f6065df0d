import fs from "node:fs";
import path from "node:path";
import { endGroup, lastLines } from "../setup/child.mjs";
import { Problem } from "../setup/problem.mjs";
import { ended, startServer, waitForServer, webServer, worker } from "../setup/web-server.mjs";
import { copyTemplate, ensureTemplate } from "./templates.mjs";

/** The day on which the tests in a browser take place: freshness and coming visits depend on it. */
const NOW = "2026-11-22T09:00:00Z";

/**
 * Starts the production build on a database of its own, filled with the facts.
 *
 * @param {{ server: string, folder: string, port: number, hasWorker?: boolean }} input  hasWorker: jobs run too
 * @returns {Promise<{ url: string, databaseUrl: string, pid: () => number, crash: () => Promise<void>, stop: () => Promise<void> }>}
 *   crash: the server is gone without a word, and started again on the same data
 * @throws Problem with the server's last words
 */
export async function startPortalForTests({ server, folder, port, hasWorker = false }) {
  const database = await copyTemplate(server, await ensureTemplate(server, "facts"));
  const url = `http://127.0.0.1:${port}`;
  const logFile = path.join(folder, "portal.log");
  const env = {
    NODE_ENV: "production",
    HOST: "127.0.0.1",
    PORT: String(port),
    DATABASE_URL: database.url,
    DATA_DIR: path.join(folder, "data"),
    PORTAL_NOW: NOW,
    AUTH_SECRET: "a secret of the tests and of nothing else",
    // A test never sends mail and never touches a file store, whatever this machine is set up for.
    SMTP_URL: "",
    S3_URL: "",
  };
  const start = (/** @type {string[]} */ args) => {
    const output = fs.openSync(logFile, "a");
    const child = startServer(args, { stdio: output, env });
    fs.closeSync(output);
    return child;
  };
  const startWeb = async () => {
    const child = start(webServer());
    try {
      await waitForServer(child, {
        url: `${url}/healthz`,
        what: "The portal did not start for the tests.",
        remedy: "Mend what its words name.",
      });
    } catch (error) {
      await endGroup(child);
      const { message, remedy } = /** @type {Problem} */ (error);
      throw new Problem(message, remedy, { details: lastLines(fs.readFileSync(logFile, "utf8")) });
    }
    return child;
  };
  let web = await startWeb();
  const jobs = hasWorker ? start(worker()) : null;
  return {
    url,
    databaseUrl: database.url,
    pid: () => web.pid ?? 0,
    async crash() {
      const gone = ended(web);
      web.kill("SIGKILL");
      await gone;
      web = await startWeb();
    },
    async stop() {
      await endGroup(web);
      if (jobs) await endGroup(jobs);
      await database.drop();
    },
  };
}
