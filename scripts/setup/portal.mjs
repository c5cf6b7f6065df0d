import { buildPortal } from "./build.mjs";
import { generateClient } from "./generate.mjs";
import { installPackages } from "./install.mjs";
import { takeLock, withLock } from "./lock.mjs";
import { Problem } from "./problem.mjs";
import { openLog, say, warn } from "./report.mjs";
import { localHost, webPort } from "./settings.mjs";
import { isShuttingDown, serveUntilStopped } from "./shutdown.mjs";
import { ended, requireFreePort, startServer, waitForServer, webServer, worker } from "./web-server.mjs";

const LOCALES = ["zh", "ru", "en"];

/**
 * Sets up what is missing, starts the portal and stays until somebody stops it.
 *
 * @returns {Promise<never>}
 * @throws Problem when a step fails, or when the server ends by itself
 */
export async function startPortal() {
  const port = webPort();
  takeFolder(port);
  openLog("start");
  await requireFreePort(port, "npm start");
  await withLock("setup", setUp, sayWaiting);
  const { openDatabase, prepareDatabase } = await import("../database/prepare.mjs");
  const url = await openDatabase();
  await prepareDatabase(url);
  await withLock("setup", buildPortal, sayWaiting);
  return serve({ port, url });
}

/** Two servers of one folder would build over each other's pages. @param {number} port */
function takeFolder(port) {
  const { owner } = takeLock("start", { note: `http://localhost:${port}/` });
  if (!owner) return;
  throw new Problem(
    `The portal already runs from this folder: ${owner.note} (process ${owner.pid}).`,
    `Use that one, or stop it first: Ctrl-C in its window, or \`kill ${owner.pid}\`.`,
  );
}

/** Packages and database client; nothing else works without them. */
export async function setUp() {
  await installPackages();
  await generateClient();
}

/** @param {{ pid: number }} owner */
function sayWaiting({ pid }) {
  say(`Waiting for another script of this folder (process ${pid}) …`);
}

/** How long a worker that ended by itself stays away; ms. */
const WORKER_REST = 5_000;

/**
 * Jobs run beside the server and never take it along: a worker that ends by itself is started again.
 *
 * @param {string} url
 */
function startWorker(url) {
  const child = startServer(worker(), { env: { NODE_ENV: "production", DATABASE_URL: url } });
  void ended(child).then((code) => {
    if (isShuttingDown()) return;
    say(`The worker ended by itself (exit code ${code}); it starts again in ${WORKER_REST / 1000} seconds.`);
    setTimeout(() => startWorker(url), WORKER_REST);
  });
}

/** As long as there is no staff: the way in, made anew at each start. @param {{ port: number, url: string }} input */
async function sayFirstOperator({ port, url }) {
  const { askStaff, invitationLink } = await import("../staff/command.mjs");
  const made = await askStaff(url, ["first"]).catch((/** @type {Error} */ error) => {
    warn(`no link for the first operator: ${error.message}`); // readers need none
    return { nothing: true };
  });
  if (!("token" in made)) return;
  say("There is no staff yet. The first operator comes in by this link, which works once:");
  console.log(`          ${invitationLink(made, port)}`);
}

/** @param {{ port: number, url: string }} input @returns {Promise<never>} */
async function serve({ port, url }) {
  const server = startServer(webServer(), {
    env: { NODE_ENV: "production", PORT: String(port), DATABASE_URL: url },
  });
  await waitForServer(server, {
    url: `http://${localHost()}:${port}/healthz`,
    what: "The web server did not start.",
    remedy: "Look at its words above, mend what they name, and start again.",
  });
  if (process.env.WORKER !== "0") startWorker(url);
  serveUntilStopped();
  say("Ready:");
  for (const locale of LOCALES) console.log(`          http://localhost:${port}/${locale}`);
  await sayFirstOperator({ port, url });
  console.log("          Stop with Ctrl-C");
  const code = await ended(server);
  throw new Problem(`The web server ended by itself (exit code ${code}).`, "Look at its last words above.");
}
