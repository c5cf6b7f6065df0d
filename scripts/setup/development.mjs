import { bundle } from "./bundles.mjs";
import { installedCommand } from "./child.mjs";
import { withLock } from "./lock.mjs";
import { setUp } from "./portal.mjs";
import { openLog } from "./report.mjs";
import { webPort } from "./settings.mjs";
import { serveUntilStopped } from "./shutdown.mjs";
import { ended, requireFreePort, startServer } from "./web-server.mjs";

/**
 * Sets up what is missing and runs `next dev` until somebody stops it.
 *
 * @returns {Promise<number>} exit code of next
 * @throws Problem when a step fails
 */
export async function startDevelopment() {
  openLog("dev");
  const port = webPort();
  await requireFreePort(port, "npm run dev");
  await withLock("setup", setUp);
  const { openDatabase, prepareDatabase } = await import("../database/prepare.mjs");
  const url = await openDatabase();
  await prepareDatabase(url);
  await bundle(["cache-handler", "islands", "reader", "register"]);
  const server = startServer([installedCommand("next"), "dev", "--port", String(port)], {
    env: { NODE_ENV: "development", DATABASE_URL: url },
  });
  serveUntilStopped();
  return ended(server);
}
