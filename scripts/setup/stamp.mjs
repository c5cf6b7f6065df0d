import fs from "node:fs";
import path from "node:path";

/**
 * Was this made from these inputs? The stamp lies inside what was made, so it goes when that is removed.
 *
 * @param {string} file  the stamp
 * @param {string} hash  of the inputs
 */
export function isFresh(file, hash) {
  try {
    return fs.readFileSync(file, "utf8").trim() === hash;
  } catch {
    return false;
  }
}

/** @param {string} file @param {string} hash */
export function writeStamp(file, hash) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${hash}\n`);
}
