import fs from "node:fs";
import path from "node:path";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

/** Name of the bundle and what goes in; each becomes dist/<name>.mjs. */
const ENTRIES = {
  server: "server.ts",
  worker: "worker.ts",
  seed: "prisma/seed/main.ts",
  staff: "lib/staff/invitation/command.ts",
  reader: "lib/spreadsheet/reader.ts",
  typesetter: "lib/core/pdf/typesetter.ts",
  register: "lib/register/task/command.ts",
  "cache-handler": "lib/core/cache-handler.ts",
};
/** Custom elements of public pages; each becomes public/islands/<name>.js. The folder may be missing. */
const ISLANDS = "components/islands";

/** @param {string} name */
export function isBundle(name) {
  return name === "islands" || Object.hasOwn(ENTRIES, name);
}

/**
 * @param {string[]} [names]  keys of ENTRIES, and "islands"; all of them unless told otherwise
 * @returns {Promise<string[]>} the files made, as paths from the project folder
 * @throws Problem when an entry is missing or does not compile
 */
export async function bundle(names = [...Object.keys(ENTRIES), "islands"]) {
  const { build } = await import("esbuild");
  const made = await Promise.all(
    names.map((name) => {
      const options = name === "islands" ? islandOptions() : nodeOptions(/** @type {keyof typeof ENTRIES} */ (name));
      return options ? runBuild(build, options) : [];
    }),
  );
  return made.flat();
}

/** @param {keyof typeof ENTRIES} name @returns {import("esbuild").BuildOptions} */
function nodeOptions(name) {
  const entry = ENTRIES[name];
  if (!fs.existsSync(path.join(root, entry))) {
    throw new Problem(`${entry} is missing.`, "Restore it, or mend the list in scripts/setup/bundles.mjs.");
  }
  return {
    entryPoints: { [name]: entry },
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    platform: "node",
    target: "node20",
    packages: "external",
    plugins: [withoutServerOnly],
  };
}

/** @returns {import("esbuild").BuildOptions | null} null when there are no islands */
function islandOptions() {
  const folder = path.join(root, ISLANDS);
  const files = fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => /^[a-z-]+\.ts$/.test(name)) : [];
  if (files.length === 0) return null;
  return {
    entryPoints: files.map((name) => `${ISLANDS}/${name}`),
    outdir: "public/islands",
    platform: "browser",
    target: ["es2020", "chrome90", "firefox90", "safari14.1"],
    minify: true,
  };
}

/**
 * "server-only" throws wherever it is loaded, except by Next's compiler, which knows that we are on the server. So do
 * these bundles: there it is empty.
 *
 * @type {import("esbuild").Plugin}
 */
const withoutServerOnly = {
  name: "without-server-only",
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

/** @param {typeof import("esbuild").build} build @param {import("esbuild").BuildOptions} options */
async function runBuild(build, options) {
  try {
    const { metafile } = await build({
      ...options,
      absWorkingDir: root,
      bundle: true,
      format: "esm",
      sourcemap: true,
      metafile: true,
      logLevel: "silent",
    });
    return Object.keys(metafile?.outputs ?? {}).filter((file) => !file.endsWith(".map"));
  } catch (error) {
    const { errors = [] } = /** @type {import("esbuild").BuildFailure} */ (error);
    if (errors.length === 0) throw error;
    const details = errors.map(({ text, location }) => `${location?.file ?? ""}:${location?.line ?? ""} ${text}`);
    throw new Problem("A bundle could not be made.", "Mend the lines above, then try again.", {
      details: details.join("\n"),
    });
  }
}
