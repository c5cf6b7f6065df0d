import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Problem } from "../setup/problem.mjs";

/** @typedef {{ name: string, uid: number, gid: number }} SystemUser */

/**
 * Who PostgreSQL runs as. It refuses root, and needs a user that the system knows by name.
 *
 * @returns {SystemUser | null} null when we are no root: then it runs as ourselves
 */
export function databaseUser() {
  if (process.getuid?.() !== 0) return null;
  const user = lookUp("postgres") ?? lookUp("nobody");
  if (user) return user;
  throw new Problem(
    "PostgreSQL does not run as root, and this system has neither a user postgres nor nobody.",
    "Start the portal as an ordinary user, or set DATABASE_URL to a PostgreSQL that runs already.",
  );
}

/**
 * Under root: the user whom a data folder belongs to already, which need not be the one that we would choose today.
 *
 * @param {string} folder
 * @returns {SystemUser | null} null when there is no folder, or it is root's
 */
export function folderOwner(folder) {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  return stat && stat.uid !== 0 ? { name: `user ${stat.uid}`, uid: stat.uid, gid: stat.gid } : null;
}

/**
 * Puts right what copying a data folder changes: its owner, when root did it, and its mode. PostgreSQL insists on both.
 *
 * @param {string} folder
 * @param {SystemUser | null} user
 */
export function claimFolder(folder, user) {
  const stat = fs.statSync(folder);
  if (user && stat.uid !== user.uid) giveTo(folder, user);
  if ((stat.mode & 0o077) !== 0) fs.chmodSync(folder, 0o700);
}

/** @param {string} file @param {SystemUser} user */
function giveTo(file, user) {
  fs.lchownSync(file, user.uid, user.gid);
  if (!fs.lstatSync(file).isDirectory()) return;
  for (const name of fs.readdirSync(file)) giveTo(path.join(file, name), user);
}

/**
 * @param {string} target  a file or folder, which need not exist yet
 * @param {SystemUser} user
 * @returns {boolean} whether the user may pass through every folder above it
 */
export function canReach(target, user) {
  for (let folder = path.dirname(target); ; folder = path.dirname(folder)) {
    const stat = fs.statSync(folder, { throwIfNoEntry: false });
    if (stat && !mayPass(stat, user)) return false;
    if (folder === path.dirname(folder)) return true;
  }
}

/** @param {fs.Stats} stat @param {SystemUser} user */
function mayPass(stat, user) {
  if (stat.uid === user.uid) return (stat.mode & 0o100) !== 0;
  return (stat.mode & 0o001) !== 0;
}

/** @param {string} name @returns {SystemUser | null} */
function lookUp(name) {
  try {
    const ask = (/** @type {string} */ flag) =>
      Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
    return { name, uid: ask("-u"), gid: ask("-g") };
  } catch {
    return null;
  }
}
