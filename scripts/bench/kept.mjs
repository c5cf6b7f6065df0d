import { measure, median } from "../measure/drive.mjs";
import { startBuilt } from "../measure/portal.mjs";
import { installedCommand } from "../setup/child.mjs";
import { startYardstick, warmUp } from "./children.mjs";

/** @typedef {import("./run-bench.mjs").Context} Context */
/** @typedef {import("./run-bench.mjs").Figure} Figure */

const PAGE = "/zh/sites";
const ROUNDS = 3;
const SECONDS = 3;

/**
 * A kept page from our server, beside Node's bare server with the same bytes and the framework's own server with the
 * same build, in turns. The figure is the ratio of answers a second; that of computing time, which other work on the
 * machine disturbs least, stands beside it.
 *
 * @param {Context} context
 * @returns {Promise<Figure[]>}
 */
export async function benchKept({ databaseUrl, folder }) {
  const portal = await startBuilt({ databaseUrl, folder });
  const args = [installedCommand("next"), "start", "--port", "PORT", "--hostname", "127.0.0.1"];
  const framework = await startBuilt({ databaseUrl, folder, args, ready: PAGE });
  const page = await warmUp(portal.url + PAGE);
  for (let times = 0; times < 3; times++) await warmUp(framework.url + PAGE);
  const { date: _, connection: __, "keep-alive": ___, ...headers } = page.headers;
  const bare = await startYardstick("bare.mjs", { headers, body: page.body.toString("base64") });
  const servers = { portal, bare, framework };
  /** @type {Record<keyof typeof servers, Awaited<ReturnType<typeof measure>>[]>} */
  const rounds = { portal: [], bare: [], framework: [] };
  for (const { port } of Object.values(servers)) await measure({ port, pids: [], paths: [PAGE], seconds: 1 });
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, { port, pid }] of Object.entries(servers)) {
      const outcome = await measure({ port, pids: [pid], paths: [PAGE], seconds: SECONDS });
      rounds[/** @type {keyof typeof servers} */ (name)].push(outcome);
    }
  }
  await Promise.all([portal.stop(), framework.stop()]);
  bare.stop();
  const rate = (/** @type {keyof typeof servers} */ name) => median(rounds[name].map(({ perSecond }) => perSecond));
  const cpu = (/** @type {keyof typeof servers} */ name) => median(rounds[name].map(({ cpuMs }) => cpuMs));
  const figure = (/** @type {"bare" | "framework"} */ other) => ({
    value: rate("portal") / rate(other),
    unit: "",
    bar: /** @type {const} */ ("least"),
    note: `${Math.round(rate("portal"))} against ${Math.round(rate(other))} a second; ${(cpu(other) / cpu("portal")).toFixed(2)} by computing time`,
  });
  return [
    { name: "kept page / bare node:http", must: 0.4, ...figure("bare") },
    { name: "kept page / next start", must: 10, ...figure("framework") },
  ];
}
