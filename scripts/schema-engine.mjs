#!/usr/bin/env node
/**
 * Stands in for the schema engine that Prisma downloads: same arguments, same JSON lines on stdin and stdout, but
 * backed by @prisma/schema-engine-wasm from npm. Started by the Prisma CLI only (see prisma.config.ts).
 */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { runDatabaseCommand } from "./schema-engine/database-command.mjs";
import { createEngine, engineVersion, lastPanic } from "./schema-engine/engine.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datasource: { type: "string" },
    datamodels: { type: "string", multiple: true },
    version: { type: "boolean" },
  },
});
const datasource = typeof values.datasource === "string" ? JSON.parse(values.datasource) : {};

if (values.version) {
  console.log(`schema-engine-wasm ${engineVersion()}`);
} else if (positionals[0] === "cli") {
  process.exitCode = await runDatabaseCommand({ command: positionals[1], url: datasource.url });
} else {
  await serve();
}

/** Answers one JSON-RPC request a line until Prisma closes stdin. */
async function serve() {
  // None given must stay undefined: of an empty list the engine makes a crash, and `migrate diff` then finds no drift.
  const files = /** @type {string[] | undefined} */ (values.datamodels);
  const datamodels = files?.map((file) => [file, readFileSync(file, "utf8")]);
  // When the WASM code gives up, its promise never settles: answer for it, or Prisma would end as if all were well.
  let pending;
  process.on("uncaughtException", (error) => {
    send({ id: pending, error: toRpcError(error) });
    process.exitCode = 1;
  });
  let engine;
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const { id, method, params } = JSON.parse(line);
    if (method === undefined) continue; // the answer to our own `print`
    pending = id;
    try {
      engine ??= await createEngine({ datasource, datamodels });
      send({ id, result: await call(engine, { id, method, params }) });
    } catch (error) {
      send({ id, error: toRpcError(error) });
    }
  }
  process.exit(0); // open database sockets would keep the process alive
}

async function call(engine, { id, method, params }) {
  if (method === "introspectSql") {
    throw new Error("TypedSQL needs the downloaded schema engine (PRISMA_NATIVE_ENGINE=1). Use $queryRaw.");
  }
  // These two find the shadow database only in a cache that another command fills: fill it first.
  if (method === "evaluateDataLoss" || method === "createMigration") {
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters }).catch(() => {});
  }
  const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
  if (method === "diff" && result.stdout != null) {
    send({ id: 1_000_000 + id, method: "print", params: { content: result.stdout.replace(/\n$/, "") } });
  }
  return result ?? {};
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

function toRpcError(error) {
  const isPanic = error?.name === "RuntimeError";
  const message = (isPanic && lastPanic()) || String(error?.message ?? error);
  const data = { is_panic: isPanic, error_code: error?.code, message, error: { message } };
  return { code: 4466, message, data };
}
