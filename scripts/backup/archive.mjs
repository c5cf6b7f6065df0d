import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { lastLines, run } from "../setup/child.mjs";
import { Problem } from "../setup/problem.mjs";

/** @typedef {{ path: string, size: number, sha256: string }} Entry */
/** @typedef {{ files: Entry[], folders: string[] }} Contents */
/** @typedef {Contents & { format: 1, madeAt: string, postgres: string, media?: Contents }} Manifest  media: pictures and documents; archives of earlier versions have none */

export const MANIFEST = "manifest.json";
/** The folder of the database in an archive. */
export const DATABASE = "database";
/** The folder of pictures and documents in an archive, and in the data folder. */
export const FILES = "files";

/**
 * @param {string} folder
 * @returns {Promise<Contents>} everything below it, in one fixed order
 */
export async function listContents(folder) {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const nameOf = (/** @type {fs.Dirent} */ entry) =>
    path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/");
  const folders = entries.filter((entry) => entry.isDirectory()).map(nameOf);
  const names = entries.filter((entry) => !entry.isDirectory()).map(nameOf);
  /** @type {Entry[]} */
  const files = [];
  for (const name of names.sort()) {
    const file = path.join(folder, name);
    if (!fs.lstatSync(file).isFile()) throw new Problem(`${name} is no plain file.`, "Nothing but files can be kept.");
    files.push({ path: name, size: fs.statSync(file).size, sha256: await hashOfFile(file) });
  }
  return { files, folders: folders.sort() };
}

/** @param {string} file */
async function hashOfFile(file) {
  const hash = createHash("sha256");
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest("hex");
}

/**
 * Is the unpacked folder exactly what the manifest lists?
 *
 * @param {string} folder
 * @param {Contents} manifest
 * @throws Problem that names the first difference
 */
export async function compareContents(folder, manifest) {
  const { files, folders } = await listContents(folder);
  const found = new Map(files.map((entry) => [entry.path, entry]));
  for (const { path: name, size, sha256 } of manifest.files) {
    const entry = found.get(name);
    if (!entry) throw damaged(`${name} is missing`);
    if (entry.size !== size || entry.sha256 !== sha256) throw damaged(`${name} differs from the list`);
    found.delete(name);
  }
  const [extra] = found.keys();
  if (extra !== undefined) throw damaged(`${extra} is not in the list`);
  if (JSON.stringify(folders) !== JSON.stringify(manifest.folders)) throw damaged("the folders differ from the list");
}

/**
 * @param {string} text  what the manifest of an archive says
 * @returns {Manifest}
 * @throws Problem when it is none of ours
 */
export function parseManifest(text) {
  try {
    const manifest = JSON.parse(text);
    const isEntry = (/** @type {any} */ entry) =>
      typeof entry?.path === "string" && Number.isInteger(entry.size) && /^[0-9a-f]{64}$/.test(entry.sha256);
    const isList = (/** @type {any} */ list) =>
      Array.isArray(list?.folders) && Array.isArray(list.files) && list.files.every(isEntry);
    const isWhole =
      manifest?.format === 1 &&
      typeof manifest.madeAt === "string" &&
      typeof manifest.postgres === "string" &&
      isList(manifest) &&
      manifest.files.length > 0 &&
      (manifest.media === undefined || isList(manifest.media));
    if (isWhole) return manifest;
  } catch {
    // said below
  }
  throw damaged("its list cannot be read");
}

/**
 * @param {string[]} args
 * @param {() => Problem} problem
 */
export async function tar(args, problem) {
  const { code, output } = await run("tar", args);
  if (code === 0) return;
  const { message, remedy } = problem();
  throw new Problem(message, remedy, { details: lastLines(output, 5) });
}

/** @param {string} reason */
export function damaged(reason) {
  return new Problem(
    `The file is no whole backup of this portal: ${reason}.`,
    "Take another copy; nothing was changed.",
  );
}
