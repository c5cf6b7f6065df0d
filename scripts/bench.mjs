/** `npm run bench`: how fast the portal is, as ratios within one run, as a table and in .data/bench.json. Some ten minutes. */
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
  openLog("bench");
  await withLock("setup", async () => {
    await installPackages();
    await generateClient();
  });
  const { runBench } = await import("./bench/run-bench.mjs");
  return runBench(values.only?.split(","));
});
