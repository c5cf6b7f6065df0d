// Codes of a server that cannot be reached, is shutting down or has no connection left: SQLSTATE classes 08 and 53,
// 57P01–57P05, and the codes of Node's sockets and of Prisma for the same.
const LOST_CODES =
  /^(08...|53300|57P0[1-5]|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|P1001|P1002|P1008|P1017|P2024|P2037)$/;
// Of these node-postgres gives only a sentence.
const LOST_MESSAGES =
  /timeout exceeded when trying to connect|query read timeout|connection terminated|terminating connection|client has encountered a connection error|cannot use a pool after|the database system is (starting up|shutting down|in recovery)/i;

/**
 * Is the database away (not reachable, restarting, out of connections), as opposed to a bug or a refused statement?
 * Looks through causes, because Prisma wraps what node-postgres says.
 *
 * @param error anything that was thrown
 * @returns true when asking again later can help; a statement that ran into its time limit is not such a case
 */
export function isDatabaseLost(error: unknown): boolean {
  const seen = new Set<unknown>();
  const queue: unknown[] = [error];
  for (const item of queue) {
    if (typeof item !== "object" || item === null || seen.has(item)) continue;
    seen.add(item);
    if ([text(item, "code"), text(item, "originalCode")].some((code) => LOST_CODES.test(code))) return true;
    if (LOST_MESSAGES.test(text(item, "message"))) return true;
    for (const key of ["cause", "meta", "driverAdapterError", "errors"]) {
      const inner: unknown = Reflect.get(item, key);
      queue.push(...(Array.isArray(inner) ? inner : [inner]));
    }
  }
  return false;
}

function text(item: object, key: string): string {
  const value: unknown = Reflect.get(item, key);
  return typeof value === "string" ? value : "";
}

/**
 * Name of the rule by which the database refused a statement: that of a check, a key or an exclusion.
 *
 * @param error anything that was thrown
 * @returns     null when it was no refusal
 */
export function refusedBy(error: unknown): string | null {
  const seen = new Set<unknown>();
  const queue: unknown[] = [error];
  let refusal: string | null = null;
  for (const item of queue) {
    if (typeof item !== "object" || item === null || seen.has(item)) continue;
    seen.add(item);
    const code = text(item, "originalCode") || text(item, "code");
    const message = text(item, "originalMessage") || text(item, "message");
    const named = text(item, "constraint") || (/constraint "(\w+)"/.exec(message)?.[1] ?? "");
    if (named) return named;
    if (/^(23...|P2002|P2003|P2004|P2011)$/.test(code)) refusal ??= message.slice(0, 200) || code;
    for (const key of ["cause", "meta", "driverAdapterError", "constraint"]) queue.push(Reflect.get(item, key));
  }
  return refusal;
}
