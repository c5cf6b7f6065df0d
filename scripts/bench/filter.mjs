import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { connect } from "../database/connect.mjs";
import { load } from "../measure/drive.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { say } from "../setup/report.mjs";
import { copyTemplate, ensureTemplate } from "../testing/templates.mjs";
import { fetchRaw, startYardstick } from "./children.mjs";
import { measureStaffList } from "./staff-list.mjs";
import { statementsOf } from "./statements.mjs";

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
  const secret = randomBytes(32).toString("hex");
  const portal = await startBuilt({ databaseUrl, folder, env: { AUTH_SECRET: secret } });
  const paths = filterPaths();
  /** @type {Statement[][]} */
  const pages = [];
  await fetchRaw(portal.url + /** @type {string} */ (paths.pop()));
  for (let sample = 0; sample < SAMPLES; sample++) {
    pages.push(await statementsOf(client, portal.url + /** @type {string} */ (paths.pop())));
  }
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
  bare.stop();
  const staffList = await measureStaffList({ client, portal, databaseUrl, secret });
  await portal.stop();
  await client.end();
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
    ...staffList,
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
