import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { root } from "../setup/paths.mjs";

/** @typedef {import("./checks.mjs").Outcome} Outcome */

/**
 * The lock file names no download address: it must work with any registry.
 *
 * @returns {Promise<Outcome>}
 */
export async function checkLockFile() {
  const lines = fs.readFileSync(path.join(root, "package-lock.json"), "utf8").split("\n");
  const found = lines.flatMap((line, index) =>
    /"resolved": "https?:/.test(line) ? [`${index + 1}: ${line.trim()}`] : [],
  );
  const advice =
    "package-lock.json holds download addresses; `npm install` with the .npmrc of this project omits them.";
  return { ok: found.length === 0, output: found.length ? `${found.slice(0, 5).join("\n")}\n${advice}` : "" };
}

/**
 * Our stand-in for Prisma's schema engine is the very build that the Prisma command line expects.
 *
 * @returns {Promise<Outcome>}
 */
export async function checkEngineVersion() {
  const require = createRequire(import.meta.url);
  const prisma = createRequire(require.resolve("prisma/package.json"));
  const engines = createRequire(prisma.resolve("@prisma/engines/package.json"));
  const wanted = versionOf(engines.resolve("@prisma/engines-version/package.json"));
  const ours = versionOf(path.join(path.dirname(require.resolve("@prisma/schema-engine-wasm")), "package.json"));
  const ok = wanted === ours;
  return { ok, output: ok ? "" : `Prisma expects the engine ${wanted}, @prisma/schema-engine-wasm is ${ours}.` };
}

/** @param {string} manifest @returns {string} */
function versionOf(manifest) {
  return JSON.parse(fs.readFileSync(manifest, "utf8")).version;
}
