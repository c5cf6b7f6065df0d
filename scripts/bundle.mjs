/**
 * Makes dist/*.mjs (Node 20 runs no TypeScript) and public/islands/*.js (the few scripts of public pages).
 *
 *     node scripts/bundle.mjs              everything
 *     node scripts/bundle.mjs seed …       only these
 */
import { bundle, isBundle } from "./setup/bundles.mjs";
import { Problem } from "./setup/problem.mjs";
import { say } from "./setup/report.mjs";
import { runCommand } from "./setup/shutdown.mjs";

await runCommand(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !isBundle(name));
  if (unknown)
    throw new Problem(`There is no bundle called ${unknown}.`, "See scripts/setup/bundles.mjs for the names.");
  const made = await bundle(names.length ? names : undefined);
  say(`Bundled ${made.join(", ")}`);
  return 0;
});
