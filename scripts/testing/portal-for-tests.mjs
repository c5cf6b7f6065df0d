import fs from "node:fs";
import path from "node:path";
import { endGroup, lastLines } from "../setup/child.mjs";
import { Problem } from "../setup/problem.mjs";
import { startServer, waitForServer, webServer } from "../setup/web-server.mjs";
import { copyTemplate, ensureTemplate } from "./templates.mjs";

/** The day on which the tests in a browser take place: freshness and coming visits depend on it. */
const NOW = "2026-11-22T09:00:00Z";

/**
 * Starts the production build on a database of its own, filled with the facts.
 *
 * @param {{ server: string, folder: string, port: number }} input
 * @returns {Promise<{ url: string, databaseUrl: string, stop: () => Promise<void> }>}
 * @throws Problem with the server's last words
 */
export async function startPortalForTests({ server, folder, port }) {
  const database = await copyTemplate(server, await ensureTemplate(server, "facts"));
  const url = `http://127.0.0.1:${port}`;
  const logFile = path.join(folder, "portal.log");
  const output = fs.openSync(logFile, "a");
  const child = startServer(webServer(), {
    stdio: output,
    env: {
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
    },
  });
  fs.closeSync(output);
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
  return {
    url,
    databaseUrl: database.url,
    async stop() {
      await endGroup(child);
      await database.drop();
    },
  };
}
