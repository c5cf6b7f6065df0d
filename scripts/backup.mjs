/**
 * `npm run backup [-- file]`: the embedded database in one file, with a list of what is in it. It is away for the moment
 * of copying; a running portal goes on with what it has kept.
 */
import { parseArgs } from "node:util";
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { requireEmbedded } = await import("./backup/external.mjs");
const { backUp } = await import("./backup/back-up.mjs");
const { openLog } = await import("./setup/report.mjs");
const { runCommand } = await import("./setup/shutdown.mjs");

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  openLog("backup");
  requireEmbedded("backup", positionals[0]);
  await backUp(positionals[0]);
  return 0;
});
