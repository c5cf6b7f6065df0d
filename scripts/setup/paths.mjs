import fs from "node:fs";
import path from "node:path";

/** The folder of the project. */
export const root = path.resolve(import.meta.dirname, "../..");

// Settings of this copy, as Next reads them too. Here, because the next line needs them; the environment wins.
for (const name of [".env.local", ".env"]) {
  if (fs.existsSync(path.join(root, name))) process.loadEnvFile(path.join(root, name));
}

/** Database, logs and locks of this copy of the portal; DATA_DIR moves it elsewhere. */
export const dataDir = path.resolve(root, process.env.DATA_DIR ?? ".data");

/** @param {string} file @returns {string} the same path as a person in the project folder would type it */
export function shown(file) {
  const relative = path.relative(root, file);
  return relative.startsWith("..") ? file : relative;
}

/**
 * Makes the data folder. Others may pass through it but not list it: PostgreSQL runs as another user under root.
 *
 * @returns {string} its path
 */
export function makeDataDir() {
  if (fs.mkdirSync(dataDir, { recursive: true })) fs.chmodSync(dataDir, 0o711);
  fs.mkdirSync(path.join(dataDir, "log"), { recursive: true });
  return dataDir;
}
