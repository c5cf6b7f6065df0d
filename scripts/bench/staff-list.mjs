import { createHmac, randomUUID } from "node:crypto";
import { load } from "../measure/drive.mjs";
import { fetchRaw, startYardstick } from "./children.mjs";
import { statementsOf } from "./statements.mjs";

/** @typedef {import("./run-bench.mjs").Figure} Figure */
/** @typedef {import("./bare-filter.mjs").Statement} Statement */

const ROUNDS = 3;
const SECONDS = 6;
const CONNECTIONS = 4;
const TIMES = 5;

/**
 * The list of records of the staff area among 100,000 sites, which is never kept: all of it, and what each filter, a
 * search and a far page cost; beside a bare server that sends the very same statements.
 *
 * @param {{ client: import("pg").Client, portal: { url: string, port: number }, databaseUrl: string, secret: string }} input
 * @returns {Promise<Figure[]>}
 */
export async function measureStaffList({ client, portal, databaseUrl, secret }) {
  const headers = { cookie: await signIn(client, secret) };
  const paths = listPaths();
  /** @type {Statement[][]} */
  const pages = [];
  let slowest = { path: "", ms: 0 };
  for (const path of paths) {
    const url = portal.url + path;
    const { status } = await fetchRaw(url, headers);
    if (status !== 200) throw new Error(`${path} answers ${status}`);
    const ms = await medianMs(() => fetchRaw(url, headers));
    if (ms > slowest.ms) slowest = { path, ms };
    pages.push(await statementsOf(client, url, headers));
  }
  const bare = await startYardstick("bare-filter.mjs", { databaseUrl, pages });
  const asked = paths.map((path) => ({ path, headers }));
  let portalAnswers = 0;
  let bareAnswers = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const one = await load({ port: portal.port, paths: asked, seconds: SECONDS, connections: CONNECTIONS });
    const other = await load({ port: bare.port, paths: ["/"], seconds: SECONDS, connections: CONNECTIONS });
    if ((one.statuses["200"] ?? 0) < one.answers) throw new Error(`not all were 200: ${JSON.stringify(one.statuses)}`);
    portalAnswers += one.answers;
    bareAnswers += other.answers;
  }
  bare.stop();
  const perSecond = (/** @type {number} */ answers) => (answers / ROUNDS / SECONDS).toFixed(1);
  return [
    {
      name: "staff list at 100,000 sites / bare node + pg",
      value: portalAnswers / bareAnswers,
      unit: "",
      bar: "least",
      must: 0.25,
      note: `${perSecond(portalAnswers)} against ${perSecond(bareAnswers)} a second`,
    },
    {
      name: "staff list at 100,000 sites, slowest address",
      value: slowest.ms,
      unit: "ms",
      bar: "most",
      must: 300,
      note: `${slowest.path}; ${paths.length} addresses, median of ${TIMES} answers each, one at a time`,
    },
  ];
}

/** @param {() => Promise<unknown>} ask */
async function medianMs(ask) {
  const times = [];
  for (let time = 0; time < TIMES; time++) {
    const startedAt = performance.now();
    await ask();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0;
}

/** Signs an operator in, who sees everything. @param {import("pg").Client} client @param {string} secret */
async function signIn(client, secret) {
  const [id, token] = [randomUUID(), randomUUID()];
  await client.query(
    "INSERT INTO staff (id, name, email, locale, two_factor_enabled, updated_at) VALUES ($1, 'Bench', $2, 'ru', true, now())",
    [id, `${id}@example.org`],
  );
  await client.query("INSERT INTO role_grant (id, staff_id, role) VALUES ($1, $2, 'operator')", [randomUUID(), id]);
  await client.query(
    "INSERT INTO session (id, token, staff_id, expires_at, updated_at) VALUES ($1, $2, $3, now() + interval '1 day', now())",
    [randomUUID(), token, id],
  );
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return `portal.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}

function listPaths() {
  const queries = [
    "",
    "page=2",
    "page=2000",
    "kind=site",
    "kind=visit",
    "state=published",
    "region=made-region-7",
    "region=made-region-7&kind=site&text=zh.current",
    "text=zh.current",
    "text=zh.missing",
    "text=en.outdated",
    "text=zh.in_review",
    "mine=yes",
    `q=${encodeURIComponent("парк 777")}`,
    `q=${encodeURIComponent("парк")}`,
    `q=${encodeURIComponent("工业")}`,
    "q=made-site-4242",
    "q=a",
  ];
  return queries.map((query) => `/ru/admin/records${query ? `?${query}` : ""}`);
}
