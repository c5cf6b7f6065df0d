import { execFileSync } from "node:child_process";
import fs from "node:fs";

/**
 * When a process was born, in the words of the system. A process id alone comes back after a crash or a reboot for
 * somebody else; id and birth together do not.
 *
 * @param {number} pid
 * @returns {string | null} null when there is no such process, or only its zombie
 */
export function bornAt(pid) {
  if (process.platform === "linux") return bornAtLinux(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === "ESRCH") return null;
  }
  if (process.platform === "win32") return "unknown";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || null;
  } catch {
    return null;
  }
}

/** @param {number} pid */
function bornAtLinux(pid) {
  try {
    // The name in brackets may hold spaces and brackets itself: count the fields after its end.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state] = fields;
    return state === "Z" || state === "X" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}
