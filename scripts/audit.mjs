/**
 * `npm run audit`: what takes too long for every change: Lighthouse, a slow line, headers, hostile requests, faults, nginx.
 * Some ten minutes; ends with `N passed, N failed`.
 *
 *     npm run audit -- --only=fuzz,nginx
 */
import { parseArgs } from "node:util";
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { generateClient } = await import("./setup/generate.mjs");
const { installPackages } = await import("./setup/install.mjs");
const { withLock } = await import("./setup/lock.mjs");
const { openLog } = await import("./setup/report.mjs");
const { runCommand } = await import("./setup/shutdown.mjs");

await runCommand(async () => {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  openLog("audit");
  await withLock("setup", async () => {
    await installPackages();
    await generateClient();
  });
  const { runAudit } = await import("./audit/run-audit.mjs");
  return runAudit(values.only?.split(","));
});
