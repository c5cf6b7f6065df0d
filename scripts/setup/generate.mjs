import path from "node:path";
import { installedCommand, runNode } from "./child.mjs";
import { root } from "./paths.mjs";
import { say } from "./report.mjs";
import { hashOf } from "./source-hash.mjs";
import { isFresh, writeStamp } from "./stamp.mjs";

const STAMP = path.join(root, "lib/db/generated/.made-from");

/**
 * Makes the Prisma client when there is none or the schema changed.
 *
 * @throws Problem when the schema has an error
 */
export async function generateClient() {
  const hash = hashOf(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (isFresh(STAMP, hash)) return;
  await runNode([installedCommand("prisma"), "generate"], {
    what: "The database client could not be made from prisma/schema.",
    remedy: "Mend what Prisma names above, then try again.",
  });
  writeStamp(STAMP, hash);
  say("Database client is made");
}
