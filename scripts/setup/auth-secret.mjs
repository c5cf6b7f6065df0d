import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { dataDir, makeDataDir, shown } from "./paths.mjs";
import { Problem } from "./problem.mjs";

/**
 * What signs sessions: AUTH_SECRET, else one that is made once and kept with the data, where its owner alone reads it.
 *
 * @returns {string}
 * @throws Problem when the kept one is broken
 */
export function authSecret() {
  if (process.env.AUTH_SECRET) return process.env.AUTH_SECRET;
  const file = path.join(makeDataDir(), "auth-secret");
  try {
    // Of two that start at once one makes it.
    fs.writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EEXIST") throw error;
  }
  const secret = fs.readFileSync(file, "utf8").trim();
  if (secret.length >= 32) return secret;
  throw new Problem(
    `${shown(path.join(dataDir, "auth-secret"))} is broken.`,
    "Delete it: a new one is made, and everybody signs in again.",
  );
}
