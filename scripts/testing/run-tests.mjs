import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildPortal, isBuilt } from "../setup/build.mjs";
import { generateClient } from "../setup/generate.mjs";
import { installPackages } from "../setup/install.mjs";
import { lockOwner, withLock } from "../setup/lock.mjs";
import { Problem } from "../setup/problem.mjs";
import { openLog, say, sayFailure } from "../setup/report.mjs";
import { onShutdown } from "../setup/shutdown.mjs";
import { sum } from "./tally.mjs";

/** @typedef {import("./tally.mjs").Tally} Tally */

const PARTS = ["check", "unit", "integration", "e2e"];

/**
 * Sets up what is missing and runs the tests.
 *
 * @param {string[]} wishes  parts to run; all of them when empty
 * @returns {Promise<number>} the exit code
 */
export async function runTests(wishes) {
  const unknown = wishes.find((wish) => !PARTS.includes(wish));
  if (unknown) throw new Problem(`There is no part called ${unknown}.`, `Choose among ${PARTS.join(", ")}.`);
  const wanted = new Set(wishes.length ? wishes : PARTS);
  openLog("test");
  /** @type {Tally} */
  let total;
  try {
    total = await runParts(wanted);
  } catch (error) {
    sayFailure(error);
    total = { passed: 0, failed: 1 };
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** @param {Set<string>} wanted */
async function runParts(wanted) {
  await withLock("setup", async () => {
    await installPackages();
    await generateClient();
  });
  // Only now: these need the packages.
  const { CHECKS } = await import("../checks/checks.mjs");
  const { runChecks } = await import("../checks/run-checks.mjs");
  const { runEndToEnd, runVitest } = await import("./parts.mjs");
  const context = await makeContext(wanted);
  // The build makes the types of the routes, so the check that needs them comes after it. The rest goes beside it.
  const afterBuild = ["tsc"];
  const meanwhile = CHECKS.map(({ name }) => name).filter((name) => !afterBuild.includes(name));
  /** @type {Tally[]} */
  const tallies = [];
  let isBuildGood = true;
  await Promise.all([
    (async () => {
      if (wanted.has("e2e")) isBuildGood = await build();
      if (wanted.has("check")) tallies.push(await runChecks({ names: afterBuild, atOnce: 1 }));
    })(),
    (async () => {
      if (wanted.has("check")) tallies.push(await runChecks({ names: meanwhile, atOnce: 1 }));
      if (wanted.has("unit")) tallies.push(await runVitest("unit", context));
    })(),
  ]);
  // These wait for a database and a browser, so they have the machine to themselves.
  if (context.server) await makeTemplates(context.server);
  if (wanted.has("integration")) tallies.push(await runVitest("integration", context));
  if (wanted.has("e2e")) tallies.push(isBuildGood ? await runEndToEnd(context) : { passed: 0, failed: 1 });
  return sum(tallies);
}

/**
 * Makes what tests copy their databases from, and the loader of the facts, before many processes ask for them at once: one
 * that reads the loader while another writes it takes it for a new one.
 *
 * @param {string} server
 */
async function makeTemplates(server) {
  const { ensureTemplate } = await import("./templates.mjs");
  await ensureTemplate(server, "empty");
  await ensureTemplate(server, "facts");
}

/** @returns {Promise<boolean>} whether there is a build of the sources as they are */
async function build() {
  try {
    await withLock("setup", async () => {
      const owner = lockOwner("start");
      if (!owner || isBuilt()) return buildPortal();
      throw new Problem(
        `The portal runs from this folder (process ${owner.pid}) on an older build; a new one would break its pages.`,
        "Stop it for the time of the tests, or run them in another clone.",
      );
    });
    return true;
  } catch (error) {
    sayFailure(error);
    say("FAIL  e2e: there is no build to test");
    return false;
  }
}

/**
 * @param {Set<string>} wanted
 * @returns {Promise<import("./parts.mjs").Context>}
 */
async function makeContext(wanted) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "portal-run-"));
  onShutdown(() => fs.rmSync(folder, { recursive: true, force: true }));
  if (!wanted.has("integration") && !wanted.has("e2e")) return { server: "", folder };
  if (process.env.TEST_DATABASE_URL) return { server: process.env.TEST_DATABASE_URL, folder };
  const { startThrowAwayServer } = await import("./throw-away-server.mjs");
  const { url, stop } = await startThrowAwayServer();
  onShutdown(stop);
  say("Test database is running");
  return { server: url, folder };
}
