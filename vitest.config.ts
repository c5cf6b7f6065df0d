import path from "node:path";
import { defineConfig } from "vitest/config";

// A zone that no Russian or Chinese place has, with a quarter of an hour: forgotten time zones show.
process.env.TZ = "Asia/Kathmandu";

const root = import.meta.dirname;

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${root}/` },
      { find: "server-only", replacement: path.join(root, "tests/support/empty.ts") },
    ],
  },
  test: {
    maxWorkers: 2,
    server: { deps: { inline: ["next-intl"] } },
    projects: [
      { extends: true, test: { name: "unit", include: ["tests/unit/**/*.test.{ts,tsx}"], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/integration-setup.ts"],
          env: { AUTH_SECRET: "a secret of the tests and of nothing else" },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
