import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma wants a schema engine from a download host that closed networks cannot reach. Ours speaks the same protocol
// with the WASM build from npm. PRISMA_NATIVE_ENGINE=1 goes back to the downloaded one; Windows cannot spawn a script.
if (!process.env.PRISMA_NATIVE_ENGINE && process.platform !== "win32") {
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve(import.meta.dirname, "scripts/schema-engine.mjs");
}

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations", seed: "node dist/seed.mjs" },
  // `prisma generate` needs no database; every other command comes through scripts/with-database.mjs, which sets it.
  datasource: { url: process.env.DATABASE_URL ?? "postgresql://database-url-is-not-set.invalid/portal" },
});
