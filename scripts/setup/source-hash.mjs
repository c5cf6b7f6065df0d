import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";

/** Folders that no build reads, or that a build makes. */
const NOT_SOURCE = new Set(["node_modules", "dist", "tests", "docs", "deploy", "design", "test-results"]);
/** Files and folders inside the sources that are made from other sources. */
const GENERATED = ["lib/db/generated", "public/islands", "next-env.d.ts"];
/** Files at the root that only other tools read. */
const OTHER_TOOLS = new Set(["vitest.config.ts", "playwright.config.ts", "package.json", "knip.json", "biome.json"]);

/**
 * @param {string[]} names  files or folders below `folder`; a missing one counts as empty
 * @param {{ folder?: string, extra?: string }} [options]  extra: anything else that the result depends on
 * @returns {string} 64 hex digits; equal when names and contents are equal, times do not count
 */
export function hashOf(names, { folder = root, extra = "" } = {}) {
  const hash = createHash("sha256").update(extra);
  for (const name of names.flatMap((each) => listFiles(folder, each)).sort()) {
    const content = fs.readFileSync(path.join(folder, name));
    hash.update(`\0${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} [folder]
 * @returns {string[]} the names at the root that a build can depend on; a new file counts without being listed here
 */
export function sourceNames(folder = root) {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && !NOT_SOURCE.has(name) && !OTHER_TOOLS.has(name))
    .filter((entry) => entry.isDirectory() || /\.([cm]?[jt]s|json)$/.test(entry.name))
    .map(({ name }) => name);
}

/** @param {string} folder @param {string} name @returns {string[]} */
function listFiles(folder, name) {
  if (GENERATED.includes(name) || name.endsWith(".d.json.ts")) return [];
  const stat = fs.statSync(path.join(folder, name), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [name];
  return fs.readdirSync(path.join(folder, name)).flatMap((child) => listFiles(folder, `${name}/${child}`));
}
