import fs from "node:fs";

/** @param {string} folder  of the database @returns {string} where the data from before a restore lies */
export function setAside(folder) {
  return `${folder}.before-restore`;
}

/**
 * Puts a folder in the place of another, which is kept aside.
 *
 * @param {string} next
 * @param {string} folder
 */
export function swapIn(next, folder) {
  if (fs.existsSync(folder)) {
    fs.rmSync(setAside(folder), { recursive: true, force: true });
    fs.renameSync(folder, setAside(folder));
  }
  fs.renameSync(next, folder);
}

/**
 * Between the two renames of a swap there is no folder in the place. A crash in that moment must not lead to an empty
 * database: the old data go back.
 *
 * @param {string} folder
 */
export function undoHalfSwap(folder) {
  if (!fs.existsSync(folder) && fs.existsSync(setAside(folder))) fs.renameSync(setAside(folder), folder);
}
