import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { authSecret } from "../setup/auth-secret.mjs";
import { quiet } from "../setup/child.mjs";
import { root } from "../setup/paths.mjs";
import { Problem } from "../setup/problem.mjs";

/**
 * @typedef {{ token: string, locale: string } | { refused: string } | { nothing: true }} Answer
 */

/**
 * Asks dist/staff.mjs. What it prints is a secret, so it goes to no log.
 *
 * @param {string} url  of the database
 * @param {string[]} args
 * @returns {Promise<Answer>}
 * @throws Problem when it fails
 */
export async function askStaff(url, args) {
  const script = path.join(root, "dist/staff.mjs");
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], {
      cwd: root,
      timeout: 60_000,
      env: { ...process.env, ...quiet, NODE_ENV: "production", DATABASE_URL: url, AUTH_SECRET: authSecret() },
    });
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}");
  } catch (cause) {
    const { stderr = "" } = /** @type {{ stderr?: string }} */ (cause);
    throw new Problem("The link could not be made.", "Look at the words above.", {
      details: stderr.slice(-2000),
      cause,
    });
  }
}

/** @param {{ token: string, locale: string }} made @param {number} port @returns {string} */
export function invitationLink({ token, locale }, port) {
  const site = process.env.SITE_URL ? new URL(process.env.SITE_URL).origin : `http://localhost:${port}`;
  return `${site}/${locale}/admin/invitation/${token}`;
}
