import fs from "node:fs";
import path from "node:path";
import { bundle } from "./bundles.mjs";
import { installedCommand, runNode, withHeartbeat } from "./child.mjs";
import { root } from "./paths.mjs";
import { say } from "./report.mjs";
import { hashOf, sourceNames } from "./source-hash.mjs";
import { isFresh, writeStamp } from "./stamp.mjs";

const BUILD_STAMP = path.join(root, ".next/portal-build");
const SEED_STAMP = path.join(root, "dist/seed.made-from");
const SEED = path.join(root, "dist/seed.mjs");

/** @returns {string} hash of everything that the production build depends on */
export function buildHash() {
  // Addresses of prerendered pages hold SITE_URL, so another one is another build.
  const extra = JSON.stringify({ node: process.versions.node.split(".")[0], site: process.env.SITE_URL ?? "" });
  return hashOf(
    sourceNames().flatMap((name) => (name === "scripts" ? ["scripts/setup/bundles.mjs"] : [name])),
    { extra },
  );
}

/** @returns {boolean} whether .next and dist were made from the sources as they are now */
export function isBuilt() {
  return isFresh(BUILD_STAMP, buildHash()) && fs.existsSync(path.join(root, "dist/server.mjs"));
}

/**
 * Bundles the server and builds the pages, unless that was done from the same sources.
 *
 * @throws Problem with the compiler's words
 */
export async function buildPortal() {
  const hash = buildHash();
  if (isBuilt()) return;
  fs.rmSync(BUILD_STAMP, { force: true });
  say("Building (sources changed) …");
  await bundle();
  await withHeartbeat("building", () =>
    runNode([installedCommand("next"), "build"], {
      what: "The pages could not be built.",
      remedy: "Mend what the compiler names above, then try again.",
      env: { NODE_ENV: "production" },
    }),
  );
  writeStamp(BUILD_STAMP, hash);
  say("Built");
}

/**
 * Makes dist/seed.mjs, the loader of the facts, unless that was done from the same sources.
 *
 * @returns {Promise<{ file: string, hash: string }>} hash: of the loader as compiled and of the facts
 */
export async function buildSeed() {
  const sources = hashOf(["prisma/seed", "prisma/schema", "lib", "package-lock.json"]);
  if (!isFresh(SEED_STAMP, sources) || !fs.existsSync(SEED)) {
    await bundle(["seed"]);
    writeStamp(SEED_STAMP, sources);
  }
  return { file: SEED, hash: hashOf(["dist/seed.mjs", "prisma/seed"]) };
}
