import fs from "node:fs";
import path from "node:path";
import { installedCommand, run } from "../setup/child.mjs";
import { root } from "../setup/paths.mjs";
import { checkEngineVersion, checkLockFile } from "./packages.mjs";

/** @typedef {{ ok: boolean, output: string }} Outcome */
/** @typedef {{ name: string, run: () => Promise<Outcome> }} Check */

/** What dependency-cruiser looks at, of what there is. */
const CRUISED = ["app", "components", "lib", "prisma/seed", "scripts", "tests", "server.ts"].filter((name) =>
  fs.existsSync(path.join(root, name)),
);

/** @type {Check[]} the longest first, so that two at a time end early */
export const CHECKS = [
  { name: "tsc", run: checkTypes },
  { name: "tsc-scripts", run: () => tool("tsc", ["--noEmit", "--project", "scripts"]) },
  { name: "biome", run: () => tool("biome", ["check", "--error-on-warnings", "--diagnostic-level=warn"]) },
  { name: "knip", run: () => tool("knip", ["--no-config-hints"]) },
  { name: "imports", run: () => tool("depcruise", ["--config", ".dependency-cruiser.cjs", ...CRUISED]) },
  { name: "lock-file", run: checkLockFile },
  { name: "engine", run: checkEngineVersion },
];

/** The types of routes are made first: without them `PageProps` is unknown. @returns {Promise<Outcome>} */
async function checkTypes() {
  const routes = await tool("next", ["typegen"]);
  return routes.ok ? tool("tsc", ["--noEmit"]) : routes;
}

/** @param {string} name @param {string[]} args @returns {Promise<Outcome>} */
async function tool(name, args) {
  const { code, output } = await run(process.execPath, [installedCommand(name), ...args]);
  return { ok: code === 0, output };
}
