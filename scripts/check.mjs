/**
 * `npm run check`: style, types, fences, unused code and packages. One line each.
 *
 *     npm run check -- --only=biome,tsc
 */
import { parseArgs } from "node:util";
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { CHECKS } = await import("./checks/checks.mjs");
const { runChecks } = await import("./checks/run-checks.mjs");
const { generateClient } = await import("./setup/generate.mjs");
const { installPackages } = await import("./setup/install.mjs");
const { withLock } = await import("./setup/lock.mjs");
const { Problem } = await import("./setup/problem.mjs");
const { openLog } = await import("./setup/report.mjs");
const { runCommand } = await import("./setup/shutdown.mjs");

await runCommand(async () => {
  const names = readNames();
  openLog("check");
  await withLock("setup", async () => {
    await installPackages();
    await generateClient();
  });
  const { failed } = await runChecks({ names });
  return failed ? 1 : 0;
});

function readNames() {
  const { values } = parseArgs({ options: { only: { type: "string" } }, strict: false });
  if (typeof values.only !== "string") return undefined;
  const names = values.only.split(",");
  const unknown = names.find((name) => !CHECKS.some((check) => check.name === name));
  if (unknown === undefined) return names;
  const known = CHECKS.map(({ name }) => name).join(", ");
  throw new Problem(`There is no check called ${unknown}.`, `Choose among ${known}.`);
}
