/**
 * `npm run restore -- file [--force]`: puts a backup in place of the embedded database. The file is unpacked, compared
 * with its list and started once on the side before anything is touched.
 */
import { parseArgs } from "node:util";
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { requireEmbedded } = await import("./backup/external.mjs");
const { restore } = await import("./backup/restore.mjs");
const { Problem } = await import("./setup/problem.mjs");
const { openLog } = await import("./setup/report.mjs");
const { runCommand } = await import("./setup/shutdown.mjs");

await runCommand(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { force: { type: "boolean" } } });
  openLog("restore");
  const [file] = positionals;
  requireEmbedded("restore", file);
  if (!file) throw new Problem("No file was given.", "Say which: npm run restore -- portal-2026-11-22T090000Z.tar.gz");
  await restore(file, { isForced: values.force === true });
  return 0;
});
