import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { createAdapterFactory } from "./adapter.mjs";

const require = createRequire(import.meta.url);
let panic = "";

/** @returns {string} the commit of Prisma's engines that the WASM build was made from */
export function engineVersion() {
  const manifest = require.resolve("@prisma/schema-engine-wasm").replace(/schema_engine\.js$/, "package.json");
  return JSON.parse(readFileSync(manifest, "utf8")).version.split(".").at(-1);
}

/**
 * @param {{ datasource: { url?: string, shadowDatabaseUrl?: string }, datamodels?: string[][] }} input
 *   datamodels: pairs of file name and content
 * @returns {Promise<any>} Prisma's schema engine; its methods are the methods of the protocol
 */
export async function createEngine({ datasource, datamodels }) {
  const glue = await loadGlue();
  const debug = (line) => process.env.DEBUG && process.stderr.write(`${line}\n`);
  const adapters = bindMigrationAwareSqlAdapterFactory(createAdapterFactory(datasource));
  return glue.SchemaEngine.new({ datamodels }, debug, adapters);
}

/** The package's own entry point imports .wasm as a module, which Node does not do without a flag. */
async function loadGlue() {
  const gluePath = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = await import(pathToFileURL(gluePath).href);
  const { instance } = await WebAssembly.instantiate(readFileSync(gluePath.replace(/\.js$/, ".wasm")), {
    "./schema_engine_bg.js": glue,
  });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  const global = /** @type {any} */ (globalThis);
  global.PRISMA_WASM_PANIC_REGISTRY ??= {
    /** @param {string} message */
    set_message(message) {
      panic = `RuntimeError: ${message}`;
    },
  };
  return glue;
}

/** @returns {string} why the WASM code gave up, empty when it did not */
export function lastPanic() {
  return panic;
}
