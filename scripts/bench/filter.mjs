import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect } from "../database/connect.mjs";
import { load } from "../measure/drive.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { say } from "../setup/report.mjs";
import { copyTemplate, ensureTemplate } from "../testing/templates.mjs";
import { fetchRaw, startYardstick } from "./children.mjs";

/** @typedef {import("./run-bench.mjs").Context} Context */
/** @typedef {import("./run-bench.mjs").Figure} Figure */
/** @typedef {import("./bare-filter.mjs").Statement} Statement */

const ROUNDS = 3;
const SECONDS = 6;
const CONNECTIONS = 8;
/** Pages whose statements the yardstick repeats. */
const SAMPLES = 12;

/**
 * Lists with filters among 100,000 sites, each asked for once, so that nothing is kept; beside a bare server that sends
 * the very same statements, taken from the database's log, and draws nothing.
 *
 * @param {Context} context
 * @returns {Promise<Figure[]>}
 */
export async function benchFilter({ server, folder }) {
  const { url: databaseUrl } = await copyTemplate(server, await ensureTemplate(server, "facts"));
  say("  making 100,000 sites …");
  const client = await connect(databaseUrl);
  await client.query(fs.readFileSync(path.join(import.meta.dirname, "seed.sql"), "utf8"));
  const portal = await startBuilt({ databaseUrl, folder });
  const paths = filterPaths();
  /** @type {Statement[][]} */
  const pages = [];
  await fetchRaw(portal.url + /** @type {string} */ (paths.pop()));
  for (let sample = 0; sample < SAMPLES; sample++) {
    pages.push(await statementsOf(client, portal, /** @type {string} */ (paths.pop())));
  }
  await client.end();
  const bare = await startYardstick("bare-filter.mjs", { databaseUrl, pages });
  let portalAnswers = 0;
  let bareAnswers = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const fresh = paths.splice(0, Math.min(1500, Math.floor(paths.length / 2)));
    const one = await load({ port: portal.port, paths: fresh, seconds: SECONDS, connections: CONNECTIONS });
    const other = await load({ port: bare.port, paths: ["/"], seconds: SECONDS, connections: CONNECTIONS });
    if ((one.statuses["200"] ?? 0) < one.answers) throw new Error(`not all were 200: ${JSON.stringify(one.statuses)}`);
    portalAnswers += one.answers;
    bareAnswers += other.answers;
  }
  await portal.stop();
  bare.stop();
  const perSecond = (/** @type {number} */ answers) => (answers / ROUNDS / SECONDS).toFixed(1);
  const counts = pages.map((statements) => statements.length).join(", ");
  const note = `${perSecond(portalAnswers)} against ${perSecond(bareAnswers)} a second; statements a page: ${counts}`;
  return [
    {
      name: "filter at 100,000 sites / bare node + pg",
      value: portalAnswers / bareAnswers,
      unit: "",
      bar: "least",
      must: 0.15,
      note,
    },
  ];
}

/** More addresses than can be asked for in the time; no two ask the same. */
function filterPaths() {
  const kinds = ["sez", "asez", "free_port", "industrial_park", "technopark", "industrial_coworking", "trade_park", ""];
  const statuses = ["operating", "planned", "under_construction", ""];
  const regions = ["", ...Array.from({ length: 75 }, (_, index) => `made-region-${index + 1}`)];
  const all = regions.flatMap((region) =>
    kinds.flatMap((kind) =>
      statuses.flatMap((status) =>
        ["1", "2"].flatMap((page) => {
          const pairs = Object.entries({ region, kind, status, page }).filter(
            ([, value]) => value !== "" && value !== "1",
          );
          if (pairs.length === 0) return []; // the page without filters, which is kept
          return `/zh/sites?${pairs.map(([key, value]) => `${key}=${value}`).join("&")}`;
        }),
      ),
    ),
  );
  // A fixed mixing, so that every run asks the same in the same order.
  return all
    .map((path, index) => ({ path, order: (index * 7919) % all.length }))
    .sort((a, b) => a.order - b.order)
    .map(({ path }) => path);
}

/**
 * What the portal asks the database for one page.
 *
 * @param {import("pg").Client} client
 * @param {{ url: string }} portal
 * @param {string} page
 * @returns {Promise<Statement[]>}
 */
async function statementsOf(client, portal, page) {
  const { rows } = await client.query("SHOW data_directory");
  const logFile = path.join(path.dirname(rows[0].data_directory), "postgres.log");
  const { rows: own } = await client.query("SELECT pg_backend_pid() AS pid");
  await client.query(`ALTER SYSTEM SET log_statement = 'all'`);
  await client.query("SELECT pg_reload_conf()");
  await sleep(300);
  const from = fs.statSync(logFile).size;
  await fetchRaw(portal.url + page);
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
