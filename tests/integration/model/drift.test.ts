import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, it } from "vitest";
import { testDatabase } from "@/tests/support/database";

const root = path.resolve(import.meta.dirname, "../../..");
const NO_DIFFERENCE = 0;

it("the migrations make exactly the tables that the schema describes", async () => {
  // Prisma plays the migrations in a database of its own beside the one that it is given.
  const { url, drop } = await testDatabase("empty");
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  const from = ["--from-migrations", "prisma/migrations", "--to-schema", "prisma/schema", "--exit-code"];
  const run = spawnSync(process.execPath, [prisma, "migrate", "diff", ...from], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    encoding: "utf8",
  });
  await drop();
  expect(run.stdout + run.stderr).toContain("No difference detected");
  expect(run.status).toBe(NO_DIFFERENCE);
});
