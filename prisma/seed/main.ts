import path from "node:path";
import { fileURLToPath } from "node:url";
import { now } from "@/lib/core/dates";
import { reservedSegments } from "@/lib/core/paths";
import { runSeed } from "./run-seed";

// Bundled as dist/seed.mjs, one step below the project root. `node dist/seed.mjs [folder of facts]`
const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const folder = path.resolve(process.argv[2] ?? path.join(projectRoot, "prisma/seed/facts"));
const url = process.env.DATABASE_URL;

if (url) {
  process.exitCode = await runSeed({
    url,
    folder,
    reservedSegments,
    now: now(),
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
} else {
  console.error("DATABASE_URL is not set: name the PostgreSQL database that the facts go to");
  process.exitCode = 1;
}
