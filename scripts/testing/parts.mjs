import path from "node:path";
import { installedCommand, run, withHeartbeat } from "../setup/child.mjs";
import { nextFreePort } from "../setup/ports.mjs";
import { log, say, sayFailure } from "../setup/report.mjs";
import { findChromium } from "./chromium.mjs";
import { startPortalForTests } from "./portal-for-tests.mjs";
import { tallyPlaywright, tallyVitest } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */
/** @typedef {{ server: string, folder: string }} Context  the database server and a folder for this run */

const FIRST_PORT = 4310;

/**
 * @param {"unit" | "integration"} project
 * @param {Context} context
 * @returns {Promise<Tally>}
 */
export async function runVitest(project, { server, folder }) {
  const file = path.join(folder, `${project}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { code, output } = await withHeartbeat(`running the ${project} tests`, () =>
    run(process.execPath, [installedCommand("vitest"), ...args], { env: { TEST_DATABASE_URL: server, NO_COLOR: "1" } }),
  );
  return tell(project, tallyVitest(file, code === 0), output);
}

/**
 * The tests in a browser, on the production build with a database of its own.
 *
 * @param {Context} context
 * @returns {Promise<Tally>}
 */
export async function runEndToEnd({ server, folder }) {
  try {
    const chromium = await findChromium();
    const port = await nextFreePort(FIRST_PORT);
    const portal = await startPortalForTests({ server, folder, port });
    try {
      return await runPlaywright({ server, folder, chromium, portal });
    } finally {
      await portal.stop();
    }
  } catch (error) {
    sayFailure(error);
    return tell("e2e", { passed: 0, failed: 1 }, "");
  }
}

/** @param {Context & { chromium: string, portal: { url: string, databaseUrl: string } }} input */
async function runPlaywright({ server, folder, chromium, portal }) {
  const file = path.join(folder, "e2e.json");
  const { code, output } = await withHeartbeat("running the tests in a browser", () =>
    run(process.execPath, [installedCommand("playwright"), "test", "--reporter=list,json"], {
      env: {
        E2E_BASE_URL: portal.url,
        E2E_DATABASE_URL: portal.databaseUrl, // for those that compare pages with rows
        TEST_DATABASE_URL: server, // for those that start a portal of their own
        CHROMIUM: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: file,
        NO_COLOR: "1",
        FORCE_COLOR: "0",
      },
    }),
  );
  return tell("e2e", tallyPlaywright(file, code === 0), output);
}

/**
 * One line for a part, after the whole output of one that failed.
 *
 * @param {string} part
 * @param {Tally} tally
 * @param {string} output
 * @returns {Tally}
 */
function tell(part, tally, output) {
  if (tally.failed > 0) console.log(output.trimEnd());
  say(`${tally.failed ? "FAIL" : "PASS"}  ${part}: ${tally.passed} passed, ${tally.failed} failed`);
  log(JSON.stringify(tally));
  return tally;
}
