import { toProblem } from "../setup/problem.mjs";
import { checkBuild, checkPackages } from "./build.mjs";
import { checkClock, checkDisk, checkNode, checkPort, checkSettings, checkWriting } from "./machine.mjs";

/** @typedef {{ name: string, look: () => Promise<string> | string }} Examination  look: says what is well, or throws a Problem */

/** @type {Examination[]} */
const EXAMINATIONS = [
  { name: "Node", look: checkNode },
  { name: "settings", look: checkSettings },
  { name: "clock", look: checkClock },
  { name: "disk", look: checkDisk },
  { name: "writing", look: checkWriting },
  // Loaded late, as the database below: without packages nothing signs a question to a store.
  { name: "files", look: async () => (await import("./files.mjs")).checkFiles() },
  { name: "port", look: checkPort },
  { name: "packages", look: checkPackages },
  { name: "build", look: checkBuild },
  // Loaded late: without packages there is no client to ask with.
  { name: "database", look: async () => (await import("./database.mjs")).checkDatabase() },
  { name: "migrations", look: async () => (await import("./database.mjs")).checkMigrations() },
  { name: "search", look: async () => (await import("./database.mjs")).checkSearch() },
];

/** @returns {Promise<number>} the exit code: 1 when something is wrong */
export async function examine() {
  let problems = 0;
  for (const { name, look } of EXAMINATIONS) {
    try {
      console.log(`OK       ${name.padEnd(10)}  ${await look()}`);
    } catch (error) {
      problems++;
      const known = toProblem(error);
      const what = known?.message ?? String(/** @type {Error} */ (error)?.message ?? error);
      console.log(`PROBLEM  ${name.padEnd(10)}  ${what}`);
      console.log(`${" ".repeat(21)}What to do: ${known?.remedy ?? "mend what the line above names, then ask again."}`);
    }
  }
  console.log(problems === 0 ? "All is well." : `${problems} of ${EXAMINATIONS.length} need attention.`);
  return problems === 0 ? 0 : 1;
}
