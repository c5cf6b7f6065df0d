import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fetchRaw } from "./children.mjs";

/** @typedef {import("./bare-filter.mjs").Statement} Statement */

/**
 * What the portal asks the database for one page.
 *
 * @param {import("pg").Client} client
 * @param {string} url
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Statement[]>}
 */
export async function statementsOf(client, url, headers) {
  const { rows } = await client.query("SHOW data_directory");
  const logFile = path.join(path.dirname(rows[0].data_directory), "postgres.log");
  const { rows: own } = await client.query("SELECT pg_backend_pid() AS pid");
  await client.query(`ALTER SYSTEM SET log_statement = 'all'`);
  await client.query("SELECT pg_reload_conf()");
  await sleep(300);
  const from = fs.statSync(logFile).size;
  await fetchRaw(url, headers);
  await client.query(`ALTER SYSTEM RESET log_statement`);
  await client.query("SELECT pg_reload_conf()");
  await sleep(300);
  return parseLog(fs.readFileSync(logFile, "utf8").slice(from), own[0].pid);
}

/**
 * Statements and their values from a server's log. A line that goes on begins with a tab.
 *
 * @param {string} log
 * @param {number} without  the process that serves ourselves
 * @returns {Statement[]}
 */
function parseLog(log, without) {
  /** @type {Map<string, Statement>} the last statement of each process, whose values come in the next line */
  const last = new Map();
  /** @type {Statement[]} */
  const statements = [];
  for (const line of log.replace(/\n\t/g, "\n ").split(/\n(?=\d{4}-)/)) {
    const [, pid = "", kind = "", text = ""] = /^\S+ \S+ \S+ \[(\d+)\] (LOG|DETAIL): {2}([\s\S]*)$/.exec(line) ?? [];
    if (Number(pid) === without) continue;
    const [, sql] = /^(?:execute [^:]*|statement): ([\s\S]*)$/.exec(text) ?? [];
    if (kind === "LOG" && sql && /^\s*(?:SELECT|WITH)\b/i.test(sql) && sql.includes("FROM")) {
      const statement = { text: sql.trim(), values: [] };
      statements.push(statement);
      last.set(pid, statement);
    } else if (kind === "DETAIL" && /^Parameters: /i.test(text)) {
      const statement = last.get(pid);
      if (statement) statement.values = parseValues(text);
      last.delete(pid);
    }
  }
  return statements;
}

/** @param {string} text  as `Parameters: $1 = 'it''s', $2 = NULL` @returns {any[]} */
function parseValues(text) {
  return [...text.matchAll(/\$\d+ = (?:'((?:[^']|'')*)'|NULL)/g)].map(
    ([, value]) => value?.replaceAll("''", "'") ?? null,
  );
}
