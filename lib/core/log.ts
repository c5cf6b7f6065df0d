import { pino } from "pino";
import { env } from "@/lib/core/env";

const output = pino.destination({ fd: 1, sync: true });
// A full disk behind stdout must not end the portal: readers come before lines.
output.on("error", () => {});

/** One line of JSON per event on stdout. Nothing personal: no address of a reader, no query text, no secret link. */
export const log = pino({ level: env().LOG_LEVEL, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, output);

const longestPath = 200;

/**
 * An address as the log may hold it: without the query, which may hold what somebody searches for, and without the token
 * of a secret link, however it is spelt.
 */
export function loggedPath(url: string): string {
  const [path = ""] = url.split(/[?#]/, 1);
  const secret = /(?:\/|%(?:25)*2f)+(?:v|%(?:25)*[57]6)(?=\/|%(?:25)*2f)/i.exec(path);
  const shown = secret ? `${path.slice(0, secret.index)}/v/…` : path;
  return shown.length > longestPath ? `${shown.slice(0, longestPath)}…` : shown;
}
