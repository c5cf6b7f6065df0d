/**
 * Runs a command with DATABASE_URL of this copy's database, which is started when needed:
 *
 *     node scripts/with-database.mjs prisma migrate dev
 */
import { spawn } from "node:child_process";
import path from "node:path";
import { requireNode } from "./setup/node-version.mjs";

requireNode();
const { quiet } = await import("./setup/child.mjs");
const { installPackages } = await import("./setup/install.mjs");
const { root } = await import("./setup/paths.mjs");
const { Problem } = await import("./setup/problem.mjs");
const { onShutdown, runCommand } = await import("./setup/shutdown.mjs");

await runCommand(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!program) throw new Problem("No command was given.", "Write it after the name of the script.");
  await installPackages();
  const { openDatabase } = await import("./database/prepare.mjs");
  const DATABASE_URL = await openDatabase();
  const PATH = [path.join(root, "node_modules/.bin"), process.env.PATH].join(path.delimiter);
  const child = spawn(program, args, {
    cwd: root,
    stdio: "inherit", // it may ask questions
    env: { ...process.env, ...quiet, PATH, DATABASE_URL },
  });
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.on("error", (cause) => reject(new Problem(`${program} could not be run.`, "Check its name.", { cause })));
    child.on("exit", (code) => resolve(code ?? 1));
  });
  onShutdown(() => {
    child.kill("SIGTERM"); // does nothing when it has ended
    return ended;
  });
  return ended;
});
