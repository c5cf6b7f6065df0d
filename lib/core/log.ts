import { pino } from "pino";
import { env } from "@/lib/core/env";

const output = pino.destination({ fd: 1, sync: true });
// A full disk behind stdout must not end the portal: readers come before lines.
output.on("error", () => {});

/** One line of JSON per event on stdout. Nothing personal: no address of a reader, no query text, no secret link. */
export const log = pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, output);

const longestPath = 200;

/** What stands before the token of a secret link: a visit for guests, drafts, an invitation, a new password. */
const secretSegment = /\/+(v|preview|admin\/+invitation|admin\/+reset)\/+[^/]/i;

/**
 * An address as the log may hold it: without the query, which may hold what somebody searches for, and without the token
 * of a secret link, however it is spelt.
 */
export function loggedPath(url: string): string {
  const [path = ""] = url.split(/[?#]/, 1);
  const plain = decoded(path);
  const secret = secretSegment.exec(plain);
  const words = secret?.[1]?.toLowerCase().replace(/\/+/g, "/");
  const shown = secret ? `${plain.slice(0, secret.index)}/${words}/…` : path;
  return shown.length > longestPath ? `${shown.slice(0, longestPath)}…` : shown;
}

/** Letters and strokes that are written as numbers, once or several times over. */
function decoded(path: string): string {
  return path
    .replace(/%(?:25)+/g, "%")
    .replace(/%([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
