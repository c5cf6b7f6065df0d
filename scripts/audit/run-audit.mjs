import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildPortal } from "../setup/build.mjs";
import { withLock } from "../setup/lock.mjs";
import { Problem } from "../setup/problem.mjs";
import { log, say, sayFailure } from "../setup/report.mjs";
import { onShutdown } from "../setup/shutdown.mjs";
import { copyTemplate, ensureTemplate } from "../testing/templates.mjs";
import { startThrowAwayServer } from "../testing/throw-away-server.mjs";
import { auditKilledDatabase, auditKilledPortal } from "./crashes.mjs";
import { auditFullDisk } from "./full-disk.mjs";
import { auditFuzz } from "./fuzz.mjs";
import { auditHeaders } from "./headers.mjs";
import { auditLighthouse } from "./lighthouse.mjs";
import { auditLostDatabase } from "./lost-database.mjs";
import { auditNginx } from "./nginx.mjs";
import { auditSlowLine } from "./slow-line.mjs";

/** @typedef {{ name: string, ok: boolean, figure: string }} Finding */
/** @typedef {{ folder: string, server: string, databaseUrl: string }} Context  databaseUrl: of a copy with all the facts */

/** @type {Record<string, (context: Context) => Promise<Finding[]>>} */
const PARTS = {
  headers: auditHeaders,
  nginx: auditNginx,
  fuzz: auditFuzz,
  lost: auditLostDatabase,
  "killed-portal": auditKilledPortal,
  "killed-database": auditKilledDatabase,
  disk: auditFullDisk,
  slow: auditSlowLine,
  lighthouse: auditLighthouse,
};

/** No part may take longer; ms. */
const LIMIT_MS = 8 * 60_000;

/**
 * @param {string[]} [wishes]  parts; all of them unless told otherwise
 * @returns {Promise<number>} the exit code
 */
export async function runAudit(wishes = Object.keys(PARTS)) {
  const unknown = wishes.find((wish) => !Object.hasOwn(PARTS, wish));
  if (unknown)
    throw new Problem(`There is no part called ${unknown}.`, `Choose among ${Object.keys(PARTS).join(", ")}.`);
  await withLock("setup", buildPortal);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "portal-audit-"));
  onShutdown(() => fs.rmSync(folder, { recursive: true, force: true }));
  const { url: server, stop } = await startThrowAwayServer();
  onShutdown(stop);
  const template = await ensureTemplate(server, "facts");
  let passed = 0;
  let failed = 0;
  for (const wish of wishes) {
    say(`Auditing: ${wish} …`);
    const copy = await copyTemplate(server, template);
    const audit = /** @type {(context: Context) => Promise<Finding[]>} */ (PARTS[wish]);
    for (const finding of await findings(wish, audit, { folder, server, databaseUrl: copy.url })) {
      if (finding.ok) passed++;
      else failed++;
      const line = `${finding.ok ? "PASS" : "FAIL"}  ${finding.name}: ${finding.figure}`;
      console.log(line);
      log(`${line}\n`);
    }
    await copy.drop();
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {(context: Context) => Promise<Finding[]>} audit
 * @param {Context} context
 */
async function findings(name, audit, context) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT_MS / 60_000} minutes`)), LIMIT_MS);
  });
  try {
    return /** @type {Finding[]} */ (await Promise.race([audit(context), limit]));
  } catch (error) {
    sayFailure(error);
    return [{ name, ok: false, figure: "could not be done, see above" }];
  } finally {
    clearTimeout(timer);
  }
}
